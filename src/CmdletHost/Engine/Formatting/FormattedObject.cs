using System.Management.Automation;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Table, list, or text alone.</summary>
internal enum ViewShape
{
    Table,
    List,
    Text,
}

/// <summary>An object with a wish how to be shown. Objects of one call share a table.</summary>
internal sealed record FormattedObject(PSObject Value, ViewShape Shape, string[] Properties, bool AutoSize, object Call);
