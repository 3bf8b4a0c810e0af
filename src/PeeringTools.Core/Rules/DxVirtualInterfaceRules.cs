namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on virtual interfaces. Source: Direct Connect API reference, CreatePrivateVirtualInterface and Allocate*VirtualInterface; CloudFormation reference,
/// VirtualInterfaceName.
/// </summary>
internal static class DxVirtualInterfaceRules
{
    /// <summary>What AWS answers when an account allocates a virtual interface for itself.</summary>
    public const string AllocateToSelfMessage = "Cannot allocate VirtualInterface for the connection owner.";

    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Rules <see cref="RuleIds.DxNameMissing"/> and <see cref="RuleIds.DxNameTooLong"/>.</summary>
    public static RuleBreak? CheckName(string? value, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.DxNameMissing, value, parameterName, "1..100 characters");

        return value.Length <= LongestName
            ? null
            : new(RuleIds.DxNameTooLong,
                $"{parameterName} {RuleText.Quote(value)} has {value.Length} characters; allowed is 1..{LongestName}.", "Shorten the name.");
    }

    /// <summary>
    /// Rules <see cref="RuleIds.DxGatewayNotNamed"/> and <see cref="RuleIds.DxGatewayTwice"/>: a private virtual interface ends at a virtual private gateway or
    /// at a Direct Connect gateway.
    /// </summary>
    public static RuleBreak? CheckPrivateGateway(string? virtualGatewayId, string? directConnectGatewayId)
    {
        const string Allowed = "exactly one of VirtualGatewayId and DirectConnectGatewayId";
        var values = $"VirtualGatewayId is {RuleText.Quote(virtualGatewayId)} and DirectConnectGatewayId is {RuleText.Quote(directConnectGatewayId)}";
        return (string.IsNullOrWhiteSpace(virtualGatewayId), string.IsNullOrWhiteSpace(directConnectGatewayId)) switch
        {
            (true, true) => new(RuleIds.DxGatewayNotNamed, $"{values}; allowed is {Allowed}.", "Give one of the two."),
            (false, false) => new(RuleIds.DxGatewayTwice, $"{values}; allowed is {Allowed}.", "Omit one of the two."),
            _ => null,
        };
    }

    /// <summary>Rule <see cref="RuleIds.DxAllocateToSelf"/>: a hosted virtual interface is for another account than the connection's owner.</summary>
    public static RuleBreak? CheckAllocation(string ownerAccount, string connectionOwner) =>
        string.Equals(ownerAccount, connectionOwner, StringComparison.Ordinal)
            ? new(RuleIds.DxAllocateToSelf, $"OwnerAccount {RuleText.Quote(ownerAccount)} owns the connection itself; allowed is any other account.",
                "Omit -OwnerAccount to make the virtual interface in your own account.")
            : null;
}
