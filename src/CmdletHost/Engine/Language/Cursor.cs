namespace PeeringTools.CmdletHost.Language;

/// <summary>A place in a script that moves on.</summary>
internal sealed class Cursor(ScriptSource source)
{
    private readonly string _text = source.Text;

    public int Offset { get; set; }

    public bool AtEnd => Offset >= _text.Length;

    /// <summary>The letter here, or NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>Whether a word in a command ends at that letter.</summary>
    public static bool EndsWord(char letter) =>
        letter is '\0' or ' ' or '\t' or '\n' or '\r' or '|' or ';' or '&' or '(' or ')' or '{' or '}' or ',' or '<' or '>';

    public char Peek(int distance) => Offset + distance < _text.Length ? _text[Offset + distance] : '\0';

    public bool StartsWith(string text) => string.CompareOrdinal(_text, Offset, text, 0, text.Length) == 0;

    public bool Take(char letter)
    {
        if (Current != letter || AtEnd)
            return false;
        Offset++;
        return true;
    }

    public string PeekWord(int from = 0, bool dashes = false)
    {
        var end = Offset + from;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] == '_' || (dashes && _text[end] == '-')))
            end++;
        return _text[(Offset + from)..end];
    }

    public string TakeWord(bool dashes = false)
    {
        var word = PeekWord(dashes: dashes);
        Offset += word.Length;
        return word;
    }

    /// <summary>Skips blanks, comments and continued line ends.</summary>
    public void SkipBlanks()
    {
        while (true)
        {
            if (Current is ' ' or '\t' || (Current == '\uFEFF' && Offset == 0))
                Offset++;
            else if (Current == '`' && Peek(1) is '\n')
                Offset += 2;
            else if (Current == '`' && Peek(1) == '\r' && Peek(2) == '\n')
                Offset += 3;
            else if (Current == '#')
                Offset = IndexOrEnd("\n");
            else if (StartsWith("<#"))
                SkipBlockComment();
            else
                return;
        }
    }

    /// <summary>Skips line ends too.</summary>
    public void SkipBlankLines(bool semicolons = false)
    {
        SkipBlanks();
        while (Current is '\n' or '\r' || (semicolons && Current == ';'))
        {
            Offset++;
            SkipBlanks();
        }
    }

    private void SkipBlockComment()
    {
        var end = _text.IndexOf("#>", Offset + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new ScriptParseException("The comment isn't closed: #> is missing.", source.At(Offset));
        Offset = end + 2;
    }

    private int IndexOrEnd(string text)
    {
        var index = _text.IndexOf(text, Offset, StringComparison.Ordinal);
        return index < 0 ? _text.Length : index;
    }
}
