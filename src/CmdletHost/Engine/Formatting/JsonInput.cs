using System.Management.Automation;
using System.Text.Json;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Reads JSON lines as objects, each when it is asked for.</summary>
public static class JsonInput
{
    /// <summary>The objects of the lines; a line that is an array gives its items, as in a pipeline, and blank lines are skipped.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="stop">Ends a wait for the next line.</param>
    /// <exception cref="InvalidDataException">A line isn't JSON: the message says which.</exception>
    /// <exception cref="PipelineStoppedException">The wait was ended.</exception>
    public static IEnumerable<object?> Read(TextReader lines, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var number = 0;
        while (NextLine(lines, stop) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            var value = Parse(line, number);
            foreach (var item in value is object?[] items ? items : [value])
                yield return item;
        }
    }

    /// <summary>A read of standard input can't be broken off, so it is left behind on a thread of its own.</summary>
    private static string? NextLine(TextReader lines, CancellationToken stop)
    {
        try
        {
            return Task.Run(lines.ReadLine, stop).WaitAsync(stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private static object? Parse(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return ValueOf(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"Line {number} of the input is no JSON: {e.Message}", e);
        }
    }

    private static object? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Bag(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ValueOf).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when element.TryGetInt32(out var small) => small,
        JsonValueKind.Number when element.TryGetInt64(out var large) => large,
        JsonValueKind.Number => element.GetDouble(),
        _ => null,
    };

    private static PSObject Bag(JsonElement element)
    {
        var bag = new PSObject();
        foreach (var property in element.EnumerateObject())
        {
            bag.Properties.Remove(property.Name);
            bag.Properties.Add(new PSNoteProperty(property.Name, ValueOf(property.Value)));
        }

        return bag;
    }
}
