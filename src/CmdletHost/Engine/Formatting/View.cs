using System.Management.Automation;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>How objects of some types are shown.</summary>
internal sealed record View(string Name, IReadOnlyList<string> TypeNames, ViewShape Shape, IReadOnlyList<ViewItem> Items)
{
    public bool AutoSize { get; init; }

    public bool HideHeaders { get; init; }

    /// <summary>Whether what is too long for its column goes on below rather than being cut.</summary>
    public bool Wraps { get; init; }
}

/// <summary>Where text stands in its column.</summary>
internal enum Alignment
{
    ByValue,
    Left,
    Center,
    Right,
}

/// <summary>A column of a table or a line of a list.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="PropertyName">The property it shows, or null.</param>
/// <param name="Body">What it works out, where it shows no property.</param>
internal sealed record ViewItem(string Label, string? PropertyName, Expression? Body)
{
    /// <summary>Its width in letters, or 0 where it isn't said.</summary>
    public int Width { get; init; }

    public Alignment Alignment { get; init; }

    public string? FormatString { get; init; }

    public object? ValueOf(PSObject target)
    {
        try
        {
            return PropertyName is not null ? MemberExpression.Read(target, PropertyName) : Body!.Evaluate(new EvaluationScope(Session: null, target));
        }
        catch (RuntimeException)
        {
            // As in PowerShell, a value that can't be worked out is shown as none.
            return null;
        }
    }
}
