namespace PeeringTools.Core.Rules;

/// <summary>MTUs of private and transit virtual interfaces, in bytes. Source: Direct Connect API reference, UpdateVirtualInterfaceAttributes.</summary>
internal static class Mtus
{
    /// <summary>
    /// Rule <see cref="RuleIds.MtuNotSupported"/>; and <see cref="RuleIds.MtuFormerJumbo"/>, a warning: 9001 is what older private virtual interfaces have, and
    /// it isn't documented whether AWS still takes it.
    /// </summary>
    public static RuleBreak? Check(long value, string parameterName) => value switch
    {
        1500 or 8500 => null,
        9001 => new(RuleIds.MtuFormerJumbo,
            $"{parameterName} 9001 is the jumbo MTU of older private virtual interfaces; allowed is 1500 or 8500.",
            "Use 8500.",
            IsWarning: true),
        _ => new(RuleIds.MtuNotSupported, $"{parameterName} {value} isn't supported; allowed is 1500 or 8500.", "Give 1500 or 8500."),
    };
}
