using System.Management.Automation;
using System.Management.Automation.Internal;

namespace PeeringTools.CmdletHost.Language;

/// <summary>Something that runs.</summary>
internal abstract record Statement(ScriptPosition Position)
{
    /// <summary>Runs it; its output goes to the sink as it comes.</summary>
    public abstract void Run(EvaluationScope scope, Action<object?> output, IEnumerable<object?>? input = null);

    /// <summary>Its output as a value: nothing, one object, or an array.</summary>
    public virtual object? Value(EvaluationScope scope) => AsValue(Collect([this], scope));

    public static List<object?> Collect(IReadOnlyList<Statement> statements, EvaluationScope scope)
    {
        var output = new List<object?>();
        foreach (var statement in statements)
            statement.Run(scope, output.Add);
        return output;
    }

    public static object? AsValue(List<object?> output) => output.Count switch
    {
        0 => AutomationNull.Value,
        1 => output[0],
        _ => output.ToArray(),
    };
}

/// <summary>$name = statement</summary>
internal sealed record AssignmentStatement(ScriptPosition Position, string Name, bool IsEnvironment, Statement Right) : Statement(Position)
{
    public override void Run(EvaluationScope scope, Action<object?> output, IEnumerable<object?>? input = null)
    {
        var value = Right.Value(scope);
        if (ReferenceEquals(value, AutomationNull.Value))
            value = null;
        if (IsEnvironment)
            Environment.SetEnvironmentVariable(Name, value is null ? null : Conversion.ToText.Of(value));
        else if (!string.Equals(Name, "null", StringComparison.OrdinalIgnoreCase))
            scope.Required.Variables.Set(Name, value);
    }
}

/// <summary>command | command, or an expression at its head.</summary>
internal sealed record PipelineStatement(ScriptPosition Position, Expression? Head, IReadOnlyList<CommandNode> Commands) : Statement(Position)
{
    public override void Run(EvaluationScope scope, Action<object?> output, IEnumerable<object?>? input = null)
    {
        if (Head is not null)
            input = Elements(Head.Evaluate(scope));
        if (Commands.Count > 0)
            scope.Required.RunPipeline(Commands, scope, input, output);
        else
            Each(input!, output);
    }

    public override object? Value(EvaluationScope scope) => Head is not null && Commands.Count == 0 ? Head.Evaluate(scope) : base.Value(scope);

    private static void Each(IEnumerable<object?> values, Action<object?> output)
    {
        foreach (var value in values)
            output(value);
    }

    private static IEnumerable<object?> Elements(object? value)
    {
        if (ReferenceEquals(value, AutomationNull.Value))
            return [];
        return LanguagePrimitives.GetEnumerable(value)?.Cast<object?>() ?? [value];
    }
}

/// <summary>A command with its arguments, as written.</summary>
internal sealed record CommandNode(ScriptPosition Position, string Name, IReadOnlyList<CommandElement> Elements);

/// <summary>One of a command's words.</summary>
internal abstract record CommandElement(ScriptPosition Position);

/// <summary>-Name or -Name:value</summary>
internal sealed record ParameterElement(ScriptPosition Position, string Name, Expression? Value) : CommandElement(Position);

/// <summary>A value.</summary>
internal sealed record ArgumentElement(ScriptPosition Position, Expression Value) : CommandElement(Position);

/// <summary>@name: a variable's keys and values as parameters, or its elements as arguments.</summary>
internal sealed record SplatElement(ScriptPosition Position, string VariableName) : CommandElement(Position);
