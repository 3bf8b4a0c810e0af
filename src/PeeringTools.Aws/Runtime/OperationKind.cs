namespace PeeringTools.Aws;

/// <summary>What sending an operation a second time does. It decides what happens when an answer is lost.</summary>
public enum OperationKind
{
    /// <summary>Changes nothing. Sent again as the SDK's standard mode does.</summary>
    Read,

    /// <summary>A second time changes no more than the first. Sent again as the SDK's standard mode does.</summary>
    Idempotent,

    /// <summary>A second time may make a second thing. Sent again only where the service certainly did not act on the first.</summary>
    Create,
}
