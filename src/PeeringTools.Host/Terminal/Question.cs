namespace PeeringTools.Host.Terminal;

/// <summary>Asks the user to choose, in PowerShell's form: <c>[Y] Yes  [A] Yes to All ...</c></summary>
internal sealed class Question(TextWriter writer, TextReader reader)
{
    /// <summary>The place of the choice. At the end of input it is the last one, which halts.</summary>
    public int Ask(string caption, string message, IReadOnlyList<string> choices, int defaultChoice)
    {
        writer.WriteLine();
        writer.WriteLine(caption);
        writer.WriteLine(message);
        while (true)
        {
            writer.Write(string.Join("  ", choices.Select(choice => $"[{KeyOf(choice)}] {NameOf(choice)}")) + $" (default is \"{KeyOf(choices[defaultChoice])}\"): ");
            writer.Flush();
            if (reader.ReadLine() is not { } answer)
                return choices.Count - 1;
            answer = answer.Trim();
            if (answer.Length == 0)
                return defaultChoice;
            for (var i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(KeyOf(choices[i]), StringComparison.OrdinalIgnoreCase) || answer.Equals(NameOf(choices[i]), StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }
    }

    private static string KeyOf(string choice) => char.ToUpperInvariant(choice[choice.IndexOf('&', StringComparison.Ordinal) + 1]).ToString();

    private static string NameOf(string choice) => choice.Replace("&", string.Empty, StringComparison.Ordinal);
}
