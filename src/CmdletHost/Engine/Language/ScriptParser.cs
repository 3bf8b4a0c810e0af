namespace PeeringTools.CmdletHost.Language;

/// <summary>Reads the part of the language that runbooks need: statements and commands. Expressions and text are in the other parts of this class.</summary>
internal sealed partial class ScriptParser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "begin", "break", "catch", "class", "clean", "configuration", "continue", "data", "do", "dynamicparam", "else", "elseif", "end", "enum", "exit",
        "filter", "finally", "for", "foreach", "function", "hidden", "if", "in", "param", "process", "return", "static", "switch", "throw", "trap", "try",
        "until", "using", "while",
    };

    private readonly ScriptSource _source;
    private readonly Action<CommandNode>? _checkCommand;
    private readonly Cursor _at;
    private int _conditionDepth;

    private ScriptParser(ScriptSource source, Action<CommandNode>? checkCommand)
    {
        _source = source;
        _checkCommand = checkCommand;
        _at = new Cursor(source);
    }

    /// <summary>Reads a script; <paramref name="checkCommand"/> refuses commands this host hasn't got.</summary>
    /// <exception cref="ScriptParseException">The script is malformed or needs PowerShell.</exception>
    public static IReadOnlyList<Statement> Parse(ScriptSource source, Action<CommandNode>? checkCommand)
    {
        var parser = new ScriptParser(source, checkCommand);
        var statements = parser.ParseStatements(closer: '\0');
        return statements;
    }

    /// <summary>Reads one condition or value, as in the script blocks of type and format files.</summary>
    /// <exception cref="ScriptParseException">It is malformed or needs PowerShell.</exception>
    public static Expression ParseExpression(string text, string? path)
    {
        var parser = new ScriptParser(new ScriptSource(text, path), checkCommand: null) { _conditionDepth = 1 };
        parser._at.SkipBlankLines();
        var expression = parser.ParseExpression();
        parser._at.SkipBlankLines();
        return parser._at.AtEnd ? expression : throw parser.Unexpected();
    }

    private List<Statement> ParseStatements(char closer)
    {
        var statements = new List<Statement>();
        while (true)
        {
            _at.SkipBlankLines(semicolons: true);
            if (_at.AtEnd && closer != '\0')
                throw Error($"'{closer}' is missing");
            if (_at.AtEnd || (closer != '\0' && _at.Take(closer)))
                return statements;
            statements.Add(ParseStatement());
            _at.SkipBlanks();
            if (!_at.AtEnd && _at.Current is not ('\n' or '\r' or ';') && _at.Current != closer)
                throw Unexpected();
        }
    }

    private Statement ParseStatement()
    {
        var start = _at.Offset;
        if (_at.Current == '$' && TryParseAssignment() is { } assignment)
            return assignment;
        _at.Offset = start;
        if (char.IsAsciiLetter(_at.Current) && Keywords.Contains(_at.PeekWord()))
            throw NeedsPowerShell($"'{_at.PeekWord()}'");
        return ParsePipeline();
    }

    private AssignmentStatement? TryParseAssignment()
    {
        var start = _at.Offset;
        var target = ParseVariable();
        _at.SkipBlanks();
        foreach (var compound in (string[])["+=", "-=", "*=", "/=", "%=", "??=", "++", "--"])
        {
            if (_at.StartsWith(compound))
                throw NeedsPowerShell($"the operator {compound}");
        }

        if (_at.Current != '=' || _at.Peek(1) == '=')
            return null;
        _at.Offset++;
        _at.SkipBlankLines();
        var right = ParseStatement();
        if (right is AssignmentStatement)
            throw NeedsPowerShell("an assignment inside an assignment", start);
        return target switch
        {
            VariableExpression variable => new AssignmentStatement(From(start), variable.Name, IsEnvironment: false, right),
            EnvironmentExpression environment => new AssignmentStatement(From(start), environment.Name, IsEnvironment: true, right),
            _ => throw NeedsPowerShell("an assignment to that", start),
        };
    }

    private PipelineStatement ParsePipeline()
    {
        var start = _at.Offset;
        Expression? head = null;
        var commands = new List<CommandNode>();
        if (StartsExpression())
            head = ParseExpression();
        else
            commands.Add(ParseCommand());
        while (TakePipe())
            commands.Add(ParseCommand());
        _at.SkipBlanks();
        if (_at.Current is '>' or '<' || (_at.Current is >= '1' and <= '6' or '*' && _at.Peek(1) == '>'))
            throw NeedsPowerShell("a redirection");
        if (_at.Current == '&' || _at.StartsWith("||"))
            throw NeedsPowerShell($"'{(_at.Peek(1) == _at.Current ? new string(_at.Current, 2) : "&")}'");
        if (_at.Current == '=' && head is not null)
            throw NeedsPowerShell("an assignment to that", start);
        return new PipelineStatement(From(start), head, commands);
    }

    /// <summary>A pipe at the end of a line or at the beginning of the next.</summary>
    private bool TakePipe()
    {
        var before = _at.Offset;
        _at.SkipBlankLines();
        if (_at.Current != '|' || _at.Peek(1) == '|')
        {
            _at.Offset = before;
            return false;
        }

        _at.Offset++;
        _at.SkipBlankLines();
        return true;
    }

    private CommandNode ParseCommand()
    {
        var start = _at.Offset;
        if (_at.AtEnd)
            throw Error("A command is missing after '|'");
        if (_at.Current is '&' or '.')
            throw NeedsPowerShell($"the call operator {_at.Current}");
        if (!char.IsAsciiLetter(_at.Current) && _at.Current is not ('%' or '?'))
            throw Unexpected();
        while (!Cursor.EndsWord(_at.Current))
            _at.Offset++;
        var name = _source.Text[start.._at.Offset];
        if (name.Contains('=', StringComparison.Ordinal))
            throw NeedsPowerShell($"'{name}'", start);
        var namePosition = From(start);
        var elements = new List<CommandElement>();
        for (_at.SkipBlanks(); !EndsCommand(); _at.SkipBlanks())
            elements.Add(ParseCommandElement());
        var command = new CommandNode(namePosition, name, elements);
        _checkCommand?.Invoke(command);
        return command;
    }

    private bool EndsCommand() => _at.AtEnd || _at.Current is '\n' or '\r' or ';' or '|' or ')' or '}' or '&' or '>' or '<'
        || (_at.Current is >= '1' and <= '6' or '*' && _at.Peek(1) == '>');

    private CommandElement ParseCommandElement()
    {
        var start = _at.Offset;
        if (_at.Current == '@' && (char.IsAsciiLetter(_at.Peek(1)) || _at.Peek(1) == '_'))
        {
            _at.Offset++;
            var name = _at.TakeWord();
            return new SplatElement(From(start), name);
        }

        if (_at.Current == '-' && (char.IsAsciiLetter(_at.Peek(1)) || _at.Peek(1) is '_' or '?'))
        {
            _at.Offset += 2;
            while (char.IsAsciiLetterOrDigit(_at.Current) || _at.Current is '_' or '?')
                _at.Offset++;
            var name = _source.Text[(start + 1).._at.Offset];
            if (_at.Current != ':')
            {
                if (!Cursor.EndsWord(_at.Current))
                    throw Unexpected();
                return new ParameterElement(From(start), name, Value: null);
            }

            _at.Offset++;
            _at.SkipBlanks();
            if (EndsCommand())
                throw Error($"A value is missing after -{name}:");
            return new ParameterElement(From(start), name, ParseArgument());
        }

        if (_at.StartsWith("--"))
            throw NeedsPowerShell("'--'");
        return new ArgumentElement(From(start), ParseArgument());
    }

    private ScriptPosition From(int start) => _source.At(start, _at.Offset - start);

    private ScriptParseException NeedsPowerShell(string construct, int? start = null) =>
        ScriptParseException.NeedsPowerShell(construct, _source.At(start ?? _at.Offset));

    private ScriptParseException Error(string message) => new(message + ".", _source.At(Math.Min(_at.Offset, _source.Text.Length)));

    private ScriptParseException Unexpected() => Error(_at.AtEnd ? "The script ends too early" : $"'{_at.Current}' isn't expected here");
}
