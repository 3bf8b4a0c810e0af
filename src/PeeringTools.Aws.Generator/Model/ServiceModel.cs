namespace PeeringTools.Aws.Generator.Model;

internal enum Protocol
{
    /// <summary>Form-encoded requests, XML responses, by EC2's own naming rules.</summary>
    Ec2Query,

    /// <summary>awsJson1_1: the operation in X-Amz-Target.</summary>
    Json,
}

/// <summary>One API model file.</summary>
internal sealed class ServiceModel(
    string serviceId, string version, string endpointPrefix, string? targetPrefix, string? xmlNamespace, Protocol protocol,
    IReadOnlyList<Operation> operations, IReadOnlyList<Shape> shapes)
{
    /// <summary>The name that endpoint settings use (<c>Direct Connect</c>).</summary>
    public string ServiceId { get; } = serviceId;

    public string Version { get; } = version;

    public string EndpointPrefix { get; } = endpointPrefix;

    public string? TargetPrefix { get; } = targetPrefix;

    public string? XmlNamespace { get; } = xmlNamespace;

    public Protocol Protocol { get; } = protocol;

    public IReadOnlyList<Operation> Operations { get; } = operations;

    public IReadOnlyList<Shape> Shapes { get; } = shapes;

    /// <summary>The SDK's name for the service (<c>DirectConnect</c>).</summary>
    public string Name => ServiceId.Replace(" ", "");

    public string Namespace => "PeeringTools.Aws." + Name;

    public string ModelNamespace => Namespace + ".Model";

    public string Client => $"Amazon{Name}Client";

    public string Interface => $"IAmazon{Name}";

    public string Config => $"Amazon{Name}Config";

    public string Exception => $"Amazon{Name}Exception";

    public string RequestBase => $"Amazon{Name}Request";

    public IEnumerable<Shape> Enums => Shapes.Where(s => s.IsEnum);

    public IEnumerable<Shape> Exceptions => Shapes.Where(s => s.IsException);

    /// <summary>The structures that values nest: not those that are only an operation's input or output.</summary>
    public IReadOnlyList<Shape> NestedStructures { get; } = Reachable(operations.SelectMany(o => o.InputMembers.Concat(o.OutputMembers)));

    /// <summary>The structures nested in requests.</summary>
    public IReadOnlyList<Shape> RequestStructures { get; } = Reachable(operations.SelectMany(o => o.InputMembers));

    /// <summary>The structures nested in responses.</summary>
    public IReadOnlyList<Shape> ResponseStructures { get; } = Reachable(operations.SelectMany(o => o.OutputMembers));

    private static List<Shape> Reachable(IEnumerable<Member> roots)
    {
        var seen = new HashSet<Shape>();
        var todo = new Stack<Shape>(roots.Select(m => m.Shape));
        while (todo.Count > 0)
        {
            var shape = todo.Pop();
            if (!seen.Add(shape)) continue;
            if (shape.Element is { } element) todo.Push(element);
            foreach (var member in shape.Members) todo.Push(member.Shape);
        }

        return [.. seen.Where(s => s.Type == ShapeType.Structure).OrderBy(s => s.Name, StringComparer.Ordinal)];
    }
}
