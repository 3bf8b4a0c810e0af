namespace PeeringTools.Core.Rules;

/// <summary>
/// The life of a transit gateway peering attachment: the states of every attachment, and either side may delete an available one. Source: VPC transit gateways
/// guide, "Transit gateway peering attachments"; EC2 API reference, TransitGatewayPeeringAttachment (State).
/// </summary>
internal static class TgwPeeringStates
{
    /// <summary>The states and who may do what.</summary>
    public static StateTable Table { get; } = TgwAttachmentStates.Create("Transit gateway peering attachment", RuleIds.TgwPeeringWrongState, StateActor.Either);
}
