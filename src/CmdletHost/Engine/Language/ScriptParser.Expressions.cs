using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Language;

/// <content>Expressions, the loosest operators first.</content>
internal sealed partial class ScriptParser
{
    private bool StartsExpression() =>
        _at.Current is '$' or '\'' or '"' or '(' or '@' or '!' or '{' or '[' or '+' or ',' || char.IsAsciiDigit(_at.Current)
        || (_at.Current is '-' or '.' && char.IsAsciiDigit(_at.Peek(1)))
        || (_at.Current == '-' && PeekOperator() is "not");

    private Expression ParseExpression()
    {
        var start = _at.Offset;
        var left = ParseComparison();
        while (PeekOperator() is { } name && LogicalExpression.Operators.Contains(name))
        {
            TakeOperator(name);
            left = new LogicalExpression(From(start), name, left, ParseComparison());
        }

        RefuseOtherOperators();
        return left;
    }

    private Expression ParseComparison()
    {
        var start = _at.Offset;
        var left = ParseList();
        while (PeekOperator() is { } name && ComparisonOperators.Table.ContainsKey(name))
        {
            TakeOperator(name);
            left = new ComparisonExpression(From(start), name, left, ParseList());
        }

        return left;
    }

    private Expression ParseList()
    {
        var start = _at.Offset;
        var first = ParseUnary();
        if (!TakeComma())
            return first;
        var elements = new List<Expression> { first };
        do
            elements.Add(ParseUnary());
        while (TakeComma());
        return new ListExpression(From(start), elements);
    }

    private bool TakeComma()
    {
        var before = _at.Offset;
        _at.SkipBlanks();
        if (_at.Take(','))
        {
            _at.SkipBlankLines();
            return true;
        }

        _at.Offset = before;
        return false;
    }

    private Expression ParseUnary()
    {
        var start = _at.Offset;
        if (_at.Current == '!')
        {
            RequireCondition("the operator !");
            _at.Offset++;
        }
        else if (PeekOperator() is "not")
        {
            TakeOperator("not");
        }
        else
        {
            return ParsePostfix(ParsePrimary(), start);
        }

        _at.SkipBlanks();
        return new NotExpression(From(start), ParseUnary());
    }

    private Expression ParsePostfix(Expression target, int start)
    {
        while (true)
        {
            if (_at.Current == '.' && (char.IsAsciiLetter(_at.Peek(1)) || _at.Peek(1) is '_' or '\'' or '"'))
            {
                _at.Offset++;
                var name = _at.Current is '\'' or '"' ? QuotedName() : _at.TakeWord();
                if (_at.Current == '(')
                    throw NeedsPowerShell($"the method call .{name}()", start);
                target = new MemberExpression(From(start), target, name);
            }
            else if (_at.Current == '[')
            {
                _at.Offset++;
                _at.SkipBlankLines();
                var index = ParseExpression();
                _at.SkipBlankLines();
                if (!_at.Take(']'))
                    throw Error("']' is missing");
                target = new IndexExpression(From(start), target, index);
            }
            else if (_at.StartsWith("?.") || _at.StartsWith("?[") || _at.StartsWith("::") || _at.StartsWith("++") || _at.StartsWith("--"))
            {
                throw NeedsPowerShell($"'{_source.Text.Substring(_at.Offset, 2)}'");
            }
            else
            {
                return target;
            }
        }
    }

    private string QuotedName() => ParseText() is ConstantExpression { Value: string name } ? name : throw NeedsPowerShell("a member name that is worked out");

    private Expression ParsePrimary()
    {
        var start = _at.Offset;
        switch (_at.Current)
        {
            case '$' when _at.Peek(1) == '(':
                _at.Offset += 2;
                var outputs = ParseStatements(')');
                return new OutputExpression(From(start), outputs);
            case '$':
                return ParseVariable();
            case '\'' or '"':
                return ParseText();
            case '(':
                _at.Offset++;
                _at.SkipBlankLines();
                var inner = ParseStatement();
                if (inner is AssignmentStatement)
                    throw NeedsPowerShell("an assignment inside parentheses", start);
                _at.SkipBlankLines();
                if (!_at.Take(')'))
                    throw Error("')' is missing");
                return new OutputExpression(From(start), [inner]);
            case '@' when _at.Peek(1) == '(':
                _at.Offset += 2;
                var statements = ParseStatements(')');
                return new ArrayExpression(From(start), statements);
            case '@' when _at.Peek(1) == '{':
                return ParseHashtable();
            case '@' when _at.Peek(1) is '\'' or '"':
                throw NeedsPowerShell("a here-string");
            case '{':
                throw NeedsPowerShell("a script block here");
            case '[':
                throw NeedsPowerShell("a type in brackets");
            case '+' or ',':
                throw NeedsPowerShell($"the operator {_at.Current}");
            default:
                return ParseNumber();
        }
    }

    private ConstantExpression ParseNumber()
    {
        var start = _at.Offset;
        if (_at.Current == '-')
            _at.Offset++;
        while (char.IsAsciiLetterOrDigit(_at.Current) || (_at.Current == '.' && _at.Peek(1) != '.'))
        {
            var isExponent = _at.Current is 'e' or 'E' && _at.Peek(1) is '+' or '-' && !_source.Text.AsSpan(start, _at.Offset - start).Contains('x');
            _at.Offset += isExponent ? 2 : 1;
        }

        if (_at.Offset > start && Numbers.TryParse(_source.Text.AsSpan(start, _at.Offset - start), out var number))
            return new ConstantExpression(From(start), number);
        _at.Offset = start;
        throw Unexpected();
    }

    private HashtableExpression ParseHashtable()
    {
        var start = _at.Offset;
        _at.Offset += 2;
        var entries = new List<(Expression, Statement)>();
        while (true)
        {
            _at.SkipBlankLines(semicolons: true);
            if (_at.Take('}'))
                return new HashtableExpression(From(start), entries);
            if (_at.AtEnd)
                throw Error("'}' is missing");
            var keyStart = _at.Offset;
            var key = char.IsAsciiLetter(_at.Current) || _at.Current == '_'
                ? new ConstantExpression(From(keyStart), _at.TakeWord(dashes: true))
                : ParsePostfix(ParsePrimary(), keyStart);
            _at.SkipBlanks();
            if (!_at.Take('='))
                throw Error("'=' is missing after a key");
            _at.SkipBlankLines();
            entries.Add((key, ParseStatement()));
            _at.SkipBlanks();
            if (_at.Current is not ('\n' or '\r' or ';' or '}'))
                throw _at.AtEnd ? Error("'}' is missing") : Unexpected();
        }
    }

    private ScriptBlockExpression ParseScriptBlock()
    {
        var start = _at.Offset++;
        _conditionDepth++;
        _at.SkipBlankLines();
        if (char.IsAsciiLetter(_at.Current))
            throw NeedsPowerShell("a script block with commands", start);
        var body = ParseExpression();
        _at.SkipBlankLines(semicolons: true);
        if (!_at.Take('}'))
            throw NeedsPowerShell("a script block with more than one condition", start);
        _conditionDepth--;
        return new ScriptBlockExpression(From(start), body);
    }

    /// <summary>The operator that comes next, without its dash and in lower case, or null.</summary>
    private string? PeekOperator()
    {
        var offset = _at.Offset;
        _at.SkipBlanks();
        var name = _at.Current == '-' && char.IsAsciiLetter(_at.Peek(1)) ? _at.PeekWord(from: 1).ToLowerInvariant() : null;
        _at.Offset = offset;
        if (name is null)
            return null;
        return name[0] == 'i' && ComparisonOperators.Table.ContainsKey(name[1..]) ? name[1..] : name;
    }

    private void TakeOperator(string name)
    {
        _at.SkipBlanks();
        RequireCondition($"the operator -{name}");
        _at.Offset++;
        _at.TakeWord();
        _at.SkipBlankLines();
    }

    private void RequireCondition(string construct)
    {
        if (_conditionDepth == 0)
            throw NeedsPowerShell(construct);
    }

    private void RefuseOtherOperators()
    {
        var before = _at.Offset;
        _at.SkipBlanks();
        if (PeekOperator() is { } name)
            throw NeedsPowerShell($"the operator -{name}");
        if (_at.Current is '+' or '-' or '*' or '/' or '%' or '?' && !(_at.Current == '*' && _at.Peek(1) == '>'))
            throw NeedsPowerShell($"the operator {_at.Current}");
        if (_at.StartsWith(".."))
            throw NeedsPowerShell("the operator ..");
        _at.Offset = before;
    }
}
