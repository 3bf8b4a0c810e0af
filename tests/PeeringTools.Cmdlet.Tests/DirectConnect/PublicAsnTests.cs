using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.DirectConnect;

/// <summary>A public AS number on a public virtual interface is a doubt: only AWS knows whether it is verified for the account.</summary>
public sealed class PublicAsnTests
{
    private const string Interface = "dxvif-fgc1a001";

    [Theory]
    [InlineData("public", 64511, true)]
    [InlineData("public", 4199999999, true)]
    [InlineData("public", 65010, false)]
    [InlineData("private", 64511, false)]
    [InlineData("transit", 64511, false)]
    public void It_is_told_before_and_after(string type, long asn, bool isDoubtful)
    {
        using var service = Service(type, asn);
        var answer = new ModuleSession().One($"Add-DxBgpPeer {Interface} {asn} -DryRun -EndpointUrl {service.Url}");
        Assert.Null(answer.Properties["Permitted"].Value);
        Assert.Equal(isDoubtful, ((string)answer.Properties["Message"].Value!).Contains($"Asn {asn} is a public AS number", StringComparison.Ordinal));

        var session = new ModuleSession();
        Assert.Equal(asn, session.Get<DxBgpPeer>($"Add-DxBgpPeer {Interface} {asn} -EndpointUrl {service.Url}").Single().CustomerAsn);
        Assert.Equal(isDoubtful ? 1 : 0, session.Console.Warnings.Count(w => w.Contains($"Asn {asn} is a public AS number", StringComparison.Ordinal)));
    }

    private static StubService Service(string type, long asn)
    {
        var member = asn > 2147483646 ? "asnLong" : "asn";
        return new((_, body) => (200, body.Contains("newBGPPeer", StringComparison.Ordinal)
            ? $$"""{"virtualInterface":{"virtualInterfaceId":"{{Interface}}","virtualInterfaceType":"{{type}}","bgpPeers":[{"bgpPeerId":"dxpeer-fgp1a001","{{member}}":{{asn}},"addressFamily":"ipv4","bgpPeerState":"verifying"}]} }"""
            : $$"""{"virtualInterfaces":[{"virtualInterfaceId":"{{Interface}}","virtualInterfaceType":"{{type}}","bgpPeers":[]}]}"""));
    }
}
