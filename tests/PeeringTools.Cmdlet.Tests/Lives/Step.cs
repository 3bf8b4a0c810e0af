namespace PeeringTools.Cmdlet.Tests.Lives;

/// <summary>An act of a life, and numbers to choose its actor, its object and its form by.</summary>
public sealed record Step(Act Act, byte Who, byte What, byte How);

/// <summary>What happens in the life of peerings. Several names of one act make it as likely as that.</summary>
public enum Act
{
    Create,
    CreateMore,
    Accept,
    AcceptMore,
    Reject,
    Delete,
    Option,
    OptionMore,
    Forbid,
    Pass,
    PassMore,
    PassOn,
}
