using System.Globalization;

namespace PeeringTools.Cmdlet.Tests.Binding;

/// <summary>What came out of a line.</summary>
public sealed record CaseResult(string[] Out, string[] Errors, string[] Warnings, string[] Verbose)
{
    private const string TestNamespace = "PeeringTools.Cmdlet.Tests.Cmdlets.";

    internal static CaseResult Of(CapturingConsole console) => new(
        [.. console.Objects.Select(Text)], [.. console.Errors.Select(error => error.FullyQualifiedErrorId)], [.. console.Warnings], [.. console.Verbose]);

    /// <summary>As text, so that a difference can be read.</summary>
    public override string ToString() => $"out: [{Join(Out)}]\nerrors: [{Join(Errors)}]\nwarnings: [{Join(Warnings)}]\nverbose: [{Join(Verbose)}]";

    // As PowerShell's "$_" does.
    private static string Text(object? value) => value switch
    {
        null => "null",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Join(string[] lines) =>
        string.Join(" | ", lines.Select(line => line.ReplaceLineEndings("\\n").Replace(TestNamespace, string.Empty, StringComparison.Ordinal)));
}
