using System.Xml.Linq;

namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>A peering as a describe shows it; DNS resolution is null where a side isn't shown.</summary>
internal sealed record SeenPeering(string Id, string State, bool? RequesterDns, bool? AccepterDns)
{
    public static IEnumerable<SeenPeering> ReadAll(XElement answer) =>
        Child(answer, "vpcPeeringConnectionSet")!.Elements().Select(item => new SeenPeering(
            Child(item, "vpcPeeringConnectionId")!.Value, Child(Child(item, "status"), "code")!.Value, Dns(Child(item, "requesterVpcInfo")), Dns(Child(item, "accepterVpcInfo"))));

    private static bool? Dns(XElement? side) => Child(Child(side, "peeringOptions"), "allowDnsResolutionFromRemoteVpc") is { } allowed ? (bool)allowed : null;

    private static XElement? Child(XElement? of, string name) => of?.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
