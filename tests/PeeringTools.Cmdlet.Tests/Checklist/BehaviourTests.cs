using System.Diagnostics;
using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Checklist;

/// <summary>The house rules that only show when a cmdlet runs: streaming, errors, stopping, dry runs on the wire.</summary>
public sealed class BehaviourTests
{
    [Fact]
    public void The_first_of_many_takes_one_page()
    {
        using var service = new StubService((n, _) => StubService.Peerings(n * 10, 5, "more" + n));
        var session = new ModuleSession().Run($"Get-VpcPeering -EndpointUrl {service.Url} | Select-Object -First 1");
        Assert.Single(session.Console.Objects);
        Assert.Single(service.Requests);
        Assert.Empty(session.Errors);
    }

    [Fact]
    public void Pages_are_followed_to_the_end_and_a_token_that_repeats_is_an_error()
    {
        using var three = new StubService((n, _) => StubService.Peerings(n * 10, 5, n < 3 ? "more" + n : null));
        Assert.Equal(15, new ModuleSession().Run($"Get-VpcPeering -EndpointUrl {three.Url}").Console.Objects.Count);

        using var endless = new StubService((n, _) => StubService.Peerings(n * 10, 5, "same"));
        var session = new ModuleSession().Run($"Get-VpcPeering -EndpointUrl {endless.Url}");
        Assert.Equal(["PageTokenLoop"], session.ErrorIds);
        Assert.Equal(2, endless.Requests.Count);
    }

    [Theory]
    [InlineData(403, "UnauthorizedOperation", ErrorCategory.PermissionDenied)]
    [InlineData(400, "InvalidVpcID.NotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(400, "invalidvpcid.notfound", ErrorCategory.ObjectNotFound)]
    [InlineData(400, "VpcPeeringConnectionAlreadyExists", ErrorCategory.ResourceExists)]
    [InlineData(400, "OutstandingVpcPeeringConnectionLimitExceeded", ErrorCategory.LimitsExceeded)]
    [InlineData(400, "RequestExpired", ErrorCategory.AuthenticationError)]
    [InlineData(401, "AuthFailure", ErrorCategory.AuthenticationError)]
    [InlineData(400, "InvalidStateTransition", ErrorCategory.ResourceUnavailable)]
    [InlineData(400, "InvalidParameterValue", ErrorCategory.InvalidArgument)]
    public void An_answer_becomes_an_error_with_category_code_request_id_and_advice(int status, string code, ErrorCategory category)
    {
        using var service = new StubService((_, _) => StubService.Ec2Error(status, code));
        var session = new ModuleSession().Run($"New-VpcPeering -VpcId vpc-0123456789abcdef0 -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url}");

        var error = Assert.Single(session.Errors);
        Assert.Equal(code, session.ErrorIds.Single());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal("vpc-0123456789abcdef0", error.TargetObject);
        Assert.Contains("req-1", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails!.RecommendedAction);
        var exception = PSObject.AsPSObject(error.Exception);
        Assert.Equal((code, "req-1", status), (exception.Properties["AwsErrorCode"].Value, exception.Properties["RequestId"].Value, exception.Properties["HttpStatus"].Value));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("Get-VpcPeering", "<html><body>Please sign in<br></body></html>")]
    [InlineData("Get-VpcPeering", "")]
    [InlineData("Get-DxVirtualInterface", "<html>")]
    public void An_answer_that_is_not_of_AWS_is_told(string line, string body)
    {
        using var service = new StubService((_, _) => (200, body));
        var session = new ModuleSession().Run($"{line} -EndpointUrl {service.Url}");
        Assert.Equal(["AnswerUnreadable"], session.ErrorIds);
    }

    [Fact]
    public void One_failed_item_does_not_stop_the_others()
    {
        using var service = new StubService((_, body) => body.Contains("VpcId=vpc-00000002", StringComparison.Ordinal)
            ? StubService.Ec2Error(400, "InvalidVpcID.NotFound")
            : (200, "<CreateVpcPeeringConnectionResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>r</requestId><vpcPeeringConnection><vpcPeeringConnectionId>pcx-00000001</vpcPeeringConnectionId></vpcPeeringConnection></CreateVpcPeeringConnectionResponse>"));
        var session = new ModuleSession().Run($"New-VpcPeering -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url}", "vpc-00000001", "vpc-00000002", "vpc-00000003");
        Assert.Equal(2, session.Console.Objects.Count);
        Assert.Equal("vpc-00000002", Assert.Single(session.Errors).TargetObject);
    }

    [Fact]
    public void ErrorAction_and_ErrorVariable_behave()
    {
        using var service = new StubService((_, _) => StubService.Ec2Error(403, "UnauthorizedOperation"));
        var quiet = new ModuleSession().Run($"Get-VpcPeering -EndpointUrl {service.Url} -ErrorAction SilentlyContinue -ErrorVariable kept; $kept");
        Assert.Empty(quiet.Errors);
        Assert.Single(quiet.Console.Objects);

        var stopped = new ModuleSession().Run($"'vpc-1', 'vpc-2' | New-VpcPeering -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url} -ErrorAction Stop");
        Assert.Single(stopped.Errors);
    }

    [Theory]
    [InlineData("Get-VpcPeering")]
    [InlineData("New-VpcPeering -VpcId vpc-0123456789abcdef0 -PeerVpcId vpc-0fedcba9876543210")]
    [InlineData("Get-DxVirtualInterface")]
    [InlineData("Get-GameLiftPeeringAuthorization")]
    public async Task A_stop_ends_the_call_under_way_within_a_second(string line)
    {
        using var asked = new SemaphoreSlim(0);
        using var service = new StubService((_, _) =>
        {
            asked.Release();
            return null;
        });
        var session = new ModuleSession();
        var running = Task.Run(() => session.Run($"{line} -EndpointUrl {service.Url}"));
        Assert.True(await asked.WaitAsync(TimeSpan.FromSeconds(30)));

        var stopped = Stopwatch.GetTimestamp();
        session.Session.Stop();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(Stopwatch.GetElapsedTime(stopped), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Empty(session.Console.Objects);
    }

    [Fact]
    public void A_dry_run_is_sent_once_with_DryRun_and_its_412_is_the_answer()
    {
        using var service = new StubService((_, _) => StubService.Ec2Error(412, "DryRunOperation"));
        var result = new ModuleSession().One($"New-VpcPeering -VpcId vpc-0123456789abcdef0 -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url} -DryRun");
        Assert.Equal((true, "DryRunOperation", "req-1"), (result.Properties["Permitted"].Value, result.Properties["Code"].Value, result.Properties["RequestId"].Value));
        Assert.Contains("DryRun=true", Assert.Single(service.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-WhatIf", "")]
    [InlineData("", "$WhatIfPreference = $true")]
    [InlineData("-WhatIf -Confirm:$false", "$ConfirmPreference = 'None'")]
    public void Under_WhatIf_only_a_dry_run_leaves(string parameter, string before)
    {
        using var service = new StubService((_, _) => StubService.Ec2Error(412, "DryRunOperation"));
        var session = new ModuleSession().Run($"{before}\nNew-VpcPeering -VpcId vpc-0123456789abcdef0 -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url} {parameter}");
        Assert.Contains("DryRun=true", Assert.Single(service.Requests), StringComparison.Ordinal);
        var planned = PSObject.AsPSObject(Assert.Single(session.Console.Objects)!);
        Assert.Equal("planned", planned.Properties["State"].Value);
        Assert.StartsWith("pcx-planned-", (string)planned.Properties["VpcPeeringConnectionId"].Value!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_answer_that_is_lost_is_looked_for_and_not_sent_again()
    {
        using var service = new StubService((n, body) => body.Contains("Action=Create", StringComparison.Ordinal)
            ? StubService.Ec2Error(500, "InternalError")
            : StubService.Peerings(7, 1, nextToken: null));
        var session = new ModuleSession().Run($"New-VpcPeering -VpcId vpc-0123456789abcdef0 -PeerVpcId vpc-0fedcba9876543210 -EndpointUrl {service.Url}");
        Assert.Equal("pcx-00000007", PSObject.AsPSObject(Assert.Single(session.Console.Objects)!).Properties["VpcPeeringConnectionId"].Value);
        Assert.Single(service.Requests, r => r.Contains("Action=Create", StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_tells_each_call()
    {
        using var service = new StubService((n, _) => StubService.Peerings(1, 1, n < 2 ? "more" : null));
        var session = new ModuleSession().Run($"Get-VpcPeering -EndpointUrl {service.Url} -Verbose");
        Assert.Equal(2, session.Console.Verbose.Count(line => line.Contains("DescribeVpcPeeringConnections", StringComparison.Ordinal) && line.Contains("HTTP 200", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_Region_is_told_at_once()
    {
        var before = Environment.GetEnvironmentVariable("AWS_REGION");
        try
        {
            var session = new ModuleSession();
            session.Run("$env:AWS_REGION = ''; Get-VpcPeering");
            Assert.Equal(["RegionMissing"], session.ErrorIds);
            Assert.Contains("-Region", session.Errors[0].ErrorDetails!.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_REGION", before);
        }
    }
}
