using System.Xml.Linq;

namespace PeeringTools.Help;

/// <summary>The XML documentation file that the compiler wrote beside the assembly.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    private XmlDocumentation(Dictionary<string, XElement> members) => _members = members;

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    public static XmlDocumentation Load(string path) => new(XDocument.Load(path).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal));

    /// <summary>The summary of a property, or null where it has none.</summary>
    public DocText? OfProperty(string declaringType, string property) =>
        _members.TryGetValue($"P:{declaringType}.{property}", out var member) && member.Element("summary") is { } summary ? DocText.Of(summary) : null;
}
