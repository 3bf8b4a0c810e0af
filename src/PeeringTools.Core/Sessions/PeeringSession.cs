using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using PeeringTools.Aws;
using PeeringTools.Aws.DirectConnect;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Aws.GameLift;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.Sessions;

/// <summary>One place to call: a Region, credentials and the clients for them. A client is made when it is first used.</summary>
internal sealed class PeeringSession : IDisposable
{
    private static readonly TimeSpan LookSpacing = TimeSpan.FromMilliseconds(250);

    private readonly AWSCredentials _credentials;
    private readonly string? _endpointUrl;
    private readonly ICallObserver? _observer;
    private readonly IRequestPacer _pacer;
    private readonly Lazy<AmazonEC2Client> _ec2;
    private readonly Lazy<AmazonDirectConnectClient> _directConnect;
    private readonly Lazy<AmazonGameLiftClient> _gameLift;
    private string? _askedAccountId;

    internal PeeringSession(string region, string? accountId, string? profileName, AWSCredentials credentials, string? endpointUrl, ISandbox? sandbox, ICallObserver? observer, IRequestPacer pacer)
    {
        Region = region;
        AccountId = accountId;
        ProfileName = profileName;
        Sandbox = sandbox;
        _credentials = credentials;
        _endpointUrl = endpointUrl;
        _observer = observer;
        _pacer = pacer;
        _ec2 = new(() => new(_credentials, Configure(new AmazonEC2Config())));
        _directConnect = new(() => new(_credentials, Configure(new AmazonDirectConnectConfig())));
        _gameLift = new(() => new(_credentials, Configure(new AmazonGameLiftConfig())));
        PeeringLooks = new((ids, token) => new VpcPeeringService(this).ReadAsync(ids, token), peering => peering.VpcPeeringConnectionId!, LookSpacing);
    }

    /// <summary>The Region's system name.</summary>
    public string Region { get; }

    /// <summary>The account the credentials belong to, where they say so without a call; else null.</summary>
    public string? AccountId { get; }

    /// <summary>The profile the credentials came from, or null.</summary>
    public string? ProfileName { get; }

    /// <summary>The sandbox that answers this session, or null for AWS or an endpoint of the user's.</summary>
    public ISandbox? Sandbox { get; }

    /// <summary>The time that AWS, or the sandbox in its place, goes by. UTC.</summary>
    public DateTimeOffset Now => Sandbox?.Now ?? DateTimeOffset.UtcNow;

    /// <summary>The EC2 client of this session.</summary>
    public AmazonEC2Client Ec2 => _ec2.Value;

    /// <summary>The Direct Connect client of this session.</summary>
    public AmazonDirectConnectClient DirectConnect => _directConnect.Value;

    /// <summary>The GameLift client of this session.</summary>
    public AmazonGameLiftClient GameLift => _gameLift.Value;

    /// <summary>Looks at VPC peerings that several wait for here at the same time.</summary>
    public SharedQuestion<VpcPeeringConnection> PeeringLooks { get; }

    /// <summary>The account of the credentials; STS is asked, once, where they don't say so themselves.</summary>
    public async ValueTask<string> GetAccountIdAsync(CancellationToken cancellationToken)
    {
        if ((AccountId ?? _askedAccountId) is { } known)
            return known;

        using var client = new AmazonSecurityTokenServiceClient(_credentials, Direct(new AmazonSecurityTokenServiceConfig()));
        return _askedAccountId = (await client.GetCallerIdentityAsync(new(), cancellationToken).ConfigureAwait(false)).Account;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(_ec2);
        Dispose(_directConnect);
        Dispose(_gameLift);
    }

    private static void Dispose<T>(Lazy<T> client) where T : IDisposable
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private T Configure<T>(T config) where T : AwsClientConfig
    {
        config.Observer = _observer;
        config.Pacer = _pacer;
        return Direct(config);
    }

    private T Direct<T>(T config) where T : ClientConfig
    {
        if (_endpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        }
        else
        {
            config.AuthenticationRegion = Region;
            config.ServiceURL = _endpointUrl;
        }

        if (Sandbox is not null)
            config.HttpClientFactory = new SandboxHttpClientFactory(Sandbox);
        else if (SandboxLatch.Current is not null)
            config.HttpClientFactory = new OutsideHttpClientFactory();
        return config;
    }
}
