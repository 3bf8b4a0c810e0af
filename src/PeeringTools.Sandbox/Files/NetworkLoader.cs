using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <summary>Takes the resources of describe outputs into a world: what all kinds share. The kinds stand in the other files of this class.</summary>
internal sealed partial class NetworkLoader(World world, SettingsFile settingsFile)
{
    /// <summary>When a resource was made whose description doesn't say it.</summary>
    public static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    // What a state that was on its way when the describe ran leads to, and how long that takes here.
    private static readonly Dictionary<string, (Delay Delay, string Next)> Onward = new(StringComparer.Ordinal)
    {
        ["initiatingRequest"] = (Delay.TransitGatewayAttachment, "pendingAcceptance"),
        ["modifying"] = (Delay.TransitGatewayAttachment, "available"),
        ["rejecting"] = (Delay.TransitGatewayAttachment, "rejected"),
        ["failing"] = (Delay.TransitGatewayAttachment, "failed"),
        ["rollingBack"] = (Delay.TransitGatewayAttachment, "available"),
        ["initiating-request"] = (Delay.VpcPeeringRequest, "pending-acceptance"),
        ["provisioning"] = (Delay.VpcPeeringProvisioning, "active"),
        ["requested"] = (Delay.DxConnection, "pending"),
        ["ordering"] = (Delay.DxConnection, "pending"),
        ["verifying"] = (Delay.VirtualInterface, "pending"),
        ["approving"] = (Delay.VirtualInterface, "pending"),
        ["pending"] = (Delay.TransitGatewayAttachment, "available"),
        ["deleting"] = (Delay.TransitGatewayAttachment, "deleted"),
        ["associating"] = (Delay.TransitGatewayAssociation, "associated"),
        ["disassociating"] = (Delay.TransitGatewayAssociation, "disassociated"),
        ["updating"] = (Delay.DxGateway, "associated"),
        ["enabling"] = (Delay.TransitGatewayAssociation, "enabled"),
        ["disabling"] = (Delay.TransitGatewayAssociation, "disabled"),
    };

    private Network Network => world.Network;

    private Settings Settings => world.Settings;

    private DateTimeOffset Now => world.Clock.Now;

    /// <summary>Applies what sandbox.json says of single resources.</summary>
    public void ApplySettings(string path)
    {
        foreach (var (id, attributes) in settingsFile.VpcAttributes ?? [])
        {
            if (!Network.Vpcs.TryGet(id, out var vpc))
                throw new SandboxFileException(path, JsonLines.Find(File.ReadAllBytes(path), "$.vpcAttributes." + id), "vpcAttributes." + id, "is the id of no VPC in these files.");
            vpc.EnableDnsSupport = attributes.EnableDnsSupport ?? vpc.EnableDnsSupport;
            vpc.EnableDnsHostnames = attributes.EnableDnsHostnames ?? vpc.EnableDnsHostnames;
            vpc.EnableNetworkAddressUsageMetrics = attributes.EnableNetworkAddressUsageMetrics ?? vpc.EnableNetworkAddressUsageMetrics;
        }
        foreach (var id in (settingsFile.Fleets ?? []).Keys)
        {
            if (!Network.Fleets.TryGet(id, out _))
                throw new SandboxFileException(path, JsonLines.Find(File.ReadAllBytes(path), "$.fleets." + id), "fleets." + id, "is the id of no fleet in these files.");
        }
    }

    /// <summary>Tags from describe-tags.</summary>
    public void LoadTag(LoadedItem item)
    {
        var tag = item.As<Aws.EC2.Model.TagDescription>();
        Network.Tags.Set(item.Place(null, "", Settings), item.Require(tag.ResourceId, "ResourceId"), item.Require(tag.Key, "Key"), tag.Value ?? "");
    }

    // An ended one's tombstone is as old as the loading; a moving one goes on from here.
    private Timeline Life(string state, DateTimeOffset created)
    {
        if (state is "deleted" or "rejected" or "failed" or "expired" or "disassociated")
            return Timeline.Start(Now, state);
        var life = Timeline.Start(created, state);
        var at = Now;
        for (var next = state; Onward.TryGetValue(next, out var step); next = step.Next)
        {
            at += Settings.Delays[step.Delay];
            life.Phases.Add(new Phase(at, step.Next));
        }
        return life;
    }

    private static DateTimeOffset Made(DateTime? created) => created is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : LongAgo;

    private T Add<T>(LoadedItem item, Table<T> table, T record, string idField)
        where T : Record
    {
        if (table.TryGet(record.Id, out _))
            throw item.Wrong(idField, $"{record.Id} is described twice.");
        return Network.Add(table, record);
    }

    private void AddTags(Place place, string id, IEnumerable<Aws.EC2.Model.Tag>? tags)
    {
        foreach (var tag in tags ?? [])
            Network.Tags.Set(place, id, tag.Key ?? "", tag.Value ?? "");
    }

    private void AddTags(Place place, string id, IEnumerable<Aws.DirectConnect.Model.Tag>? tags)
    {
        foreach (var tag in tags ?? [])
            Network.Tags.Set(place, id, tag.Key ?? "", tag.Value ?? "");
    }
}
