using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>The state of a VPC peering connection.</summary>
public sealed class VpcPeeringStatus
{
    private readonly VpcPeeringConnectionStateReason _status;

    internal VpcPeeringStatus(VpcPeeringConnectionStateReason status) => _status = status;

    /// <summary>The state, such as <c>active</c>.</summary>
    public string? Code => _status.Code;

    /// <summary>AWS's message, such as why it failed.</summary>
    public string? Message => _status.Message;

    /// <summary>The state.</summary>
    public override string ToString() => Code ?? "";
}
