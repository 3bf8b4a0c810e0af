namespace PeeringTools.Core.Rules;

/// <summary>The actions in state tables.</summary>
internal static class StateActions
{
    /// <summary>The service goes on by itself.</summary>
    public const string Progress = "progress";

    /// <summary>The service gives up.</summary>
    public const string Fail = "fail";

    /// <summary>Nobody answered in time.</summary>
    public const string Expire = "expire";

    /// <summary>The other side agrees.</summary>
    public const string Accept = "accept";

    /// <summary>The other side refuses.</summary>
    public const string Reject = "reject";

    /// <summary>An owner removes it.</summary>
    public const string Delete = "delete";

    /// <summary>An owner changes it.</summary>
    public const string Modify = "modify";

    /// <summary>The owner of a hosted virtual interface takes it.</summary>
    public const string Confirm = "confirm";

    /// <summary>The owner starts a failover test.</summary>
    public const string Test = "test";
}
