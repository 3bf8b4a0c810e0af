namespace System.Management.Automation.Language;

/// <summary>Stands in completer signatures; this host completes nothing, so it never makes one.</summary>
public class CommandAst
{
    internal CommandAst()
    {
    }
}
