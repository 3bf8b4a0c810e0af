namespace PeeringTools.Help;

/// <summary>An example of a page.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Code">The lines to type.</param>
/// <param name="Remarks">What they do, as paragraphs; what they print stands among them as it looks.</param>
internal sealed record PageExample(string Title, string Code, IReadOnlyList<string> Remarks)
{
    /// <summary>Reads an example: the first fenced block is what is typed, later ones are what it prints.</summary>
    public static PageExample Of(string title, IEnumerable<string> lines)
    {
        string? code = null;
        List<string>? fenced = null;
        var remarks = new List<string>();
        var words = new List<string>();
        foreach (var line in lines)
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                (fenced ?? words).Add(line);
                continue;
            }

            if (fenced is null)
            {
                remarks.AddRange(Page.ParagraphsOf(words));
                words.Clear();
                fenced = [];
                continue;
            }

            var block = string.Join('\n', fenced);
            if (code is null)
                code = block;
            else
                remarks.Add(block);
            fenced = null;
        }

        remarks.AddRange(Page.ParagraphsOf(words));
        return new(title, code ?? "", remarks);
    }
}
