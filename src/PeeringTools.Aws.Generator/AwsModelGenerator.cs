using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator;

/// <summary>Writes a service's typed client (AwsModelSide=Client) or the service side of its wire format (AwsModelSide=Service) from its API model.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AwsModelGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor UnreadableModel = new(
        "PTGEN001", "API model can't be read", "{0}: {1}", "PeeringTools", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var side = context.AnalyzerConfigOptionsProvider.Select(static (provider, _) =>
            provider.GlobalOptions.TryGetValue("build_property.AwsModelSide", out var value) ? value : "");
        var models = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancel) => (Name: Path.GetFileName(file.Path), Json: file.GetText(cancel)?.ToString() ?? ""));
        context.RegisterSourceOutput(models.Combine(side), static (output, input) => Write(output, input.Left.Name, input.Left.Json, input.Right));
    }

    private static void Write(SourceProductionContext output, string file, string json, string side)
    {
        try
        {
            var model = ModelParser.Parse(json);
            foreach (var (name, source) in side == "Service" ? ServiceSide.Files(model) : ClientSide.Files(model))
                output.AddSource($"{model.Name}.{name}.g.cs", SourceText.From(source.ToString(), Encoding.UTF8));
        }
        catch (Exception problem) when (problem is FormatException or KeyNotFoundException or System.Xml.XmlException)
        {
            output.ReportDiagnostic(Diagnostic.Create(UnreadableModel, Location.None, file, problem.Message));
        }
    }
}
