using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Language;

/// <content>A command's arguments: words need no quotes there.</content>
internal sealed partial class ScriptParser
{
    private Expression ParseArgument()
    {
        var start = _at.Offset;
        var first = ParseOneArgument(isAlone: true);
        if (!TakeComma())
            return first;

        // In a list a number is just a number; alone it keeps its spelling for text parameters.
        var elements = new List<Expression> { WithoutSpelling(first) };
        do
            elements.Add(ParseOneArgument(isAlone: false));
        while (TakeComma());
        return new ListExpression(From(start), elements);
    }

    private static Expression WithoutSpelling(Expression expression) =>
        expression is ConstantExpression { Value: PSObject { TokenText: not null } number } constant ? constant with { Value = number.BaseObject } : expression;

    private Expression ParseOneArgument(bool isAlone)
    {
        var start = _at.Offset;
        switch (_at.Current)
        {
            case '{' when isAlone:
                return ParseScriptBlock();
            case '$':
                var value = ParsePostfix(ParsePrimary(), start);
                if (Cursor.EndsWord(_at.Current))
                    return value;
                _at.Offset = start;
                return ParseWord(isAlone);
            case '\'' or '"' or '(' or '{' or '@' when _at.Current != '@' || _at.Peek(1) is '(' or '{' or '\'' or '"':
                var quoted = ParsePostfix(ParsePrimary(), start);
                return Cursor.EndsWord(_at.Current) ? quoted : throw Unexpected();
            default:
                return ParseWord(isAlone);
        }
    }

    private Expression ParseWord(bool isAlone)
    {
        var start = _at.Offset;
        var text = new ExpandableText(this);
        while (!Cursor.EndsWord(_at.Current))
        {
            if (_at.Current is '\'' or '"')
                throw NeedsPowerShell("a quotation mark inside a word");
            text.TakeOne(escapes: true);
        }

        if (_at.Offset == start)
            throw Unexpected();
        var position = From(start);
        if (text.AsConstant() is not { } word)
            return text.ToExpression(position);
        if (!Numbers.TryParse(position.Text, out var number))
            return new ConstantExpression(position, word);
        var keepsSpelling = isAlone && !string.Equals(ToText.Of(number), word, StringComparison.Ordinal);
        return new ConstantExpression(position, keepsSpelling ? new PSObject(number) { TokenText = word } : number);
    }
}
