namespace PeeringTools;

/// <summary>What a cmdlet did about a part of a VPC peering.</summary>
public enum VpcPeeringOutcome
{
    /// <summary>It was there and stays.</summary>
    Kept,

    /// <summary>It was made.</summary>
    Made,

    /// <summary>It took another's place.</summary>
    Replaced,

    /// <summary>It was removed.</summary>
    Removed,

    /// <summary>It would be made (<c>-WhatIf</c>).</summary>
    Planned,
}
