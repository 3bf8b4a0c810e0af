using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;
using static PeeringTools.Cmdlet.Tests.VpcPeering.PeeringNetwork;

namespace PeeringTools.Cmdlet.Tests.VpcPeering;

[Collection(SandboxCollection.Name)]
public sealed class OptionTests
{
    private const string Set = "Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc";
    private readonly PeeringNetwork _network = new();

    private ModuleSession Session => _network.Session;

    [Fact]
    public void Each_side_is_sent_to_its_own_Region_and_account()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var peering = Assert.Single(Session.Get<PeeringTools.VpcPeering>($"{Set} {id} -PeerProfileName partner -Verbose"));
        Assert.True(peering.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.True(peering.AccepterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.Equal(
            ["eu-central-1", "eu-west-1"],
            Session.Console.Verbose.Where(l => l.Contains("ModifyVpcPeeringConnectionOptions in", StringComparison.Ordinal)).Select(l => l.Split("in ")[1].Split(':')[0]));

        peering = Assert.Single(Session.Get<PeeringTools.VpcPeering>($"{Set}:$false {id} -PeerProfileName partner -Side Accepter; Get-VpcPeering {id}").Skip(1));
        Assert.True(peering.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.False(peering.AccepterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
    }

    [Fact]
    public void Both_sides_of_one_account_go_in_one_call()
    {
        var id = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Lab} | Approve-VpcPeering | Wait-VpcPeering | {Set} -Verbose").Single().VpcPeeringConnectionId;
        Assert.Single(Session.Console.Verbose, l => l.Contains("ModifyVpcPeeringConnectionOptions in", StringComparison.Ordinal));
        var peering = Session.Get<PeeringTools.VpcPeering>($"Get-VpcPeering {id}").Single();
        Assert.True(peering.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.True(peering.AccepterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
    }

    [Fact]
    public void A_peering_that_is_not_active_is_refused_before_the_call_and_the_way_out_is_named()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var error = Session.Fail($"{Set} {id} -Verbose");
        Assert.Equal(("VpcPeeringOptionsNotActive", ErrorCategory.ResourceUnavailable), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
        Assert.Contains("-WaitActive", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(Session.Console.Verbose, l => l.Contains("ModifyVpcPeeringConnectionOptions", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-WaitActive")]
    public void A_peering_that_is_gone_is_not_to_be_waited_for(string wait)
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Get<object>($"Remove-VpcPeering {id} -Confirm:$false; $null = Wait-VpcPeering {id} -State deleted");
        var error = Session.Fail($"{Set} {id} {wait}");
        Assert.Equal("VpcPeeringOptionsNotActive", ((PeeringException)error.Exception).ErrorId);
        Assert.Contains("Connect-VpcPeering", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept", error.ErrorDetails.RecommendedAction, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("-WaitActive", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitActive_waits_until_the_other_side_has_accepted()
    {
        var id = _network.Request().VpcPeeringConnectionId;
        var accept = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            new ModuleSession().Get<PeeringTools.VpcPeering>($"Approve-VpcPeering {id} -PeerRegion eu-west-1 -ProfileName partner");
        }, TestContext.Current.CancellationToken);
        var peering = Session.Get<PeeringTools.VpcPeering>($"{Set} {id} -PeerProfileName partner -WaitActive").Single();
        await accept;
        Assert.Equal("active", peering.State);
        Assert.True(peering.AccepterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
    }

    [Fact]
    public void With_one_sides_credentials_that_side_is_done_and_the_other_is_told()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        var peering = Session.Get<PeeringTools.VpcPeering>($"{Set} {id}").Single();
        Assert.True(peering.RequesterVpcInfo!.PeeringOptions!.AllowDnsResolutionFromRemoteVpc);
        Assert.Contains($"-Side Accepter -Region eu-west-1 -ProfileName <profile of {PartnerAccount}>", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);

        var error = Session.Fail($"{Set} {id} -Side Accepter");
        Assert.Equal(("VpcPeeringSideNotYours", ErrorCategory.PermissionDenied), (((PeeringException)error.Exception).ErrorId, error.CategoryInfo.Category));
    }

    [Fact]
    public void A_VPC_without_DNS_host_names_is_told_by_AWS_and_advised()
    {
        var error = Session.Fail($"New-VpcPeering {Hub} {Dark} | Approve-VpcPeering | Wait-VpcPeering | {Set}");
        Assert.StartsWith("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Test-VpcPeering", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_a_third_account_is_refused()
    {
        var id = _network.Active().VpcPeeringConnectionId;
        Session.Run($"{Set} {id} -PeerProfileName hub");
        Assert.Empty(Session.Errors);
        var near = Session.Get<PeeringTools.VpcPeering>($"New-VpcPeering {Hub} {Lab} | Approve-VpcPeering | Wait-VpcPeering").Single().VpcPeeringConnectionId;
        Assert.Equal("PeerProfileWrongAccount", ((PeeringException)Session.Fail($"{Set} {near} -PeerProfileName partner").Exception).ErrorId);
    }
}
