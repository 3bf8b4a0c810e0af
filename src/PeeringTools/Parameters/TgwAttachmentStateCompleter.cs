using System.Collections;
using PeeringTools.Core.Rules;

namespace PeeringTools.Parameters;

/// <summary>Completes the states of transit gateway attachments.</summary>
public sealed class TgwAttachmentStateCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) => TgwAttachmentStates.Table.Rows.Select(r => (r.Name, r.Name));
}
