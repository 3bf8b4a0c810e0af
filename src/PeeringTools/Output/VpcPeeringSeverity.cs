namespace PeeringTools;

/// <summary>How much a finding matters.</summary>
public enum VpcPeeringSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>Some traffic, or some names, may not get through.</summary>
    Warning,

    /// <summary>Traffic doesn't flow.</summary>
    Error,
}
