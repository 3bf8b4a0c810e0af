using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using PeeringTools.Aws.Generator;

namespace PeeringTools.Aws.Tests.Generator;

/// <summary>What the generator does with models that aren't the ones we have.</summary>
public sealed class GeneratorTests
{
    private const string Small = """
        {
          "metadata": {"serviceId": "Tiny Thing", "apiVersion": "2020-01-01", "endpointPrefix": "tiny", "jsonVersion": "1.1", "targetPrefix": "Tiny", "protocols": ["json"]},
          "operations": {"MakeThing": {"name": "MakeThing", "input": {"shape": "In"}, "output": {"shape": "Out"}}},
          "shapes": {
            "In": {"type": "structure", "members": {"colour": {"shape": "Colour"}}, "required": ["colour"]},
            "Out": {"type": "structure", "members": {"things": {"shape": "Things"}}},
            "Things": {"type": "list", "member": {"shape": "Thing"}},
            "Thing": {"type": "structure", "members": {"parts": {"shape": "Things"}, "born": {"shape": "Time"}}},
            "Time": {"type": "timestamp"},
            "Colour": {"type": "string", "enum": ["dark-red", "8-bit", "dark red"], "max": 5}
          }
        }
        """;

    [Theory]
    [InlineData("{", "tiny.json: ")]
    [InlineData("""{"operations": {}}""", "no metadata")]
    [InlineData("""{"metadata": {"protocols": ["rest-xml"]}, "operations": {}, "shapes": {}}""", "rest-xml")]
    [InlineData("""{"metadata": {"protocols": ["ec2"]}, "operations": {}, "shapes": {"Odd": {"type": "document"}}}""", "Shape Odd has a type that the generator doesn't know: document.")]
    public void A_model_that_cannot_be_read_is_an_error_that_names_it(string json, string message)
    {
        var problem = Assert.Single(Run(Driver("Client", json)).Diagnostics);
        Assert.Equal(("PTGEN001", DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.Contains("tiny.json", problem.GetMessage(null), StringComparison.Ordinal);
        Assert.Contains(message, problem.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_may_nest_themselves_and_values_become_constants()
    {
        var sources = Run(Driver("Client", Small)).GeneratedTrees.ToDictionary(t => Path.GetFileName(t.FilePath), t => t.ToString());
        Assert.Contains("public List<Thing>? Parts { get; set; }", sources["TinyThing.Structures.g.cs"], StringComparison.Ordinal);
        Assert.Contains("JsonAsync(request, \"MakeThing\", \"Tiny.MakeThing\", OperationKind.Idempotent,", sources["TinyThing.Client.g.cs"], StringComparison.Ordinal);
        foreach (var constant in new[] { "DarkRed = \"dark-red\"", "_8Bit = \"8-bit\"", "DarkRed_ = \"dark red\"" })
            Assert.Contains(constant, sources["TinyThing.Enums.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Required. Length 5 at most.", sources["TinyThing.Requests.g.cs"], StringComparison.Ordinal);

        var service = Run(Driver("Service", Small)).GeneratedTrees.Single(t => t.FilePath.EndsWith("Service.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Contains("\"MakeThing\" => [\"things.born\"]", service, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unchanged_model_is_not_written_again()
    {
        var driver = Driver("Client", Small);
        driver = driver.RunGenerators(Compilation());
        driver = driver.RunGenerators(Compilation().AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;")));
        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static GeneratorDriverRunResult Run(GeneratorDriver driver) => driver.RunGenerators(Compilation()).GetRunResult();

    private static CSharpCompilation Compilation() => CSharpCompilation.Create("test");

    private static GeneratorDriver Driver(string side, string json) => CSharpGeneratorDriver.Create(
        [new AwsModelGenerator().AsSourceGenerator()],
        [new ModelFile(json)],
        optionsProvider: new Options(side),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class ModelFile(string json) : AdditionalText
    {
        public override string Path => "/models/tiny.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(json);
    }

    private sealed class Options(string side) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(side);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(string side) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = ImmutableDictionary<string, string>.Empty.Add("build_property.AwsModelSide", side);

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
