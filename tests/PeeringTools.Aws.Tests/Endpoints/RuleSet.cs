using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PeeringTools.Aws.Tests.Endpoints;

/// <summary>Runs an AWS endpoint rule set as its specification says: the first rule whose conditions all hold decides.</summary>
internal sealed partial class RuleSet(string service)
{
    private static readonly JsonNode Partitions = Read("partitions");
    private readonly JsonNode _root = Read(service);

    /// <summary>Every Region that AWS's partition data names.</summary>
    public static IEnumerable<string> Regions => Partitions["partitions"]!.AsArray().SelectMany(p => p!["regions"]!.AsObject().Select(r => r.Key));

    /// <summary>The endpoint's URL, or "error: " and the message.</summary>
    public string Resolve(string? region, bool useFips, bool useDualStack, string? endpoint)
    {
        var scope = new Dictionary<string, JsonNode?>
        {
            ["Region"] = region, ["UseFIPS"] = useFips, ["UseDualStack"] = useDualStack, ["Endpoint"] = endpoint,
        };
        return Decide(_root["rules"]!.AsArray(), scope) ?? throw new InvalidOperationException("No rule applies.");
    }

    private static string? Decide(JsonArray rules, Dictionary<string, JsonNode?> scope)
    {
        foreach (var rule in rules)
        {
            var inner = new Dictionary<string, JsonNode?>(scope);
            if (!rule!["conditions"]!.AsArray().All(condition => Holds(condition!, inner))) continue;
            return (string)rule["type"]! switch
            {
                "error" => "error: " + Text(rule["error"]!, inner),
                "endpoint" => Text(rule["endpoint"]!["url"]!, inner),
                _ => Decide(rule["rules"]!.AsArray(), inner) ?? throw new InvalidOperationException("A tree ended without a decision."),
            };
        }

        return null;
    }

    private static bool Holds(JsonNode condition, Dictionary<string, JsonNode?> scope)
    {
        var value = Call(condition, scope);
        if ((string?)condition["assign"] is { } name) scope[name] = value;
        return value is not null && (value.GetValueKind() != System.Text.Json.JsonValueKind.False);
    }

    private static JsonNode? Call(JsonNode function, Dictionary<string, JsonNode?> scope)
    {
        var arguments = function["argv"]!.AsArray().Select(a => Value(a!, scope)).ToList();
        return (string)function["fn"]! switch
        {
            "isSet" => arguments[0] is not null,
            "booleanEquals" or "stringEquals" => JsonNode.DeepEquals(arguments[0], arguments[1]),
            "getAttr" => arguments[0]![(string)arguments[1]!]?.DeepClone(),
            "aws.partition" => Partition((string)arguments[0]!),
            var other => throw new NotSupportedException(other),
        };
    }

    private static JsonNode? Value(JsonNode argument, Dictionary<string, JsonNode?> scope) => argument switch
    {
        JsonObject call when call.ContainsKey("fn") => Call(call, scope),
        JsonObject reference => scope[(string)reference["ref"]!],
        _ => argument,
    };

    private static string Text(JsonNode template, Dictionary<string, JsonNode?> scope) => template is JsonObject
        ? (string)Value(template, scope)!
        : Placeholder().Replace((string)template!, match => (string)(match.Groups["part"].Success
            ? scope[match.Groups["name"].Value]![match.Groups["part"].Value]!
            : scope[match.Groups["name"].Value]!)!);

    private static JsonNode Partition(string region)
    {
        var all = Partitions["partitions"]!.AsArray();
        var found = all.FirstOrDefault(p => p!["regions"]!.AsObject().ContainsKey(region))
            ?? all.FirstOrDefault(p => Regex.IsMatch(region, (string)p!["regionRegex"]!, RegexOptions.None, TimeSpan.FromSeconds(1)))
            ?? all.First(p => (string?)p!["id"] == "aws");
        return found!["outputs"]!;
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Endpoints", "RuleSets", file + ".json")))!;

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)(#(?<part>[A-Za-z]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
