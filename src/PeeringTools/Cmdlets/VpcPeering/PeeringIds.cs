namespace PeeringTools.Cmdlets.VpcPeering;

/// <summary>The peerings that one input names.</summary>
internal static class PeeringIds
{
    /// <summary>The ids; a single null where none is named, so that the rule on ids speaks of it.</summary>
    public static IReadOnlyList<string?> Of(string?[]? ids) => ids is { Length: > 0 } ? ids : [null];
}
