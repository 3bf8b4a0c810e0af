using System.Globalization;

namespace PeeringTools.Core.Rules;

/// <summary>Where an autonomous system number is used; each place has its own range.</summary>
internal enum AsnUse
{
    /// <summary>PeerAsn of a Connect peer: 1..4294967295.</summary>
    ConnectPeer,

    /// <summary>The customer's ASN on a virtual interface or BGP peer, whichever member carries it: 1..4294967294.</summary>
    DirectConnect,

    /// <summary>The member <c>asn</c> of Direct Connect: 1..2147483646.</summary>
    DirectConnectAsn,

    /// <summary>The member <c>asnLong</c> of Direct Connect: 1..4294967294.</summary>
    DirectConnectAsnLong,

    /// <summary>AmazonSideAsn of a transit gateway or a Direct Connect gateway: private numbers only.</summary>
    AmazonSide,
}

/// <summary>
/// Autonomous system numbers. Sources: EC2 API reference, CreateTransitGatewayConnectPeer and TransitGatewayRequestOptions; Direct Connect API reference,
/// NewBGPPeer and CreateDirectConnectGateway; RFC 6996 (private numbers), RFC 5396 (asdot).
/// </summary>
internal static class Asns
{
    private const string PrivateRanges = "64512..65534 or 4200000000..4294967294";

    /// <summary>
    /// Rules <see cref="RuleIds.AsnMissing"/>, <see cref="RuleIds.AsnMalformed"/> and those of <see cref="Check(long, AsnUse, string)"/>, on text.
    /// </summary>
    public static RuleBreak? Check(string? value, AsnUse use, string parameterName)
    {
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(RuleIds.AsnMissing, value, parameterName, Allowed(use));

        return TryParse(value, out var asn)
            ? Check(asn, use, parameterName)
            : new(RuleIds.AsnMalformed, $"{parameterName} {RuleText.Quote(value)} isn't an AS number; allowed is {Allowed(use)}.",
                "Give the number in decimal (65010) or as two 16-bit halves (1.10).");
    }

    /// <summary>Rules <see cref="RuleIds.AsnOutOfRange"/> and <see cref="RuleIds.AsnNotPrivate"/>: a number in the range of its use.</summary>
    public static RuleBreak? Check(long value, AsnUse use, string parameterName)
    {
        if (value < 1 || value > Largest(use))
        {
            return new(RuleIds.AsnOutOfRange, $"{parameterName} {value} is out of range; allowed is {Allowed(use)}.",
                "Give an AS number in that range.");
        }

        return use == AsnUse.AmazonSide && !IsPrivate(value)
            ? new(RuleIds.AsnNotPrivate, $"{parameterName} {value} isn't a private AS number; allowed is {PrivateRanges}.",
                "Give a private AS number.")
            : null;
    }

    /// <summary>
    /// Rule <see cref="RuleIds.PublicAsnUnverified"/>, a warning: a public number on a public virtual interface must be on AWS's allow list for the account,
    /// which no API shows. Source: Direct Connect user guide, "Prerequisites for virtual interfaces".
    /// </summary>
    public static RuleBreak? CheckPublicInterface(long value, string parameterName) => IsPrivate(value)
        ? null
        : new(RuleIds.PublicAsnUnverified,
            $"{parameterName} {value} is a public AS number; on a public virtual interface, allowed is {PrivateRanges}, or one that AWS verified.",
            "Ask AWS to verify the number, or use a private one.", IsWarning: true);

    /// <summary>
    /// Reads an AS number in decimal or asdot (<c>1.10</c> is 65546); false for anything else, signs and spaces inside included. The range isn't checked.
    /// </summary>
    public static bool TryParse(string? text, out long asn)
    {
        asn = 0;
        var digits = text.AsSpan().Trim();
        var dot = digits.IndexOf('.');
        if (dot < 0)
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out asn);

        if (!ushort.TryParse(digits[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            || !ushort.TryParse(digits[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var low))
            return false;

        asn = ((long)high << 16) | low;
        return true;
    }

    /// <summary>True where Direct Connect takes the number only as <c>asnLong</c>: above 2147483646.</summary>
    public static bool UsesAsnLong(long asn) => asn > Largest(AsnUse.DirectConnectAsn);

    /// <summary>True for a number that RFC 6996 sets aside for private use.</summary>
    public static bool IsPrivate(long asn) => asn is (>= 64512 and <= 65534) or (>= 4200000000 and <= 4294967294);

    private static long Largest(AsnUse use) => use switch
    {
        AsnUse.ConnectPeer => 4294967295,
        AsnUse.DirectConnectAsn => 2147483646,
        _ => 4294967294,
    };

    private static string Allowed(AsnUse use) => use == AsnUse.AmazonSide
        ? PrivateRanges
        : $"1..{Largest(use)}";
}
