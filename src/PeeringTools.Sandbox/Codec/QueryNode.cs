using System.Globalization;
using PeeringTools.Aws.Wire;

namespace PeeringTools.Sandbox.Codec;

/// <summary>A parameter, a structure or a list of a query request.</summary>
internal sealed class QueryNode(string path)
{
    // Far above any request of AWS, far below what a stack holds.
    private const int DeepestName = 32;

    private Dictionary<string, QueryNode>? _children;
    private string? _value;
    private bool _isRead;

    /// <summary>The name on the wire (<c>Filter.1.Name</c>).</summary>
    public string Path { get; } = path;

    /// <summary>The member of that name; null where it wasn't sent.</summary>
    public QueryNode? Child(string name) => _children is not null && _children.TryGetValue(name, out var child) ? child : null;

    public void Add(string name, string value)
    {
        var node = this;
        foreach (var step in name.Split('.', DeepestName))
        {
            node._children ??= new(StringComparer.Ordinal);
            if (!node._children.TryGetValue(step, out var child))
                node._children.Add(step, child = new QueryNode(node.Path.Length == 0 ? step : $"{node.Path}.{step}"));
            node = child;
        }

        node._value = value;
    }

    public string? String()
    {
        _isRead = true;
        return _value;
    }

    public bool? Boolean() => String() switch
    {
        null => null,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw new MalformedRequestException(Path, text, "true or false"),
    };

    public int? Int32() => String() is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new MalformedRequestException(Path, text, "a 32-bit integer");

    public long? Int64() => String() is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new MalformedRequestException(Path, text, "a 64-bit integer");

    public DateTime? Timestamp()
    {
        if (String() is not { } text) return null;
        try
        {
            return WireTime.FromIso8601(text);
        }
        catch (FormatException)
        {
            throw new MalformedRequestException(Path, text, "an ISO 8601 time");
        }
    }

    public T? Structure<T>(Func<QueryNode, T> read)
        where T : class
    {
        if (_value is { Length: > 0 } text) throw new MalformedRequestException(Path, text, "a structure");
        _isRead = true;
        return read(this);
    }

    /// <summary>The elements in the order of their numbers. A name with an empty value is an empty list, as some clients send it.</summary>
    public List<T> List<T>(Func<QueryNode, T?> read)
        where T : class
    {
        if (_value is { Length: > 0 } text) throw new MalformedRequestException(Path, text, "a list, numbered from 1");
        _isRead = true;
        return [.. (_children ?? []).OrderBy(Number).Select(child => read(child.Value)).OfType<T>()];
    }

    /// <summary>The parameters below that nothing has asked for.</summary>
    public IEnumerable<string> Unread()
    {
        if (_value is not null && !_isRead) yield return Path;
        if (_children is null) yield break;
        foreach (var name in _children.Values.SelectMany(child => child.Unread())) yield return name;
    }

    private static int Number(KeyValuePair<string, QueryNode> element) =>
        int.TryParse(element.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MalformedRequestException(element.Value.Path, null, "numbered");
}
