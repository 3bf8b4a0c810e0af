using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using PeeringTools.Aws.Tests.Wire;

namespace PeeringTools.Aws.Tests.Endpoints;

/// <summary>Environment variables hold for the whole process, so these tests run while no other does.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;

/// <summary>Endpoints of one's own: on the client, in the environment, in the profile.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class ConfiguredEndpointTests : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public ConfiguredEndpointTests()
    {
        // Whatever the machine has set must not matter.
        foreach (var name in new[] { "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_EC2", "AWS_ENDPOINT_URL_DIRECT_CONNECT", "AWS_ENDPOINT_URL_GAMELIFT", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_PROFILE" })
            Set(name, null);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        WriteConfig("");
        FallbackInternalConfigurationFactory.Reset();
    }

    [Theory]
    [InlineData("ec2")]
    [InlineData("directconnect")]
    [InlineData("gamelift")]
    public async Task The_clients_own_endpoint_is_signed_for_the_region_that_was_given(string service) =>
        Assert.Equal(("http://127.0.0.1:4566/", "eu-north-1"), await AskAsync(service, c =>
        {
            c.AuthenticationRegion = "eu-north-1";
            c.ServiceURL = "http://127.0.0.1:4566";
        }));

    [Theory]
    [InlineData("ec2")]
    [InlineData("directconnect")]
    [InlineData("gamelift")]
    public async Task AWS_ENDPOINT_URL_holds_for_every_service(string service)
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
        Assert.Equal(("http://127.0.0.1:4566/", "eu-west-1"), await AskAsync(service));
    }

    [Theory]
    [InlineData("ec2", "AWS_ENDPOINT_URL_EC2")]
    [InlineData("directconnect", "AWS_ENDPOINT_URL_DIRECT_CONNECT")]
    [InlineData("gamelift", "AWS_ENDPOINT_URL_GAMELIFT")]
    public async Task A_services_own_variable_comes_first(string service, string variable)
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1111");
        Set(variable, "http://127.0.0.1:2222");
        Assert.Equal(("http://127.0.0.1:2222/", "eu-west-1"), await AskAsync(service));
        var other = service == "ec2" ? "gamelift" : "ec2";
        Assert.Equal(("http://127.0.0.1:1111/", "eu-west-1"), await AskAsync(other));
    }

    [Fact]
    public async Task The_clients_own_endpoint_comes_before_the_environment()
    {
        Set("AWS_ENDPOINT_URL_EC2", "http://127.0.0.1:2222");
        Assert.Equal(("http://127.0.0.1:4566/", "eu-north-1"), await AskAsync("ec2", c =>
        {
            c.AuthenticationRegion = "eu-north-1";
            c.ServiceURL = "http://127.0.0.1:4566";
        }));
    }

    [Fact]
    public async Task Configured_endpoints_can_be_switched_off()
    {
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:4566");
        Assert.Equal(("https://ec2.eu-west-1.amazonaws.com/", "eu-west-1"), await AskAsync("ec2", c => c.IgnoreConfiguredEndpointUrls = true));

        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        FallbackInternalConfigurationFactory.Reset();
        Assert.Equal(("https://ec2.eu-west-1.amazonaws.com/", "eu-west-1"), await AskAsync("ec2"));
    }

    [Fact]
    public async Task A_profiles_endpoint_holds()
    {
        WriteConfig("""
            [default]
            region = eu-west-1
            endpoint_url = http://127.0.0.1:3333
            """);
        Assert.Equal(("http://127.0.0.1:3333/", "eu-west-1"), await AskAsync("directconnect", UseProfile("default")));
    }

    [Fact]
    public async Task A_profiles_services_section_holds_for_the_services_it_names()
    {
        WriteConfig("""
            [profile rehearsal]
            region = eu-west-1
            services = local

            [services local]
            ec2 =
              endpoint_url = http://127.0.0.1:5555
            direct_connect =
              endpoint_url = http://127.0.0.1:6666
            """);
        Assert.Equal(("http://127.0.0.1:5555/", "eu-west-1"), await AskAsync("ec2", UseProfile("rehearsal")));
        Assert.Equal(("http://127.0.0.1:6666/", "eu-west-1"), await AskAsync("directconnect", UseProfile("rehearsal")));
        Assert.Equal(("https://gamelift.eu-west-1.amazonaws.com/", "eu-west-1"), await AskAsync("gamelift", UseProfile("rehearsal")));
    }

    [Theory]
    [InlineData("ec2", "https://ec2-fips.us-east-1.api.aws/")]
    [InlineData("gamelift", "https://gamelift-fips.us-east-1.api.aws/")]
    public async Task Fips_and_dual_stack_are_taken_from_the_client(string service, string url) =>
        Assert.Equal((url, "us-east-1"), await AskAsync(service, c =>
        {
            c.RegionEndpoint = RegionEndpoint.USEast1;
            c.UseFIPSEndpoint = true;
            c.UseDualstackEndpoint = true;
        }));

    [Fact]
    public async Task Fips_on_an_endpoint_of_ones_own_is_refused()
    {
        var refused = await Assert.ThrowsAsync<AmazonClientException>(() => AskAsync("ec2", c =>
        {
            c.AuthenticationRegion = "eu-north-1";
            c.ServiceURL = "http://127.0.0.1:4566";
            c.UseFIPSEndpoint = true;
        }));
        Assert.Equal("Invalid Configuration: FIPS and custom endpoint are not supported", refused.Message);
    }

    private static Action<AwsClientConfig> UseProfile(string name) => config => config.Profile = new Profile(name);

    /// <summary>Where a request went and the Region it was signed for.</summary>
    private static async Task<(string Url, string Region)> AskAsync(string service, Action<AwsClientConfig>? configure = null)
    {
        using var fake = new FakeService(service == "ec2" ? "<DescribeVpcsResponse/>" : "{}");
        using AwsClient client = service switch
        {
            "ec2" => TestClients.Ec2(fake, configure),
            "directconnect" => TestClients.DirectConnect(fake, configure),
            _ => TestClients.GameLift(fake, configure),
        };
        var operation = service switch { "ec2" => "DescribeVpcs", "directconnect" => "DescribeConnections", _ => "ListFleets" };
        await TestClients.CallAsync(client, operation, Activator.CreateInstance(TestClients.RequestType(service, operation))!);
        var request = Assert.Single(fake.Requests).Request;
        return (request.RequestUri!.ToString(), Assert.Single(request.Headers.GetValues("Authorization")).Split('/')[2]);
    }

    private static void WriteConfig(string text) => File.WriteAllText(IsolatedProfiles.ConfigFile, text);

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
