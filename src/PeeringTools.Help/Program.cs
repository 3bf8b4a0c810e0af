using System.CommandLine;
using PeeringTools.Help;

var assembly = Required("--assembly", "The module's assembly.");
var documentation = Required("--documentation", "The XML documentation file of the assembly.");
var reference = Required("--reference", "A System.Management.Automation.dll to read the assembly with.");
var pages = Required("--pages", "The folder of the Markdown pages.");
var output = new Option<string?>("--output") { Description = "Write the help file and the topics to this folder." };
var update = new Option<bool>("--update") { Description = "Write the generated part of every page anew." };
var check = new Option<bool>("--check") { Description = "Fail where help is missing or stale." };

var command = new RootCommand("Makes the module's Get-Help.") { assembly, documentation, reference, pages, output, update, check };
command.SetAction(given =>
{
    var source = HelpSource.Load(given.GetRequiredValue(assembly), given.GetRequiredValue(reference), given.GetRequiredValue(documentation), given.GetRequiredValue(pages));
    if (given.GetValue(update))
        foreach (var name in source.Update())
            Console.WriteLine($"{name}.md is written anew.");

    if (given.GetValue(output) is { } folder)
        source.WriteTo(folder);

    var problems = given.GetValue(check) ? HelpCheck.Problems(source).ToList() : [];
    foreach (var problem in problems)
        Console.Error.WriteLine($"docs/en-US : error HELP001: {problem}");
    return problems.Count == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();

static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
