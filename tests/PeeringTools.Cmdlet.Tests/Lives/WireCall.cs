using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>A request as it was sent and the answer to it, read from the bytes and not by the module's own client.</summary>
internal sealed partial record WireCall(string Request, int Status, string Answer)
{
    public string Action => ActionField().Match(Request).Groups["action"].Value;

    public bool IsChange => !Action.StartsWith("Describe", StringComparison.Ordinal);

    public bool IsDone => Status == 200;

    /// <summary>The code of a refusal.</summary>
    public string Code => Xml.Descendants("Code").Single().Value;

    public XElement Xml => XElement.Parse(Answer);

    public bool Has(string field) => Request.Contains($"&{field}.", StringComparison.Ordinal);

    [GeneratedRegex("(^|&)Action=(?<action>[A-Za-z]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ActionField();
}
