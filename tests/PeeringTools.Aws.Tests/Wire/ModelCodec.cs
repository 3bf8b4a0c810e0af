using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>Reads requests and writes responses by the model alone: the other end of the wire, written without the generator.</summary>
internal sealed class ModelCodec(ApiModel model)
{
    public JsonObject ReadRequest(string operation, string body) => model.IsQuery
        ? ReadForm(operation, body)
        : (JsonObject)FromJson(model.InputShape(operation), JsonNode.Parse(body)!);

    public string WriteResponse(string operation, JsonObject value) => model.IsQuery
        ? WriteXml(operation, value)
        : ToJson(model.OutputShape(operation), value).ToJsonString();

    private JsonObject ReadForm(string operation, string body)
    {
        var form = body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        Assert.True(form.Remove("Action", out var action));
        Assert.Equal(operation, action);
        Assert.True(form.Remove("Version"));
        var value = ReadStructure(form, "", model.InputShape(operation));
        Assert.Empty(form);
        return value;
    }

    private JsonObject ReadStructure(Dictionary<string, string> form, string prefix, string? shape)
    {
        var value = new JsonObject();
        foreach (var member in model.Members(shape))
            if (ReadParameter(form, prefix + member.QueryName, member.Shape) is { } read) value[member.Name] = read;
        return value;
    }

    private JsonNode? ReadParameter(Dictionary<string, string> form, string name, string shape)
    {
        var definition = model.Shape(shape);
        switch ((string)definition["type"]!)
        {
            case "structure":
                return form.Keys.Any(k => k.StartsWith(name + ".", StringComparison.Ordinal)) ? ReadStructure(form, name + ".", shape) : null;
            case "list":
                var list = new JsonArray();
                while (ReadParameter(form, string.Create(CultureInfo.InvariantCulture, $"{name}.{list.Count + 1}"), (string)definition["member"]!["shape"]!) is { } element) list.Add(element);
                return list.Count > 0 ? list : null;
            case var type:
                return !form.Remove(name, out var text) ? null : type switch
                {
                    "string" or "timestamp" => text,
                    "boolean" => text == "true" || (text == "false" ? false : throw new FormatException(text)),
                    _ => long.Parse(text, CultureInfo.InvariantCulture),
                };
        }
    }

    private string WriteXml(string operation, JsonObject value)
    {
        XNamespace ns = "http://ec2.amazonaws.com/doc/2016-11-15/";
        var root = new XElement(ns + (operation + "Response"), new XElement(ns + "requestId", "11111111-2222-3333-4444-555555555555"));
        AddMembers(ns, root, model.OutputShape(operation), value);
        return root.ToString();
    }

    private void AddMembers(XNamespace ns, XElement parent, string? shape, JsonObject value)
    {
        foreach (var member in model.Members(shape))
        {
            if (value[member.Name] is not { } node) continue;
            var element = new XElement(ns + member.WireName);
            AddValue(ns, element, member.Shape, node);
            parent.Add(element);
        }
    }

    private void AddValue(XNamespace ns, XElement element, string shape, JsonNode value)
    {
        switch (value)
        {
            case JsonObject structure:
                AddMembers(ns, element, shape, structure);
                break;
            case JsonArray list:
                var member = model.Shape(shape)["member"]!;
                foreach (var item in list)
                {
                    var child = new XElement(ns + ((string?)member["locationName"] ?? "member"));
                    AddValue(ns, child, (string)member["shape"]!, item!);
                    element.Add(child);
                }

                break;
            default:
                element.Value = value.GetValueKind() is System.Text.Json.JsonValueKind.String ? (string)value! : value.ToJsonString();
                break;
        }
    }

    private JsonNode ToJson(string? shape, JsonNode value) => value switch
    {
        JsonObject structure => new JsonObject(model.Members(shape).Where(m => structure[m.Name] is not null)
            .Select(m => KeyValuePair.Create(m.WireName, (JsonNode?)ToJson(m.Shape, structure[m.Name]!)))),
        JsonArray list => new JsonArray([.. list.Select(item => ToJson((string)model.Shape(shape!)["member"]!["shape"]!, item!))]),
        _ when (string?)model.Shape(shape!)["type"] == "timestamp" =>
            (DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).TotalMilliseconds / 1000,
        _ => value.DeepClone(),
    };

    private JsonNode FromJson(string? shape, JsonNode value)
    {
        if (shape is null || (string?)model.Shape(shape)["type"] == "structure")
        {
            var wire = value.AsObject();
            var members = model.Members(shape).ToList();
            Assert.Empty(wire.Select(w => w.Key).Except(members.Select(m => m.WireName)));
            return new JsonObject(members.Where(m => wire[m.WireName] is not null).Select(m => KeyValuePair.Create(m.Name, (JsonNode?)FromJson(m.Shape, wire[m.WireName]!))));
        }

        switch ((string)model.Shape(shape)["type"]!)
        {
            case "list":
                return new JsonArray([.. value.AsArray().Select(item => FromJson((string)model.Shape(shape)["member"]!["shape"]!, item!))]);
            case "timestamp":
                return DateTime.UnixEpoch.AddMilliseconds((double)value * 1000).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            case "string":
                return (string)value!;
            case "boolean":
                return (bool)value;
            default:
                return (long)value;
        }
    }
}
