using System.Management.Automation;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Table or list.</summary>
internal enum ViewShape
{
    Table,
    List,
}

/// <summary>An object with a wish how to be shown. Objects of one call share a table.</summary>
internal sealed record FormattedObject(PSObject Value, ViewShape Shape, string[] Properties, bool AutoSize, object Call);
