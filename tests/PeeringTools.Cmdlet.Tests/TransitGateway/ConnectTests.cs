using System.Management.Automation;
using System.Net;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Module;
using static PeeringTools.Cmdlet.Tests.TransitGateway.GatewayNetwork;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

[Collection(SandboxCollection.Name)]
public sealed class ConnectTests
{
    private readonly GatewayNetwork _network = new();

    private GatewaySession Session => _network.Session;

    [Fact]
    public void One_line_makes_attachment_and_peer_and_waits()
    {
        var peer = Assert.Single(Session.Get<TgwConnectPeer>($"New-TgwConnect {Transport} -Tag @{{ Name = 'sdwan' }} | New-TgwConnectPeer -PeerAddress 10.0.1.20 -PeerAsn 65020 | Wait-TgwConnectPeer"));

        Assert.Equal("available", peer.State);
        Assert.Equal(["169.254.0.16/29"], peer.InsideCidrBlocks);
        Assert.Equal(["169.254.0.18", "169.254.0.19"], peer.BgpConfigurations.Select(b => b.TransitGatewayAddress));
        var connect = Assert.Single(Session.Get<TgwConnect>($"Get-TgwConnect {peer.TransitGatewayAttachmentId}"));
        Assert.Equal((Transport, Gateway, "gre", "sdwan"), (connect.TransportTransitGatewayAttachmentId, connect.TransitGatewayId, connect.Protocol, connect.Tags[0].Value));
    }

    [Fact]
    public void A_state_is_found_in_any_case()
    {
        Assert.NotEmpty(Session.Get<TgwConnect>("Get-TgwConnect -State Available"));
        Assert.NotEmpty(Session.Get<TgwConnectPeer>("Get-TgwConnectPeer -State AVAILABLE"));
    }

    [Fact]
    public void Free_blocks_of_both_families_pass_over_what_other_attachments_of_the_gateway_use()
    {
        var peers = Session.Get<TgwConnectPeer>(
            $"New-TgwConnectPeer {Empty} 10.0.1.20 -IPv6; New-TgwConnectPeer {Empty} 10.0.1.21 169.254.9.0/29 -IPv6; New-TgwConnectPeer {Empty} 10.0.1.22 169.254.9.8/29, fd00:9::/125 -IPv6; New-TgwConnectPeer {Empty} 10.0.1.23");

        Assert.Equal(
            ["169.254.0.16/29 fd00::10/125", "169.254.9.0/29 fd00::18/125", "169.254.9.8/29 fd00:9::/125", "169.254.0.24/29"],
            peers.Select(p => string.Join(' ', p.InsideCidrBlocks)));
    }

    [Fact]
    public void The_fifth_peer_is_refused_with_the_limit_before_the_call()
    {
        foreach (var last in Enumerable.Range(20, 4))
            Session.Get<TgwConnectPeer>($"New-TgwConnectPeer {Empty} 10.0.1.{last}");

        var calls = _network.Calls($"New-TgwConnectPeer {Empty} 10.0.1.30 169.254.30.0/29");

        var error = Assert.Single(Session.Errors);
        Assert.StartsWith("ConnectPeersQuota,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.Contains("allowed is 4", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CreateTransitGatewayConnectPeer", calls);
    }

    [Fact]
    public void A_given_block_or_tunnel_that_is_in_use_is_refused_before_the_call()
    {
        var calls = _network.Calls($"New-TgwConnectPeer {Empty} 10.0.1.20 169.254.6.0/29; New-TgwConnectPeer {Empty} 10.0.1.10 -TransitGatewayAddress 10.99.0.1");

        Assert.Equal(["InsideCidrInUse", "TunnelInUse"], Session.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.DoesNotContain("CreateTransitGatewayConnectPeer", calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_block_that_somebody_takes_first_is_passed_over(bool answerNamesTheBlock)
    {
        var creates = 0;
        Intercept(async (body, send) =>
        {
            if (!body.Contains("Action=CreateTransitGatewayConnectPeer", StringComparison.Ordinal) || ++creates > 1)
                return null;

            using var theirs = await send(body.Replace(Empty, Full, StringComparison.Ordinal).Replace("10.0.1.20", "10.0.1.99", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
            var ours = await send(body);
            Assert.Equal(HttpStatusCode.BadRequest, ours.StatusCode);
            if (answerNamesTheBlock)
                return ours;

            var text = Regex.Replace(await ours.Content.ReadAsStringAsync(), "<Message>.*</Message>", "<Message>An inside block is in use.</Message>", RegexOptions.NonBacktracking);
            ours.Content = new StringContent(text, null, "text/xml");
            return ours;
        });

        var peer = Assert.Single(Session.Get<TgwConnectPeer>($"New-TgwConnectPeer {Empty} 10.0.1.20"));

        Assert.Equal(["169.254.0.24/29"], peer.InsideCidrBlocks);
        Assert.Equal(2, creates);
    }

    [Fact]
    public void A_refusal_that_has_nothing_to_do_with_blocks_is_not_tried_again()
    {
        var creates = _network.Calls($"New-TgwConnectPeer {Empty} 2001:db8:1::20 -TransitGatewayAddress 2001:db8:77::1").Count(c => c == "CreateTransitGatewayConnectPeer");

        Assert.StartsWith("InvalidParameterValue,", Assert.Single(Session.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(1, creates);
    }

    [Fact]
    public void WhatIf_chooses_the_block_and_changes_nothing()
    {
        var planned = Assert.Single(Session.Get<TgwConnectPeer>($"New-TgwConnectPeer {Empty} 10.0.1.20 -IPv6 -WhatIf"));

        Assert.Equal("planned", planned.State);
        Assert.Equal(["169.254.0.16/29", "fd00::10/125"], planned.InsideCidrBlocks);
        Assert.Empty(Session.Get<TgwConnectPeer>($"Get-TgwConnectPeer -TransitGatewayAttachmentId {Empty}"));
    }

    [Fact]
    public void A_plan_goes_from_attachment_to_peer_to_wait()
    {
        var planned = Session.Get<TgwConnectPeer>($"$WhatIfPreference = $true; New-TgwConnect {Transport} | New-TgwConnectPeer -PeerAddress 10.0.1.20 | Wait-TgwConnectPeer");

        Assert.Equal("planned", Assert.Single(planned).State);
        Assert.Equal(2, Session.Get<TgwConnect>("Get-TgwConnect").Count);
    }

    [Fact]
    public void A_transport_of_another_type_is_refused_before_the_call()
    {
        var calls = _network.Calls($"New-TgwConnect {Empty}; New-TgwConnect {Empty} -WhatIf; New-TgwConnect {Empty} -DryRun");

        Assert.All(Session.Errors, e => Assert.StartsWith("TgwConnectTransport,", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(2, Session.Errors.Count);
        var answer = Assert.IsType<DryRunResult>(Session.Objects[^1]);
        Assert.Equal((false, "TgwConnectTransport"), (answer.Permitted, answer.Code));
        Assert.DoesNotContain("CreateTransitGatewayConnect", calls);
    }

    [Fact]
    public void An_attachment_with_peers_is_refused_and_names_them()
    {
        var error = Session.Fail($"Remove-TgwConnect {Full} -Confirm:$false");

        Assert.StartsWith("TgwConnectHasPeers,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.All([EbgpPeer, IbgpPeer, Ipv6Peer], id => Assert.Contains(id, error.Exception.Message, StringComparison.Ordinal));
        Assert.Contains("-Force", error.ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Remove-TgwConnect {Full} -Force -WhatIf")]
    [InlineData($"$WhatIfPreference = $true; Remove-TgwConnect {Full} -Force -Confirm:$false; $WhatIfPreference = $false")]
    [InlineData($"Remove-TgwConnect {Full} -Force -DryRun")]
    public void Force_never_goes_before_WhatIf(string script)
    {
        Session.Run(script);

        Assert.Empty(Session.Errors);
        Assert.Equal(3, Session.Get<TgwConnectPeer>($"Get-TgwConnectPeer -TransitGatewayAttachmentId {Full}").Count);
        Assert.Equal("available", Assert.Single(Session.Get<TgwConnect>($"Get-TgwConnect {Full}")).State);
    }

    [Fact]
    public void A_dry_run_with_Force_asks_about_each_peer_and_says_what_it_could_not_ask()
    {
        var calls = _network.Calls($"Remove-TgwConnect {Full} -Force -DryRun");

        Assert.Equal(3, calls.Count(c => c == "DeleteTransitGatewayConnectPeer"));
        var answer = Assert.IsType<DryRunResult>(Session.Objects[^1]);
        Assert.Equal((true, "PeersFirst"), (answer.Permitted, answer.Code));
        Assert.Contains("can't be asked", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Force_asks_once_and_names_what_goes_with_the_attachment()
    {
        Session.Console.Answers.Enqueue(2);
        Session.Run($"Remove-TgwConnect {Full} -Force");

        var question = Assert.Single(Session.Console.Questions);
        Assert.All([Full, EbgpPeer, IbgpPeer, Ipv6Peer], id => Assert.Contains(id, question, StringComparison.Ordinal));
        Assert.Equal(3, Session.Get<TgwConnectPeer>($"Get-TgwConnectPeer -TransitGatewayAttachmentId {Full}").Count);
    }

    [Fact]
    public void Force_removes_the_peers_first_and_a_second_time_warns()
    {
        var calls = _network.Calls($"Remove-TgwConnect {Full} -Force -Confirm:$false");

        Assert.Empty(Session.Errors);
        Assert.Equal(3, calls.Count(c => c == "DeleteTransitGatewayConnectPeer"));
        Assert.Equal("DeleteTransitGatewayConnect", calls[^1]);
        Session.Run($"Remove-TgwConnect {Full} -Confirm:$false");
        Assert.Contains(Full, Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
        Assert.Empty(Session.Errors);
    }

    [Fact]
    public void Ended_peers_are_hidden_unless_asked_for_and_removing_one_is_a_warning()
    {
        var removed = Session.Get<TgwConnectPeer>($"Remove-TgwConnectPeer {EbgpPeer} -Confirm:$false -PassThru | Wait-TgwConnectPeer -State deleted");

        Assert.Equal("deleted", Assert.Single(removed).State);
        Assert.Equal(2, Session.Get<TgwConnectPeer>("Get-TgwConnectPeer").Count);
        Assert.Equal(3, Session.Get<TgwConnectPeer>("Get-TgwConnectPeer -IncludeEnded").Count);
        Session.Get<object>($"Remove-TgwConnectPeer {EbgpPeer} -Confirm:$false");
        Assert.Contains("deleted already", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
        var answer = Assert.Single(Session.Get<DryRunResult>($"Remove-TgwConnectPeer {EbgpPeer} -DryRun"));
        Assert.Equal((true, "NothingToChange"), (answer.Permitted, answer.Code));
    }

    [Fact]
    public void One_bad_item_does_not_stop_the_next()
    {
        Session.Run($"'{EbgpPeer}', 'tgw-connect-peer-0fffffff', '{IbgpPeer}' | Remove-TgwConnectPeer -Confirm:$false");

        Assert.StartsWith("InvalidTransitGatewayConnectPeerID.NotFound,", Assert.Single(Session.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, Session.Errors[0].CategoryInfo.Category);
        Assert.Equal([EbgpPeer, IbgpPeer], Session.Get<TgwConnectPeer>($"'{EbgpPeer}', '{IbgpPeer}' | Wait-TgwConnectPeer -State deleted").Select(p => p.TransitGatewayConnectPeerId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wait_for_what_cannot_come_ends_with_the_state()
    {
        Session.Run($"Remove-TgwConnectPeer {EbgpPeer} -Confirm:$false; '{EbgpPeer}', '{IbgpPeer}', 'tgw-connect-peer-0fffffff' | Wait-TgwConnectPeer -ConsistencyTimeoutSeconds 1");

        Assert.Equal(["WaitEndedElsewhere", "WaitNotFound"], Session.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(IbgpPeer, Assert.IsType<TgwConnectPeer>(Session.Objects[^1]).TransitGatewayConnectPeerId);
    }

    [Fact]
    public void A_wait_that_takes_too_long_says_so()
    {
        var error = Session.Fail($"Wait-TgwConnectPeer {EbgpPeer} -State deleted -TimeoutSeconds 1");

        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("'available'", error.Exception.Message, StringComparison.Ordinal);
    }
}
