using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>Requests a VPC peering connection (EC2 CreateVpcPeeringConnection).</summary>
[Cmdlet(VerbsCommon.New, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PeeringTools.VpcPeering), typeof(DryRunResult))]
public sealed class NewVpcPeeringCommand : ChangeCmdlet
{
    /// <summary>Your VPC, the requester: <c>vpc-</c> and 8 or 17 hexadecimal digits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? VpcId { get; set; }

    /// <summary>The VPC to peer with, the accepter.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerVpcId { get; set; }

    /// <summary>The account that owns the other VPC, 12 digits. Default: your own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerOwnerId { get; set; }

    /// <summary>The Region of the other VPC. Default: the one you work in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerRegion { get; set; }

    /// <summary>Tags for the peering, such as <c>@{ Name = 'hub-to-lab' }</c>. Only your account and Region see them.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(VpcId, async () =>
    {
        var tags = TagParameter.Read(Tag);
        var request = new CreateVpcPeeringConnectionRequest
        {
            VpcId = VpcId,
            PeerVpcId = PeerVpcId,
            PeerOwnerId = PeerOwnerId is { Length: > 0 } ? PeerOwnerId : null,
            PeerRegion = PeerRegion is { Length: > 0 } ? PeerRegion : null,
            TagSpecifications = TagSpecifications.For("vpc-peering-connection", tags),
        };
        await ChangeAsync(
            new Change
            {
                Description = "Request VPC peering",
                Action = "CreateVpcPeeringConnection",
                Target = $"{VpcId} -> {PeerVpcId}{(request.PeerRegion is null ? "" : $" in {request.PeerRegion}")}{(request.PeerOwnerId is null ? "" : $" of account {request.PeerOwnerId}")}",
                TargetObject = VpcId ?? "",
                Rules =
                [
                    ResourceIds.Check(ResourceKind.Vpc, VpcId, nameof(VpcId)),
                    GivenByName(nameof(PeerOwnerId)) || request.PeerOwnerId is not null ? AccountIds.Check(PeerOwnerId, nameof(PeerOwnerId)) : null,
                    GivenByName(nameof(PeerRegion)) || request.PeerRegion is not null ? Regions.Check(PeerRegion, nameof(PeerRegion)) : null,
                    VpcPeeringRules.CheckCreate(VpcId, PeerVpcId) ?? ResourceIds.Check(ResourceKind.Vpc, PeerVpcId, nameof(PeerVpcId)),
                    Tags.Check(tags, TagService.Ec2, nameof(Tag)),
                ],
                Ask = (session, token) => new VpcPeeringService(session).AskToCreateAsync(request, token),
                Apply = async (session, token) => new PeeringTools.VpcPeering(await new VpcPeeringService(session).CreateAsync(request, token), RecordOrigin.Of(session)),
                Plan = session => new PeeringTools.VpcPeering(PlannedPeering(request, session.AccountId, session.Region), RecordOrigin.Of(session)),
            },
            cancellationToken);
    });

    private static VpcPeeringConnection PlannedPeering(CreateVpcPeeringConnectionRequest request, string? account, string region) => new()
    {
        VpcPeeringConnectionId = PlannedIds.Next(ResourceKind.VpcPeeringConnection),
        Status = new() { Code = PlannedIds.State, Message = "Planned by -WhatIf" },
        RequesterVpcInfo = new() { VpcId = request.VpcId, OwnerId = account, Region = region },
        AccepterVpcInfo = new() { VpcId = request.PeerVpcId, OwnerId = request.PeerOwnerId ?? account, Region = request.PeerRegion ?? region },
        Tags = request.TagSpecifications is [var specification, ..] ? specification.Tags : null,
    };
}
