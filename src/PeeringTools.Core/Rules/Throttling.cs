namespace PeeringTools.Core.Rules;

/// <summary>A token bucket of EC2's request throttling; each account, Region and action has its own.</summary>
/// <param name="Capacity">Requests that may go at once.</param>
/// <param name="RefillPerSecond">Requests that come back each second.</param>
internal sealed record ThrottleBucket(int Capacity, int RefillPerSecond);

/// <summary>Request rates. Source: EC2 developer guide, "Request throttling for the Amazon EC2 API". Direct Connect and GameLift publish none.</summary>
internal static class Throttling
{
    /// <summary>EC2's answer to a request too many.</summary>
    public const string ErrorCode = "RequestLimitExceeded";

    /// <summary>Describe, Get, List and Search actions of EC2.</summary>
    public static readonly ThrottleBucket Reads = new(100, 20);

    /// <summary>Actions of EC2 that change something.</summary>
    public static readonly ThrottleBucket Writes = new(50, 5);

    /// <summary>Actions of EC2 that AWS calls resource-intensive.</summary>
    public static readonly ThrottleBucket ResourceIntensive = new(50, 5);

    private static readonly string[] ReadVerbs = ["Describe", "Get", "List", "Search"];

    private static readonly HashSet<string> ResourceIntensiveActions = new(StringComparer.OrdinalIgnoreCase)
    {
        "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection", "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection",
    };

    /// <summary>The bucket that a request draws from; null where AWS publishes no rate.</summary>
    /// <param name="service">The service's signing name or class name: <c>ec2</c>, <c>EC2</c>, <c>directconnect</c> ...</param>
    /// <param name="action">The operation.</param>
    public static ThrottleBucket? For(string service, string action)
    {
        if (!string.Equals(service, "ec2", StringComparison.OrdinalIgnoreCase))
            return null;
        if (ResourceIntensiveActions.Contains(action))
            return ResourceIntensive;

        return Array.Exists(ReadVerbs, verb => action.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) ? Reads : Writes;
    }
}
