using System.Globalization;
using System.Text;

namespace PeeringTools.Aws.Wire;

/// <summary>The form body of an EC2 query request. Null members and empty lists leave no trace, as the protocol asks.</summary>
internal sealed class QueryWriter
{
    private readonly StringBuilder _body = new();

    public QueryWriter(string action, string version)
    {
        Add("", "Action", action);
        Add("", "Version", version);
    }

    public void Add(string prefix, string name, string? value)
    {
        if (value is null) return;
        if (_body.Length > 0) _body.Append('&');
        _body.Append(prefix).Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    public void Add(string prefix, string name, bool? value) => Add(prefix, name, value is { } v ? (v ? "true" : "false") : null);

    public void Add(string prefix, string name, int? value) => Add(prefix, name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string prefix, string name, long? value) => Add(prefix, name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string prefix, string name, DateTime? value) => Add(prefix, name, value is { } v ? WireTime.ToIso8601(v) : null);

    public void AddStructure<T>(string prefix, string name, T? value, Action<QueryWriter, string, T> write)
        where T : class
    {
        if (value is not null) write(this, $"{prefix}{name}.", value);
    }

    public void AddList(string prefix, string name, List<string>? values)
    {
        for (var i = 0; i < values?.Count; i++)
            Add(prefix, ElementName(name, i), values[i] ?? throw NullElement(prefix, name, i));
    }

    public void AddList<T>(string prefix, string name, List<T>? values, Action<QueryWriter, string, T> write)
        where T : class
    {
        for (var i = 0; i < values?.Count; i++)
            AddStructure(prefix, ElementName(name, i), values[i] ?? throw NullElement(prefix, name, i), write);
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_body.ToString());

    private static string ElementName(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}.{index + 1}");

    private static ArgumentException NullElement(string prefix, string name, int index) => new($"{prefix}{ElementName(name, index)} is null.", name);
}
