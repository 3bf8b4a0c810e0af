using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Language;

/// <summary>-not and !</summary>
internal sealed record NotExpression(ScriptPosition Position, Expression Operand) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope) => !Truth.Of(Operand.Evaluate(scope));
}

/// <summary>-and, -or, -xor; the right side is left alone where the left decides.</summary>
internal sealed record LogicalExpression(ScriptPosition Position, string Operator, Expression Left, Expression Right) : Expression(Position)
{
    public static readonly string[] Operators = ["and", "or", "xor"];

    public override object Evaluate(EvaluationScope scope)
    {
        var left = Truth.Of(Left.Evaluate(scope));
        return Operator switch
        {
            "and" => left && Truth.Of(Right.Evaluate(scope)),
            "or" => left || Truth.Of(Right.Evaluate(scope)),
            _ => left ^ Truth.Of(Right.Evaluate(scope)),
        };
    }
}

/// <summary>-eq and the like; over a list it picks the elements for which it holds.</summary>
internal sealed record ComparisonExpression(ScriptPosition Position, string Operator, Expression Left, Expression Right) : Expression(Position)
{
    public override object Evaluate(EvaluationScope scope)
    {
        var left = Left.Evaluate(scope);
        var right = Right.Evaluate(scope);
        var (compare, whole) = ComparisonOperators.Table[Operator];
        if (whole || LanguagePrimitives.GetEnumerable(left) is not { } elements)
            return compare(left, right);
        return elements.Cast<object?>().Where(element => compare(element, right)).ToArray();
    }
}
