using System.Collections;
using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.VpcPeering;
using PeeringTools.Core.Waiting;
using PeeringTools.Parameters;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>
/// Connects two VPCs from end to end: checks both, requests the peering, accepts it, waits for it, sets DNS resolution and adds the routes on both sides. A step that fails takes back what this run made; run again, it goes on where it ended.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "VpcPeering", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = WithoutRoutes)]
[OutputType(typeof(VpcPeeringConnectResult), typeof(DryRunResult))]
public sealed class ConnectVpcPeeringCommand : OverlappingChangeCmdlet
{
    private const string WithoutRoutes = "WithoutRoutes";
    private const string Activity = "Connecting VPCs";

    /// <summary>Your VPC, of the cmdlet's own credentials and Region.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? VpcId { get; set; }

    /// <summary>The VPC to connect it with.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerVpcId { get; set; }

    /// <summary>The account that owns the other VPC, to be sure that <c>-PeerProfileName</c> leads to it. Default: whatever account that is.</summary>
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

    /// <summary>The profile of the other VPC's account. Default: your own credentials, for a VPC of the same account.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? PeerProfileName { get; set; }

    /// <summary>The route tables that get routes, of either VPC.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.ByTable)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? RouteTableId { get; set => field = RouteChoice.Named(value); }

    /// <summary>Subnets of either VPC, whose route tables get routes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.BySubnet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[]? SubnetId { get; set => field = RouteChoice.Named(value); }

    /// <summary>All route tables of both VPCs get routes, apart from those of gateways.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RouteChoice.ByVpc)]
    public SwitchParameter All { get; set; }

    /// <summary>Leave DNS resolution as it is.</summary>
    [Parameter]
    public SwitchParameter NoDnsResolution { get; set; }

    /// <summary>Lead a destination to the peering even where a table leads it elsewhere now.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>When a step fails, leave what was made instead of taking it back.</summary>
    [Parameter]
    public SwitchParameter KeepOnFailure { get; set; }

    /// <summary>Tags for the peering, such as <c>@{ Name = 'hub-to-lab' }</c>. Only your account and Region see them.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Tag { get; set; }

    /// <summary>The longest wait for the peering, in seconds. Default: 600.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 600;

    /// <summary>For how many seconds it counts for nothing that AWS doesn't show the request yet. Default: 60.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    public int ConsistencyTimeoutSeconds { get; set; } = Consistency.UsualSeconds;

    private protected override object? Item => VpcId;

    // -All:$false chooses no tables, as when it is left out.
    private bool HasRoutes => All || RouteTableId is not null || SubnetId is not null;

    private protected override async Task ProcessItemAsync(CancellationToken cancellationToken)
    {
        var tags = TagParameter.Read(Tag);
        var peerRegion = PeerRegion is { Length: > 0 } ? PeerRegion : null;
        var peerOwner = PeerOwnerId is { Length: > 0 } ? PeerOwnerId : null;
        Require(
            VpcId,
            [
                ResourceIds.Check(ResourceKind.Vpc, VpcId, nameof(VpcId)),
                GivenByName(nameof(PeerOwnerId)) || peerOwner is not null ? AccountIds.Check(PeerOwnerId, nameof(PeerOwnerId)) : null,
                GivenByName(nameof(PeerRegion)) || peerRegion is not null ? Regions.Check(PeerRegion, nameof(PeerRegion)) : null,
                VpcPeeringRules.CheckCreate(VpcId, PeerVpcId) ?? ResourceIds.Check(ResourceKind.Vpc, PeerVpcId, nameof(PeerVpcId)),
                .. HasRoutes ? RouteChoice.Check(RouteTableId, SubnetId, All) : [],
                Tags.Check(tags, TagService.Ec2, nameof(Tag)),
            ]);

        var own = await OpenSessionAsync();
        var peer = await OpenSessionAsync(peerRegion, PeerProfileName);
        await RequireOwnerAsync(peer, peerOwner, cancellationToken);
        var request = new ConnectRequest
        {
            VpcId = VpcId!,
            PeerVpcId = PeerVpcId!,
            TagSpecifications = TagSpecifications.For("vpc-peering-connection", tags),
            HasDns = !NoDnsResolution,
            Routes = HasRoutes ? RouteChoice.Of(RouteTableId, SubnetId) : null,
            ReplacesRoutes = Force,
            KeepsOnFailure = KeepOnFailure,
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
            Consistency = TimeSpan.FromSeconds(ConsistencyTimeoutSeconds),
        };
        var connector = new PeeringConnector(own, peer, request, seen => PostProgress(Activity, seen));
        await ConnectAsync(connector, own, peer, cancellationToken);
    }

    private async Task ConnectAsync(PeeringConnector connector, PeeringSession own, PeeringSession peer, CancellationToken cancellationToken)
    {
        var plan = await connector.PlanAsync(cancellationToken);
        while (await EndThoseOnAsync(plan.Touched))
            plan = await connector.PlanAsync(cancellationToken);
        Require(VpcId, [.. plan.Warnings]);
        if (!HasRoutes)
            WriteWarning("No route table was chosen (-RouteTableId, -SubnetId or -All), so no routes are made.");

        var pair = $"{VpcId} and {PeerVpcId}";
        if (plan.IsDone)
        {
            TellInTurn(() =>
            {
                WriteInformation($"{connector.Peering!.VpcPeeringConnectionId} connects {pair} already; nothing was changed.", ["PSHOST"]);
                Tell();
            });
            return;
        }

        var open = plan.Steps.Count(s => s.Outcome == StepOutcome.Open);
        var decision = await DecideAsync("Connect VPCs", $"{VpcId} -> {PeerVpcId}, {open} of {plan.Steps.Count} steps", own, [.. plan.Steps.Where(s => s.IsChange).Select(s => new PlannedCall(s.Action, s.Target, VpcId!, s.Session, token => connector.AskAsync(s, token)))], cancellationToken);
        if (decision == Decision.Make)
        {
            // Each one under way may have a request open, and AWS allows only so many.
            await LeaveUnderWayAsync(Math.Max(0, Quotas.OutstandingPeeringRequests.Value - plan.OpenRequests - 1));
            Begin(plan.Touched, () => connector.RunAsync(plan, cancellationToken), Tell);
        }
        else if (decision == Decision.Plan)
        {
            WriteObject(Result(PlannedPeerings.Between(VpcId!, PeerVpcId!, plan.Existing, own, peer), plan, own));
        }

        void Tell()
        {
            if (UnderWay == 0)
                EndProgress(Activity);
            WriteObject(Result(new PeeringTools.VpcPeering(connector.Peering!, RecordOrigin.Of(own)), plan, own));
        }
    }

    private static VpcPeeringConnectResult Result(PeeringTools.VpcPeering peering, ConnectPlan plan, PeeringSession own) =>
        new(peering, [.. plan.Steps.Select(s => new VpcPeeringStep(s))], RecordOrigin.Of(own));

    private static async Task RequireOwnerAsync(PeeringSession peer, string? peerOwner, CancellationToken cancellationToken)
    {
        var account = await peer.GetAccountIdAsync(cancellationToken);
        if (peerOwner is not null && account != peerOwner)
        {
            throw new FailureException(new(
                ErrorKind.Credentials,
                "PeerProfileWrongAccount",
                $"The credentials for the other VPC are of account {account}, not of {peerOwner}.",
                "Give -PeerProfileName the profile of that account; without its credentials request with New-VpcPeering, and let its owner accept.",
                peerOwner));
        }
    }
}
