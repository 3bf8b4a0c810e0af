namespace PeeringTools.CmdletHost.Language;

/// <summary>A script's text and where it comes from.</summary>
internal sealed record ScriptSource(string Text, string? Path)
{
    /// <summary>The script's folder: $PSScriptRoot.</summary>
    public string Directory => Path is null ? string.Empty : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? string.Empty;

    public ScriptPosition At(int offset, int length = 0) => new(this, offset, length);
}

/// <summary>A stretch of a script.</summary>
internal readonly record struct ScriptPosition(ScriptSource Script, int Offset, int Length)
{
    /// <summary>The line, from 1.</summary>
    public int Line => Script.Text.AsSpan(0, Offset).Count('\n') + 1;

    /// <summary>The column, from 1.</summary>
    public int Column => Offset - LineStart + 1;

    /// <summary>The text of the line.</summary>
    public string LineText
    {
        get
        {
            var end = Script.Text.IndexOf('\n', Offset);
            return Script.Text[LineStart..(end < 0 ? Script.Text.Length : end)].TrimEnd('\r');
        }
    }

    /// <summary>The text itself.</summary>
    public string Text => Script.Text.Substring(Offset, Length);

    private int LineStart => Offset == 0 ? 0 : Script.Text.LastIndexOf('\n', Offset - 1) + 1;
}
