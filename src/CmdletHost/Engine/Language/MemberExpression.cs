using System.Collections;
using System.Management.Automation;

namespace PeeringTools.CmdletHost.Language;

/// <summary>$x.Name: a key of a dictionary, a property, or that property of each element of a list.</summary>
internal sealed record MemberExpression(ScriptPosition Position, Expression Target, string Name) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope) => Read(Target.Evaluate(scope), Name);

    public static object? Read(object? target, string name)
    {
        if (target is null)
            return IsSize(name) ? 0 : null;
        if (PSObject.Unwrap(target) is IDictionary table && table.Contains(name))
            return table[name];
        if (PSObject.AsPSObject(target).Properties[name] is { } property)
            return property.Value;
        if (LanguagePrimitives.GetEnumerable(target) is not { } elements)
            return IsSize(name) ? 1 : null;
        if (IsSize(name))
            return elements.Cast<object?>().Count();

        var found = new List<object?>();
        foreach (var element in elements)
        {
            if (Read(element, name) is { } value)
                found.AddRange(LanguagePrimitives.GetEnumerable(value)?.Cast<object?>() ?? [value]);
        }

        return Statement.AsValue(found);
    }

    /// <summary>Everything has a Count and a Length: nothing 0, a list its elements, anything else 1.</summary>
    private static bool IsSize(string name) =>
        name.Equals("Count", StringComparison.OrdinalIgnoreCase) || name.Equals("Length", StringComparison.OrdinalIgnoreCase);
}

/// <summary>$x[0], $x['key'], $x[0,1]</summary>
internal sealed record IndexExpression(ScriptPosition Position, Expression Target, Expression Index) : Expression(Position)
{
    public override object? Evaluate(EvaluationScope scope)
    {
        var target = PSObject.Unwrap(Target.Evaluate(scope)) ?? throw new RuntimeException("Cannot index into a null array.");
        var index = PSObject.Unwrap(Index.Evaluate(scope));
        return index is object?[] indexes && target is not IDictionary
            ? indexes.Select(each => At(target, each)).ToArray()
            : At(target, index);
    }

    private static object? At(object target, object? index)
    {
        if (target is IDictionary table)
            return index is null ? null : table[index];
        if (target is not (IList or string))
            throw new RuntimeException($"Unable to index into an object of type {target.GetType()}.");
        var place = LanguagePrimitives.ConvertTo<int>(index);
        var count = target is IList list ? list.Count : ((string)target).Length;
        if (place < 0)
            place += count;
        if (place < 0 || place >= count)
            return null;
        return target is IList elements ? elements[place] : ((string)target)[place];
    }
}
