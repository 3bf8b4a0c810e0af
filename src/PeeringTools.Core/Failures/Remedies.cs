using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Failures;

/// <summary>What to do about an answer of AWS, by error code where one needs its own words, else by kind.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, string> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VpcPeeringConnectionAlreadyExists"] = "Find it with Get-VpcPeering -VpcId; one peering between two VPCs is all AWS allows, in either direction.",
        ["InvalidVpcPeeringConnectionState.DnsHostnamesDisabled"] = "Turn enableDnsSupport and enableDnsHostnames on in both VPCs; Test-VpcPeering gives the lines.",
        ["OptInRequired"] = "Enable the Region for this account, or choose another with -Region.",
        ["AuthFailure"] = "Check which account and Region the credentials belong to, and that the machine's clock is right.",
        ["RequestExpired"] = "Set the machine's clock, then run it again.",
        ["SignatureDoesNotMatch"] = "Check the secret key, and that the machine's clock is right.",
        ["InvalidClientTokenId"] = "The access key isn't known in this partition: check the profile and the Region.",
        ["UnrecognizedClientException"] = "The access key isn't known in this partition: check the profile and the Region.",
    };

    private static readonly Dictionary<ErrorKind, string> ByKind = new()
    {
        [ErrorKind.Denied] = "Ask for this action in the IAM policy of the role you work as, or use -ProfileName with one that has it.",
        [ErrorKind.NotFound] = "Check the id, and that -Region and -ProfileName lead to the account and Region it is in.",
        [ErrorKind.Exists] = "Look at the one that exists with the Get- cmdlet.",
        [ErrorKind.Throttled] = "Run it again in a moment; another tool may use up the account's rate.",
        [ErrorKind.Limit] = "Remove one that isn't needed, or ask AWS to raise the quota (Service Quotas).",
        [ErrorKind.Credentials] = "Sign in again ('aws sso login') or renew the keys, then run it again.",
        [ErrorKind.WrongState] = "Look at its state with the Get- cmdlet; wait, or start from a new one.",
        [ErrorKind.Server] = "AWS failed on its side: run it again in a moment, and give AWS Support the request id if it stays.",
    };

    // Direct Connect has one code for all that a client does wrong; its messages tell.
    private static readonly (string Part, string Advice)[] ByMessage =
    [
        (DxBgpPeerRules.LastPeerMessage, "Add another BGP peer first, or delete the virtual interface."),
    ];

    /// <summary>The same advice for the other side of two, whose Region and credentials a cmdlet takes by parameters of their own.</summary>
    public static string AtPeer(string remedy) =>
        remedy.Replace("-ProfileName", "-PeerProfileName", StringComparison.Ordinal).Replace("-Region", "-PeerRegion", StringComparison.Ordinal);

    /// <summary>The advice for an answer.</summary>
    public static string For(ErrorKind kind, string code, string message) =>
        Array.Find(ByMessage, m => message.Contains(m.Part, StringComparison.OrdinalIgnoreCase)).Advice is { } told ? told
        : ByCode.TryGetValue(code, out var exact) ? exact : ByKind.TryGetValue(kind, out var general) ? general : "Correct the value that the message names.";
}
