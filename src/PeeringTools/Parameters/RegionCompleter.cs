using System.Collections;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Parameters;

/// <summary>Completes Region names.</summary>
public sealed class RegionCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) => KnownRegions.All;
}
