using System.Text.Json;

namespace PeeringTools.Cmdlet.Tests.Binding;

/// <summary>A line and what has to come out of it, in the Host and in PowerShell.</summary>
public sealed record BindingCase(string Line, string[]? Out, string[]? Errors, string[]? Warnings, string[]? Verbose)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static IReadOnlyDictionary<string, BindingCase> ByLine { get; } =
        JsonSerializer.Deserialize<Dictionary<string, BindingCase[]>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Binding", "cases.json")), Options)!
            .SelectMany(group => group.Value)
            .ToDictionary(each => each.Line, StringComparer.Ordinal);

    public CaseResult Expected => new(Out ?? [], Errors ?? [], Warnings ?? [], Verbose ?? []);
}
