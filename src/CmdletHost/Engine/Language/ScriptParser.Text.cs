using System.Text;

namespace PeeringTools.CmdletHost.Language;

/// <content>Quoted text and variables.</content>
internal sealed partial class ScriptParser
{
    private Expression ParseText() => _at.Current == '\'' ? ParseLiteralText() : ParseExpandableText();

    private ConstantExpression ParseLiteralText()
    {
        var start = _at.Offset++;
        var text = new StringBuilder();
        while (true)
        {
            if (_at.AtEnd)
                throw new ScriptParseException("The closing ' is missing.", _source.At(start));
            var letter = _source.Text[_at.Offset++];

            // Two apostrophes stand for one.
            if (letter == '\'' && !_at.Take('\''))
                return new ConstantExpression(From(start), text.ToString());
            text.Append(letter);
        }
    }

    private Expression ParseExpandableText()
    {
        var start = _at.Offset++;
        var text = new ExpandableText(this);
        while (true)
        {
            if (_at.AtEnd)
                throw new ScriptParseException("The closing \" is missing.", _source.At(start));
            if (_at.StartsWith("\"\""))
            {
                text.Add('"');
                _at.Offset += 2;
            }
            else if (_at.Take('"'))
            {
                return text.ToExpression(From(start));
            }
            else
            {
                text.TakeOne(escapes: true);
            }
        }
    }

    private Expression ParseVariable()
    {
        var start = _at.Offset++;
        string name;
        if (_at.Take('{'))
        {
            var end = _source.Text.IndexOf('}', _at.Offset);
            if (end < 0)
                throw Error("'}' is missing");
            name = _source.Text[_at.Offset..end];
            _at.Offset = end + 1;
        }
        else if (_at.Take('?'))
        {
            name = "?";
        }
        else
        {
            if (!char.IsLetter(_at.Current) && _at.Current != '_')
                throw Unexpected();
            name = _at.TakeWord();
            if (_at.Current == ':' && _at.Peek(1) != ':')
            {
                _at.Offset++;
                if (!char.IsLetterOrDigit(_at.Current) && _at.Current != '_')
                    throw Error($"${name}: isn't followed by a name; write ${{{name}}}:");
                name += ":" + _at.TakeWord();
            }
        }

        if (name.Split(':', 2) is not [var scope, var local])
            return new VariableExpression(From(start), name);
        return scope.ToLowerInvariant() switch
        {
            "env" => new EnvironmentExpression(From(start), local),
            "global" or "script" or "local" => new VariableExpression(From(start), local),
            _ => throw NeedsPowerShell($"${scope}:", start),
        };
    }
}
