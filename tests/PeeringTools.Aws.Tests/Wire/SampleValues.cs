using System.Globalization;
using System.Text.Json.Nodes;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>Makes values of a shape with every member set and no two alike. A value is JSON with the API's member names; times are ISO 8601 text.</summary>
internal sealed class SampleValues(ApiModel model)
{
    private int _count;

    public JsonObject Structure(string? shape) => new(model.Members(shape).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)Value(m.Shape))));

    private JsonNode Value(string shape)
    {
        var n = ++_count;
        var definition = model.Shape(shape);
        return (string)definition["type"]! switch
        {
            "structure" => Structure(shape),
            "list" => new JsonArray(Value((string)definition["member"]!["shape"]!), Value((string)definition["member"]!["shape"]!)),
            "string" when definition["enum"] is JsonArray known => n % 3 == 0 ? $"value-of-tomorrow-{n}" : (string)known[n % known.Count]!,
            "string" => n % 7 == 0 ? " " : $"text {n} & <x> \"é\" + 100%",
            "boolean" => n % 2 == 0,
            "integer" => int.MaxValue - n,
            "long" => 4_294_967_295L + n,
            "timestamp" => new DateTime(2026, 1, 2, 3, 4, 5, n % 1000, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException(other),
        };
    }
}
