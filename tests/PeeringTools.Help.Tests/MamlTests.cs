using System.Xml.Linq;

namespace PeeringTools.Help.Tests;

public sealed class MamlTests
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    private static readonly Lazy<XDocument> Staged = new(() => XDocument.Load(Path.Combine(Sources.StagedModule, "en-US", "PeeringTools.dll-Help.xml")));

    [Fact]
    public void The_staged_help_is_about_every_cmdlet() =>
        Assert.Equal(Sources.Load(Sources.Pages).Cmdlets.Select(c => c.Name), Staged.Value.Root!.Elements().Select(NameOf));

    [Fact]
    public void Each_parameter_set_has_its_syntax()
    {
        var items = Of("Remove-DxBgpPeer").Element(Command + "syntax")!.Elements().Select(item => item.Elements(Command + "parameter").Select(p => p.Element(Maml + "name")!.Value).ToList()).ToList();
        Assert.Equal(["VirtualInterfaceId", "BgpPeerId"], items[0].Take(2));
        Assert.Equal(["VirtualInterfaceId", "Asn", "CustomerAddress"], items[1].Take(3));
        Assert.DoesNotContain("Asn", items[0]);
        Assert.DoesNotContain("BgpPeerId", items[1]);
    }

    [Fact]
    public void A_parameter_tells_what_its_attributes_do()
    {
        var id = Parameter("Get-VpcPeering", "VpcPeeringConnectionId");
        Assert.Equal("false", id.Attribute("required")!.Value);
        Assert.Equal("0", id.Attribute("position")!.Value);
        Assert.Equal("True (ByValue, ByPropertyName)", id.Attribute("pipelineInput")!.Value);
        Assert.Equal("Id", id.Attribute("aliases")!.Value);

        var family = Parameter("Add-DxBgpPeer", "AddressFamily");
        Assert.Contains("Accepted values: ipv4, ipv6.", family.Element(Maml + "description")!.Value, StringComparison.Ordinal);
        Assert.Equal("named", family.Attribute("position")!.Value);
    }

    [Fact]
    public void The_topics_are_staged_as_they_are_written()
    {
        var written = Directory.GetFiles(Sources.Pages, "about_*.md").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(written);
        foreach (var topic in written)
            Assert.Equal(File.ReadAllText(topic), File.ReadAllText(Path.Combine(Sources.StagedModule, "en-US", Path.GetFileNameWithoutExtension(topic) + ".help.txt")));
    }

    private static string NameOf(XElement command) => command.Element(Command + "details")!.Element(Command + "name")!.Value;

    private static XElement Of(string cmdlet) => Staged.Value.Root!.Elements().Single(c => NameOf(c) == cmdlet);

    private static XElement Parameter(string cmdlet, string name) =>
        Of(cmdlet).Element(Command + "parameters")!.Elements().Single(p => p.Element(Maml + "name")!.Value == name);
}
