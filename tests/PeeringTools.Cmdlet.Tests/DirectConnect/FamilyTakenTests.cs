using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.DirectConnect;

/// <summary>What -DryRun and -WhatIf say of a second peer of one address family: it is the connection that decides.</summary>
public sealed class FamilyTakenTests
{
    private const string Interface = "dxvif-fgc1a001";

    [Theory]
    [InlineData("dxcon-fg1a2b3c", "no", 1, false, "DxBgpPeerFamilyTaken")]
    [InlineData("dxcon-fg1a2b3c", "yes", 1, null, "NoDryRun")]
    [InlineData("dxcon-fg1a2b3c", "yes", 2, false, "DxBgpPeerFamilyTaken")]
    [InlineData("dxcon-fg1a2b3c", "unknown", 2, false, "DxBgpPeerFamilyTaken")]
    [InlineData("dxcon-fg1a2b3c", "no", 0, null, "NoDryRun")]
    [InlineData("dxlag-fg1a2b3c", "no", 1, false, "DxBgpPeerFamilyTaken")]
    [InlineData("dxlag-fg1a2b3c", "yes", 1, null, "NoDryRun")]
    public void The_facts_decide(string carrier, string redundancy, int taken, bool? permitted, string code)
    {
        using var service = Service(carrier, taken, (200, Carrier(carrier, redundancy)));
        var answer = new ModuleSession().One($"Add-DxBgpPeer {Interface} 65010 -DryRun -EndpointUrl {service.Url}");
        Assert.Equal((permitted, code), ((bool?)answer.Properties["Permitted"].Value, answer.Properties["Code"].Value));
        Assert.DoesNotContain("the call itself would tell", (string)answer.Properties["Message"].Value!, StringComparison.Ordinal);
        Assert.Equal(taken == 0 ? 1 : 2, service.Requests.Count);
    }

    [Theory]
    [InlineData(200, """{"connections":[{"connectionId":"dxcon-fg1a2b3c","hasLogicalRedundancy":"unknown"}]}""")]
    [InlineData(200, """{"connections":[]}""")]
    [InlineData(400, """{"__type":"DirectConnectClientException","message":"Connection dxcon-fg1a2b3c does not exist"}""")]
    [InlineData(400, """{"__type":"AccessDeniedException","message":"User is not authorized to perform: directconnect:DescribeConnections"}""")]
    public void Without_them_it_is_a_doubt(int status, string body)
    {
        using var service = Service("dxcon-fg1a2b3c", taken: 1, (status, body));
        var answer = new ModuleSession().One($"Add-DxBgpPeer {Interface} 65010 -DryRun -EndpointUrl {service.Url}");
        Assert.Null(answer.Properties["Permitted"].Value);
        Assert.Contains("the call itself would tell", (string)answer.Properties["Message"].Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_gives_the_error_and_plans_nothing()
    {
        using var service = Service("dxcon-fg1a2b3c", taken: 1, (200, Carrier("dxcon-fg1a2b3c", "no")));
        var session = new ModuleSession();
        var error = session.Fail($"Add-DxBgpPeer {Interface} 65010 -WhatIf -EndpointUrl {service.Url}");
        Assert.Equal("DxBgpPeerFamilyTaken", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Equal(Interface, error.TargetObject);
        Assert.Empty(session.Console.Objects);
    }

    private static string Carrier(string id, string redundancy) => id.StartsWith("dxlag", StringComparison.Ordinal)
        ? $$"""{"lags":[{"lagId":"{{id}}","hasLogicalRedundancy":"{{redundancy}}"}]}"""
        : $$"""{"connections":[{"connectionId":"{{id}}","hasLogicalRedundancy":"{{redundancy}}"}]}""";

    private static StubService Service(string carrier, int taken, (int Status, string Body) ofCarrier)
    {
        var peers = string.Join(',', Enumerable.Range(1, taken).Select(n => $$"""{"bgpPeerId":"dxpeer-fgp1a00{{n}}","asn":65010,"addressFamily":"ipv4","bgpPeerState":"available"}"""));
        var vif = $$"""{"virtualInterfaces":[{"virtualInterfaceId":"{{Interface}}","connectionId":"{{carrier}}","bgpPeers":[{{peers}}]}]}""";
        return new((_, body) => body.Contains("virtualInterfaceId", StringComparison.Ordinal) ? (200, vif) : ofCarrier);
    }
}
