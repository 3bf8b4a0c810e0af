using System.Globalization;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>How often each act came to what end, so that a test can show that it saw all of them.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Act, string End), int> _counts = [];

    public int this[string act, string end] => _counts.GetValueOrDefault((act, end));

    public void Add(string act, string end) => _counts[(act, end)] = this[act, end] + 1;

    public override string ToString() => string.Join('\n', _counts.OrderBy(c => c.Key.Act, StringComparer.Ordinal).ThenBy(c => c.Key.End, StringComparer.Ordinal)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key.Act,-8} {c.Key.End,-20} {c.Value,6}")));
}
