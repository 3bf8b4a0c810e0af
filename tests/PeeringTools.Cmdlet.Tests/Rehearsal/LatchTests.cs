using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>While a sandbox runs, nothing in the process reaches AWS: not from another session, another thread, a role profile or STS. The ways out are explicit.</summary>
[Collection(SandboxCollection.Name)]
public sealed class LatchTests : IDisposable
{
    private readonly CountingEndpoint _outside = new();
    private readonly string _config = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly string? _before = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");

    public LatchTests()
    {
        new ModuleSession().Run($"Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}' | Out-Null");

        // Whatever left for AWS would come here.
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", _outside.Url);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", _before);
        new ModuleSession().Run("Stop-PeeringSandbox");
        _outside.Dispose();
        File.Delete(_config);
    }

    [Fact]
    public void Another_session_of_the_process_is_in_the_sandbox_too() =>
        Assert.Equal(true, new ModuleSession().One("Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001").Properties["Sandbox"].Value);

    [Fact]
    public async Task So_are_sessions_on_other_threads()
    {
        var records = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new ModuleSession().One("Get-DxBgpPeer -VirtualInterfaceId dxvif-fgc1a001").Properties["Sandbox"].Value)));
        Assert.All(records, inSandbox => Assert.Equal(true, inSandbox));
        Assert.Equal(0, _outside.Connections);
    }

    [Fact]
    public void A_role_profile_of_the_machine_fails_instead_of_asking_STS()
    {
        File.WriteAllText(_config, $"""
            [profile base]
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = nothing
            [profile role]
            role_arn = arn:aws:iam::999988887777:role/operator
            source_profile = base
            region = eu-west-1
            endpoint_url = {_outside.Url}
            """);
        var session = new ModuleSession().Run($"Get-VpcPeering -ProfileName role -ProfileLocation '{_config}' -Region eu-west-1");
        Assert.Equal(["SandboxProfileNotFound"], session.ErrorIds);
        Assert.Equal(0, _outside.Connections);
    }

    [Fact]
    public void Keys_given_by_parameter_stay_inside_as_well()
    {
        var session = new ModuleSession().Run("Get-VpcPeering -AccessKey AKIAIOSFODNN7EXAMPLE -SecretKey (ConvertTo-SecureString 'nothing' -AsPlainText -Force) -Region eu-west-1");
        Assert.Empty(session.Errors.Select(e => e.ToString()));
        Assert.Equal(0, _outside.Connections);
    }

    [Theory]
    [InlineData("-Live")]
    [InlineData("-EndpointUrl {0}")]
    public void The_ways_out_are_explicit(string way)
    {
        var session = new ModuleSession().Run("Get-VpcPeering -Region eu-west-1 " + way.Replace("{0}", _outside.Url, StringComparison.Ordinal));
        Assert.Equal(["ConnectionFailed"], session.ErrorIds);
        Assert.True(_outside.Connections > 0);
    }

    [Fact]
    public void A_changing_cmdlet_says_Sandbox_in_its_WhatIf_line()
    {
        var session = new ModuleSession().Run("New-VpcPeering -VpcId vpc-0a1300000000000c3 -PeerVpcId vpc-0a1200000000000c2 -WhatIf");
        Assert.Contains(session.Console.Said, line => line.StartsWith("What if:", StringComparison.Ordinal) && line.Contains("(Sandbox)", StringComparison.Ordinal));
        Assert.Contains(session.Console.Said, line => line.Contains("AWS would allow it", StringComparison.Ordinal));
    }
}
