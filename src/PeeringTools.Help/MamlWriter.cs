using System.Text;
using System.Xml;

namespace PeeringTools.Help;

/// <summary>Writes Get-Help's file: MAML, as PowerShell reads it from beside the module.</summary>
internal sealed class MamlWriter : IDisposable
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private readonly XmlWriter _xml;

    private MamlWriter(Stream destination) =>
        _xml = XmlWriter.Create(destination, new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" });

    /// <summary>Writes the help of all <paramref name="cmdlets"/>, each with its page.</summary>
    public static void Write(Stream destination, IEnumerable<(Cmdlet Cmdlet, Page Page)> cmdlets)
    {
        using var writer = new MamlWriter(destination);
        writer.WriteAll(cmdlets);
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void WriteAll(IEnumerable<(Cmdlet Cmdlet, Page Page)> cmdlets)
    {
        _xml.WriteStartElement("helpItems", "http://msh");
        _xml.WriteAttributeString("schema", "maml");
        foreach (var (cmdlet, page) in cmdlets)
        {
            _xml.WriteStartElement("command", "command", Command);
            _xml.WriteAttributeString("xmlns", "maml", null, Maml);
            _xml.WriteAttributeString("xmlns", "dev", null, Dev);
            WriteCommand(cmdlet, page);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteCommand(Cmdlet cmdlet, Page page)
    {
        Element(Command, "details", () =>
        {
            Text(Command, "name", cmdlet.Name);
            Text(Command, "verb", cmdlet.Verb);
            Text(Command, "noun", cmdlet.Noun);
            Paragraphs(Maml, "description", [page.Synopsis]);
        });
        Paragraphs(Maml, "description", page.Paragraphs("DESCRIPTION"));
        Element(Command, "syntax", () =>
        {
            foreach (var set in cmdlet.Sets)
            {
                Element(Command, "syntaxItem", () =>
                {
                    Text(Maml, "name", cmdlet.Name);
                    foreach (var (parameter, use) in cmdlet.ParametersOf(set))
                        WriteParameter(parameter, use, inSyntax: true);
                });
            }
        });
        Element(Command, "parameters", () =>
        {
            foreach (var parameter in cmdlet.Parameters)
                WriteParameter(parameter, parameter.Uses[0], inSyntax: false);
        });
        WriteTypes("inputTypes", "inputType", page.Inputs);
        WriteTypes("returnValues", "returnValue", page.Outputs);
        Element(Maml, "alertSet", () => Paragraphs(Maml, "alert", page.Paragraphs("NOTES")));
        Element(Command, "examples", () =>
        {
            foreach (var example in page.Examples)
            {
                Element(Command, "example", () =>
                {
                    Text(Maml, "title", $"-------- {example.Title} --------");
                    Text(Dev, "code", example.Code);
                    Paragraphs(Dev, "remarks", [.. example.Remarks, ""]);
                });
            }
        });
        Element(Command, "relatedLinks", () =>
        {
            foreach (var link in page.Links)
                WriteLink(link);
        });
    }

    private void WriteParameter(CmdletParameter parameter, CmdletParameterUse use, bool inSyntax)
    {
        _xml.WriteStartElement("command", "parameter", Command);
        _xml.WriteAttributeString("required", use.Mandatory ? "true" : "false");
        _xml.WriteAttributeString("variableLength", "true");
        _xml.WriteAttributeString("globbing", "false");
        _xml.WriteAttributeString("pipelineInput", use.PipelineText);
        _xml.WriteAttributeString("position", use.PositionText);
        _xml.WriteAttributeString("aliases", parameter.Aliases is [] ? "none" : string.Join(", ", parameter.Aliases));
        Text(Maml, "name", parameter.Name);
        Paragraphs(Maml, "description", [parameter.Description?.Markdown ?? "", .. AcceptedValues(parameter)]);
        if (inSyntax && parameter.AcceptedValues is not [])
        {
            Element(Command, "parameterValueGroup", () =>
            {
                foreach (var value in parameter.AcceptedValues)
                    WriteValue(value);
            });
        }

        if (!parameter.IsSwitch)
            WriteValue(parameter.TypeName);
        Element(Dev, "type", () => Text(Maml, "name", parameter.TypeName));
        Text(Dev, "defaultValue", parameter.DefaultValue);
        _xml.WriteEndElement();
    }

    private static IEnumerable<string> AcceptedValues(CmdletParameter parameter) =>
        parameter.AcceptedValues is [] ? [] : [$"Accepted values: {string.Join(", ", parameter.AcceptedValues)}."];

    private void WriteValue(string text)
    {
        _xml.WriteStartElement("command", "parameterValue", Command);
        _xml.WriteAttributeString("required", "true");
        _xml.WriteAttributeString("variableLength", "false");
        _xml.WriteString(text);
        _xml.WriteEndElement();
    }

    private void WriteTypes(string all, string one, IReadOnlyList<(string Title, string Text)> types) => Element(Command, all, () =>
    {
        foreach (var (title, text) in types)
        {
            Element(Command, one, () =>
            {
                Element(Dev, "type", () => Text(Maml, "name", title));
                Paragraphs(Maml, "description", [text]);
            });
        }
    });

    private void WriteLink(string link) => Element(Maml, "navigationLink", () =>
    {
        // [text](target): a target that is no address is another page, which Get-Help finds by its name.
        var split = link.Split(["[", "](", ")"], StringSplitOptions.RemoveEmptyEntries);
        Text(Maml, "linkText", split[0]);
        Text(Maml, "uri", split.Length > 1 && split[1].StartsWith("https:", StringComparison.Ordinal) ? split[1] : "");
    });

    private void Paragraphs(string space, string name, IEnumerable<string> paragraphs) => Element(space, name, () =>
    {
        foreach (var paragraph in paragraphs)
            Text(Maml, "para", DocText.PlainOf(paragraph));
    });

    private void Text(string space, string name, string text) => _xml.WriteElementString(Prefix(space), name, space, text);

    private void Element(string space, string name, Action content)
    {
        _xml.WriteStartElement(Prefix(space), name, space);
        content();
        _xml.WriteEndElement();
    }

    private static string Prefix(string space) => space switch { Maml => "maml", Command => "command", _ => "dev" };
}
