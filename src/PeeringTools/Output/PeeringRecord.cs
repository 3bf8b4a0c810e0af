namespace PeeringTools;

/// <summary>What every record of this module carries besides the API's own fields: where it was read, so that the next cmdlet in the pipe works there. Never credentials.</summary>
public abstract class PeeringRecord
{
    private protected PeeringRecord(RecordOrigin origin) => Origin = origin;

    /// <summary>The Region it was read in.</summary>
    public virtual string? Region => Origin.Region;

    /// <summary>The account that read it, where the credentials say so without a call.</summary>
    public virtual string? AccountId => Origin.AccountId;

    /// <summary>The profile it was read with, if one was named.</summary>
    public string? ProfileName => Origin.ProfileName;

    /// <summary>True when it comes from a sandbox, not from AWS.</summary>
    public bool Sandbox => Origin.Sandbox;

    internal RecordOrigin Origin { get; }
}
