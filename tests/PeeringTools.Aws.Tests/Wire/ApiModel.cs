using System.Text.Json.Nodes;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>An API model as the tests read it: straight from the file, sharing nothing with the generator.</summary>
internal sealed class ApiModel
{
    public static readonly string[] Services = ["ec2", "directconnect", "gamelift"];

    private static readonly Dictionary<string, ApiModel> Loaded = Services.ToDictionary(s => s, s => new ApiModel(s));
    private readonly JsonNode _root;

    private ApiModel(string service)
    {
        Service = service;
        _root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", service + ".json")))!;
    }

    public string Service { get; }

    public bool IsQuery => (string?)_root["metadata"]!["protocol"] == "ec2";

    public string TargetPrefix => (string)_root["metadata"]!["targetPrefix"]!;

    public IEnumerable<string> Operations => _root["operations"]!.AsObject().Select(o => o.Key);

    public static ApiModel Of(string service) => Loaded[service];

    public static TheoryData<string, string> AllOperations()
    {
        var data = new TheoryData<string, string>();
        foreach (var service in Services)
            foreach (var operation in Of(service).Operations)
                data.Add(service, operation);
        return data;
    }

    public string? InputShape(string operation) => (string?)_root["operations"]![operation]!["input"]?["shape"];

    public string? OutputShape(string operation) => (string?)_root["operations"]![operation]!["output"]?["shape"];

    public JsonNode Shape(string name) => _root["shapes"]![name]!;

    public IEnumerable<ModelMember> Members(string? shape) => shape is null ? [] : Shape(shape)["members"]!.AsObject().Select(m => new ModelMember(m.Key, m.Value!));
}

internal sealed record ModelMember(string Name, JsonNode Reference)
{
    public string Shape => (string)Reference["shape"]!;

    public string WireName => (string?)Reference["locationName"] ?? Name;

    /// <summary>EC2's rule for requests: queryName, else locationName with a capital, else the name as it stands.</summary>
    public string QueryName => (string?)Reference["queryName"]
        ?? ((string?)Reference["locationName"] is { } location ? char.ToUpperInvariant(location[0]) + location[1..] : Name);

    public bool IsIdempotencyToken => Reference["idempotencyToken"] is not null;
}
