using System.Management.Automation;

namespace PeeringTools.CmdletHost.Language;

/// <summary>Something with a value.</summary>
internal abstract record Expression(ScriptPosition Position)
{
    public abstract object? Evaluate(EvaluationScope scope);
}

/// <summary>Where an expression is evaluated: the session, and the object that $_ and $this stand for.</summary>
internal sealed record EvaluationScope(Session? Session, object? Current)
{
    /// <summary>The session; expressions of type files have none.</summary>
    public Session Required => Session ?? throw new PSInvalidOperationException("This expression needs a session.");
}

/// <summary>A literal.</summary>
internal sealed record ConstantExpression(ScriptPosition Position, object? Value) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope) => Value;
}

/// <summary>$name</summary>
internal sealed record VariableExpression(ScriptPosition Position, string Name) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope) => Name.ToLowerInvariant() switch
    {
        "_" or "psitem" or "this" => scope.Current,
        "true" => true,
        "false" => false,
        "null" => null,
        "psscriptroot" => Position.Script.Directory,
        "pscommandpath" => Position.Script.Path ?? string.Empty,
        _ => scope.Required.Variables.Find(Name)?.Value,
    };
}

/// <summary>$env:NAME</summary>
internal sealed record EnvironmentExpression(ScriptPosition Position, string Name) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope) => Environment.GetEnvironmentVariable(Name);
}

/// <summary>Text with values in it.</summary>
internal sealed record ExpandableExpression(ScriptPosition Position, IReadOnlyList<Expression> Parts) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope) => string.Concat(Parts.Select(part => Conversion.ToText.Of(part.Evaluate(scope))));
}

/// <summary>a, b, c</summary>
internal sealed record ListExpression(ScriptPosition Position, IReadOnlyList<Expression> Elements) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope)
    {
        var values = new object?[Elements.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Elements[i].Evaluate(scope);
        return values;
    }
}

/// <summary>@{ name = value }</summary>
internal sealed record HashtableExpression(ScriptPosition Position, IReadOnlyList<(Expression Key, Statement Value)> Entries) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope)
    {
        var table = new System.Collections.Hashtable(StringComparer.CurrentCultureIgnoreCase);
        foreach (var (keyExpression, valueStatement) in Entries)
        {
            var key = PSObject.Unwrap(keyExpression.Evaluate(scope)) ?? throw new RuntimeException("A key of a hashtable can't be null.");
            if (table.ContainsKey(key))
                throw new RuntimeException($"The hashtable has the key '{key}' twice.");
            table[key] = valueStatement.Value(scope);
        }

        return table;
    }
}

/// <summary>(pipeline) and $(statements): their output, alone or as an array.</summary>
internal sealed record OutputExpression(ScriptPosition Position, IReadOnlyList<Statement> Statements) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope) =>
        Statements is [var only] ? only.Value(scope) : Statement.AsValue(Statement.Collect(Statements, scope));
}

/// <summary>@(statements): their output, always as an array.</summary>
internal sealed record ArrayExpression(ScriptPosition Position, IReadOnlyList<Statement> Statements) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope) => Statement.Collect(Statements, scope).ToArray();
}

/// <summary>{ condition }</summary>
internal sealed record ScriptBlockExpression(ScriptPosition Position, Expression Body) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope) => new ScriptBlock(Position.Text[1..^1], Body);
}
