namespace PeeringTools;

/// <summary>What AWS answered to a change that wasn't made (<c>-DryRun</c>).</summary>
public sealed class DryRunResult : PeeringRecord
{
    internal DryRunResult(RecordOrigin origin, string action, string target, bool? permitted, string code, string message, string? requestId)
        : base(origin)
    {
        Action = action;
        Target = target;
        Permitted = permitted;
        Code = code;
        Message = message;
        RequestId = requestId;
    }

    /// <summary>The API action, such as <c>CreateVpcPeeringConnection</c>.</summary>
    public string Action { get; }

    /// <summary>What it would change.</summary>
    public string Target { get; }

    /// <summary>True: AWS would allow it. False: it would refuse. Empty: AWS has no dry run here, or the target is only planned; the rules allow it.</summary>
    public bool? Permitted { get; }

    /// <summary>AWS's code (<c>DryRunOperation</c> when permitted), a rule's id, <c>NoDryRun</c> or <c>Planned</c>.</summary>
    public string Code { get; }

    /// <summary>The answer in words.</summary>
    public string Message { get; }

    /// <summary>AWS's request id, or empty.</summary>
    public string? RequestId { get; }
}
