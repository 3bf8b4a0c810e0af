using System.Collections;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Completes the states of Connect peers.</summary>
public sealed class TgwConnectPeerStateCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) => TgwConnectPeerStates.Table.Rows.Select(r => (r.Name, r.Name));
}
