using PeeringTools.Aws.EC2.Model;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Core.Sessions;
using PeeringTools.Sandbox;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

/// <summary>
/// Two accounts, hub (111111111111, the default) in Frankfurt and partner (222222222222) in Dublin, a transit gateway each; a new sandbox for each test. The hub's has two Connect attachments on one VPC
/// attachment: an empty one, and one with three peers (eBGP, iBGP, and one over IPv6).
/// </summary>
internal sealed class GatewayNetwork
{
    public const string Gateway = "tgw-0aaaaaaa";
    public const string GatewayTable = "tgw-rtb-0aaaaaaa";
    public const string Partner = "tgw-0bbbbbbb";
    public const string PartnerTable = "tgw-rtb-0bbbbbbb";
    public const string PartnerAccount = "222222222222";
    public const string Transport = "tgw-attach-0aaaaaa1";
    public const string Empty = "tgw-attach-0aaaaaa2";
    public const string Full = "tgw-attach-0aaaaaa3";
    public const string EbgpPeer = "tgw-connect-peer-0aaaaaa1";
    public const string IbgpPeer = "tgw-connect-peer-0aaaaaa2";
    public const string Ipv6Peer = "tgw-connect-peer-0aaaaaa3";
    public const string Request = $"New-TgwPeering {Gateway} {Partner} -PeerAccountId {PartnerAccount} -PeerRegion eu-west-1";

    public GatewayNetwork() => Start();

    public GatewaySession Session { get; } = new();

    /// <summary>The calls that a script makes, in order, as <c>-Verbose</c> tells them.</summary>
    public IReadOnlyList<string> Calls(string script)
    {
        var before = Session.Console.Verbose.Count;
        Session.Run($"$VerbosePreference = 'Continue'; {script}; $VerbosePreference = 'SilentlyContinue'");
        return [.. Session.Console.Verbose.Skip(before).Where(v => v.StartsWith("ec2 ", StringComparison.Ordinal)).Select(v => v.Split(' ')[1])];
    }

    /// <summary>The static routes of a table.</summary>
    public static async Task<IReadOnlyList<string>> RoutesAsync(string table, string profile, string region)
    {
        using var session = await SessionOpener.OpenAsync(new() { ProfileName = profile, Region = region }, observer: null);
        List<Filter> filters = [new() { Name = "type", Values = ["static"] }];
        var answer = await session.Ec2.SearchTransitGatewayRoutesAsync(new() { TransitGatewayRouteTableId = table, Filters = filters }, default);
        return [.. (answer.Routes ?? []).Select(r => $"{r.DestinationCidrBlock} {r.TransitGatewayAttachments?.FirstOrDefault()?.TransitGatewayAttachmentId} {r.State}")];
    }

    /// <summary>Puts something between the cmdlets and the sandbox.</summary>
    public static void Intercept(Func<string, Func<string, Task<HttpResponseMessage>>, Task<HttpResponseMessage?>> onRequest) =>
        SandboxLatch.Start(new InterceptedSandbox(NewSandbox(), onRequest));

    // In methods of their own: the types of Core and Sandbox are there only once the session has hooked the module's load context.
    private static void Start() => SandboxLatch.Start(NewSandbox());

    private static LocalSandbox NewSandbox() => new SandboxFactory().LoadLocalFolder(Path.Combine(AppContext.BaseDirectory, "TransitGateway", "network"));
}
