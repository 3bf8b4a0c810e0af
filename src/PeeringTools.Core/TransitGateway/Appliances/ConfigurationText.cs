using System.Text;

namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>Puts a configuration together line by line.</summary>
internal sealed class ConfigurationText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines as they stand.</summary>
    public ConfigurationText Add(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Adds lines where a condition holds.</summary>
    public ConfigurationText AddIf(bool condition, params ReadOnlySpan<string> lines) => condition ? Add(lines) : this;

    /// <summary>Adds the lines of each item.</summary>
    public ConfigurationText AddEach<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> lines)
    {
        foreach (var item in items)
            Add([.. lines(item)]);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
