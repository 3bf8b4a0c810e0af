using PeeringTools.CmdletHost.Language;

namespace System.Management.Automation;

/// <summary>A condition in braces. This host knows such blocks for Where-Object and for the columns of views only.</summary>
public class ScriptBlock
{
    internal ScriptBlock(string text, Expression body) => (Text, Body) = (text, body);

    internal string Text { get; }

    internal Expression Body { get; }

    public override string ToString() => Text;
}
