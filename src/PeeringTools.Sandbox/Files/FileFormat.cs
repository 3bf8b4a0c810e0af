using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Sandbox.Files;

/// <summary>How the JSON of files is read.</summary>
internal static class FileFormat
{
    // The members that C# can't call by the API's name, as their class has it already.
    private static readonly Dictionary<(Type Type, string Property), string> Renamed = new()
    {
        [(typeof(CidrBlock), nameof(CidrBlock.Cidr))] = "CidrBlock",
        [(typeof(Ipv6CidrBlock), nameof(Ipv6CidrBlock.Value))] = "Ipv6CidrBlock",
        [(typeof(PrefixListId), nameof(PrefixListId.Id))] = "PrefixListId",
    };

    /// <summary>For what <c>aws ... describe-*</c> printed: AWS adds members over time, so those that aren't known are passed over.</summary>
    public static readonly JsonSerializerOptions Describe = new()
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new TimeConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Rename } },
    };

    /// <summary>For sandbox.json, which is ours: a member that isn't known is a mistake.</summary>
    public static readonly JsonSerializerOptions Settings = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>For saved state.</summary>
    public static JsonSerializerOptions State(KeySeal seal) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new SecretConverter(seal) },
    };

    /// <summary>A complaint about a file, in its own words.</summary>
    public static SandboxFileException Complain(string file, ReadOnlySpan<byte> json, JsonException problem, string prefix = "$")
    {
        var path = problem.Path is null or "$" ? prefix : prefix + problem.Path[1..];
        var isSyntax = problem.Path is null || problem.LineNumber is not null && prefix == "$";
        var message = problem.Message.Split(" Path: ", 2)[0].Split(" LineNumber: ", 2)[0];
        return new SandboxFileException(file, isSyntax ? problem.LineNumber + 1 : JsonLines.Find(json, path), path == "$" ? null : path[2..], message);
    }

    private static void Rename(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (Renamed.TryGetValue((type.Type, property.Name), out var name))
                property.Name = name;
        }
    }

    // The CLI prints times as text or, in its first version, as seconds since 1970.
    private sealed class TimeConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
                return DateTime.UnixEpoch.AddSeconds(reader.GetDouble());
            return reader.TokenType == JsonTokenType.String
                && DateTime.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time
                : throw new JsonException("The JSON value isn't a time.");
        }

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
