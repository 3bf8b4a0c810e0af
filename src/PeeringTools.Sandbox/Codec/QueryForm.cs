namespace PeeringTools.Sandbox.Codec;

/// <summary>A query request's form body as the tree that its dotted names spell. Order doesn't matter and list numbers may have gaps.</summary>
internal sealed class QueryForm
{
    private QueryForm(QueryNode root) => Root = root;

    /// <summary>The request itself.</summary>
    public QueryNode Root { get; }

    /// <summary>The Action parameter.</summary>
    public string? Action => Root.Child("Action")?.String();

    /// <summary>The Version parameter.</summary>
    public string? Version => Root.Child("Version")?.String();

    /// <summary>Parameters that nothing has asked for yet. After a request was read these are the ones that its operation doesn't have.</summary>
    public IEnumerable<string> Unread => Root.Unread();

    /// <summary>Reads <c>application/x-www-form-urlencoded</c> text (a body, or a URL's query without its question mark).</summary>
    public static QueryForm Parse(string form)
    {
        var root = new QueryNode("");
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            root.Add(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        return new QueryForm(root);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
