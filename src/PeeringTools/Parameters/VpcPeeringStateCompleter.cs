using System.Collections;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Completes the states of VPC peering connections.</summary>
public sealed class VpcPeeringStateCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) => VpcPeeringStates.Table.Rows.Select(r => (r.Name, r.Name));
}
