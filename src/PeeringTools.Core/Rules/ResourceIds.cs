using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PeeringTools.Core.Rules;

/// <summary>What the ids of one kind of resource look like.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What rule ids call such an id (<c>VpcId</c>).</param>
/// <param name="Noun">What messages call the resource, with its article.</param>
/// <param name="Prefix">What every id starts with; empty for a UUID.</param>
/// <param name="Style">What follows the prefix.</param>
/// <param name="MalformedCode">EC2's error code for an id of another form; null where the service has no code of its own for it.</param>
/// <param name="NotFoundCode">EC2's error code for an id that leads nowhere; null as above.</param>
internal sealed record ResourceIdForm(
    ResourceKind Kind, string Name, string Noun, string Prefix, ResourceIdStyle Style, string? MalformedCode = null, string? NotFoundCode = null)
{
    /// <summary>Rule id of a null, empty or blank id.</summary>
    public string MissingRuleId => Name + "Missing";

    /// <summary>Rule id of an id of another form.</summary>
    public string MalformedRuleId => Name + "Malformed";

    /// <summary>What planned ids of this kind start with, before the number.</summary>
    public string PlannedPrefix => (Prefix.Length > 0 ? Prefix : "dxgw-") + "planned-";

    /// <summary>The allowed form, in words, with an example.</summary>
    public string Allowed => Style switch
    {
        ResourceIdStyle.Hexadecimal => $"{Prefix} and 8 or 17 hexadecimal digits, such as {Prefix}0123456789abcdef0",
        ResourceIdStyle.Alphanumeric => $"{Prefix} and 8 to 21 lower-case letters or digits, such as {Prefix}fg1a2b3c",
        _ => "a UUID, such as 11112222-3333-4444-5555-666677778888",
    };
}

/// <summary>What follows the prefix of an id.</summary>
internal enum ResourceIdStyle
{
    /// <summary>8 (before 2018) or 17 hexadecimal digits.</summary>
    Hexadecimal,

    /// <summary>8 to 21 letters or digits: Direct Connect's ids reach beyond <c>f</c>.</summary>
    Alphanumeric,

    /// <summary>A UUID in its 36-character form.</summary>
    Uuid,
}

/// <summary>
/// The forms of resource ids. Sources: EC2 user guide, "Resource IDs"; CloudFormation reference, the patterns of AWS::DirectConnect::PublicVirtualInterface;
/// EC2 API reference, "Error codes for the Amazon EC2 API".
/// </summary>
internal static class ResourceIds
{
    private static readonly SearchValues<char> LowerHexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> LowerAlphanumeric = SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Every kind's form, in the order of <see cref="ResourceKind"/>.</summary>
    public static IReadOnlyList<ResourceIdForm> Forms { get; } =
    [
        Ec2(ResourceKind.Vpc, "VpcId", "a VPC", "vpc-", "InvalidVpcID.Malformed", "InvalidVpcID.NotFound"),
        Ec2(ResourceKind.VpcPeeringConnection, "VpcPeeringConnectionId", "a VPC peering connection", "pcx-",
            "InvalidVpcPeeringConnectionId.Malformed", "InvalidVpcPeeringConnectionID.NotFound"),
        Ec2(ResourceKind.Subnet, "SubnetId", "a subnet", "subnet-", "InvalidSubnetID.Malformed", "InvalidSubnetID.NotFound"),
        Ec2(ResourceKind.RouteTable, "RouteTableId", "a route table", "rtb-", "InvalidRouteTableId.Malformed", "InvalidRouteTableID.NotFound"),
        Ec2(ResourceKind.SecurityGroup, "SecurityGroupId", "a security group", "sg-", "InvalidGroupId.Malformed", "InvalidGroup.NotFound"),
        Ec2(ResourceKind.NetworkAcl, "NetworkAclId", "a network ACL", "acl-", "InvalidNetworkAclId.Malformed", "InvalidNetworkAclID.NotFound"),
        Ec2(ResourceKind.NetworkInterface, "NetworkInterfaceId", "a network interface", "eni-",
            "InvalidNetworkInterfaceId.Malformed", "InvalidNetworkInterfaceID.NotFound"),
        Ec2(ResourceKind.InternetGateway, "InternetGatewayId", "an internet gateway", "igw-",
            "InvalidInternetGatewayId.Malformed", "InvalidInternetGatewayID.NotFound"),
        Ec2(ResourceKind.PrefixList, "PrefixListId", "a prefix list", "pl-", "InvalidPrefixListId.Malformed", "InvalidPrefixListID.NotFound"),
        Ec2(ResourceKind.TransitGateway, "TransitGatewayId", "a transit gateway", "tgw-",
            "InvalidTransitGatewayID.Malformed", "InvalidTransitGatewayID.NotFound"),
        Ec2(ResourceKind.TransitGatewayAttachment, "TransitGatewayAttachmentId", "a transit gateway attachment", "tgw-attach-",
            "InvalidTransitGatewayAttachmentID.Malformed", "InvalidTransitGatewayAttachmentID.NotFound"),
        Ec2(ResourceKind.TransitGatewayConnectPeer, "TransitGatewayConnectPeerId", "a Connect peer", "tgw-connect-peer-",
            "InvalidTransitGatewayConnectPeerID.Malformed", "InvalidTransitGatewayConnectPeerID.NotFound"),
        Ec2(ResourceKind.TransitGatewayRouteTable, "TransitGatewayRouteTableId", "a transit gateway route table", "tgw-rtb-",
            "InvalidRouteTableId.Malformed", "InvalidRouteTableID.NotFound"),
        Ec2(ResourceKind.VirtualGateway, "VirtualGatewayId", "a virtual private gateway", "vgw-",
            "InvalidVpnGatewayId.Malformed", "InvalidVpnGatewayID.NotFound"),
        new(ResourceKind.DxConnection, "DxConnectionId", "a Direct Connect connection", "dxcon-", ResourceIdStyle.Alphanumeric),
        new(ResourceKind.DxLag, "DxLagId", "a Direct Connect LAG", "dxlag-", ResourceIdStyle.Alphanumeric),
        new(ResourceKind.DxVirtualInterface, "DxVirtualInterfaceId", "a virtual interface", "dxvif-", ResourceIdStyle.Alphanumeric),
        new(ResourceKind.DxBgpPeer, "DxBgpPeerId", "a BGP peer", "dxpeer-", ResourceIdStyle.Alphanumeric),
        new(ResourceKind.DxGateway, "DxGatewayId", "a Direct Connect gateway", "", ResourceIdStyle.Uuid),
    ];

    /// <summary>The form of one kind's ids.</summary>
    public static ResourceIdForm Form(ResourceKind kind) => Forms[(int)kind];

    /// <summary>
    /// Rules <c>&lt;Name&gt;Missing</c>, <c>&lt;Name&gt;Malformed</c>, <see cref="RuleIds.PlannedIdInCall"/> and, as a warning,
    /// <see cref="RuleIds.ResourceIdNotLowerCase"/>: the id of a resource of that kind, fit for a real call.
    /// </summary>
    /// <param name="kind">The kind that the id must lead to.</param>
    /// <param name="value">The id as the user wrote it.</param>
    /// <param name="parameterName">The parameter it came in by.</param>
    public static RuleBreak? Check(ResourceKind kind, string? value, string parameterName)
    {
        var form = Form(kind);
        if (string.IsNullOrWhiteSpace(value))
            return RuleText.Missing(form.MissingRuleId, value, parameterName, form.Allowed);

        if (TryReadPlanned(value, out var planned) && planned.Kind == kind)
        {
            return new(RuleIds.PlannedIdInCall,
                $"{parameterName} {RuleText.Quote(value)} is {form.Noun} that -WhatIf planned; it doesn't exist. Allowed is {form.Allowed}.",
                "Run the step that makes it without -WhatIf, then use the id it returns.");
        }

        if (HasForm(form, value))
            return null;

        // Every id that AWS hands out is in lower case; whether each API takes another case isn't documented.
        var lower = value.ToLowerInvariant();
        if (HasForm(form, lower))
        {
            return new(RuleIds.ResourceIdNotLowerCase, $"{parameterName} {RuleText.Quote(value)} has upper-case letters; allowed is {form.Allowed}.",
                $"Write {lower}.", IsWarning: true);
        }

        var other = KindOf(lower);
        return new(form.MalformedRuleId,
            other is null
                ? $"{parameterName} {RuleText.Quote(value)} isn't the id of {form.Noun}; allowed is {form.Allowed}."
                : $"{parameterName} {RuleText.Quote(value)} is the id of {Form(other.Value).Noun}, not of {form.Noun}; allowed is {form.Allowed}.",
            $"Give -{parameterName} the id of {form.Noun}.");
    }

    /// <summary>The kind whose ids have this value's form, or null.</summary>
    public static ResourceKind? KindOf(string? value)
    {
        foreach (var form in Forms)
        {
            if (value is not null && HasForm(form, value))
                return form.Kind;
        }

        return null;
    }

    /// <summary>True for an id that a plan under -WhatIf made up, such as <c>pcx-planned-1</c>. No real call takes one.</summary>
    public static bool IsPlanned([NotNullWhen(true)] string? value) => TryReadPlanned(value, out _);

    /// <summary>True for a planned id of that kind.</summary>
    public static bool IsPlanned(ResourceKind kind, [NotNullWhen(true)] string? value) => TryReadPlanned(value, out var form) && form.Kind == kind;

    /// <summary>The id of the number-th resource of a kind in a plan, from 1.</summary>
    public static string Planned(ResourceKind kind, int number) => $"{Form(kind).PlannedPrefix}{number}";

    private static bool TryReadPlanned([NotNullWhen(true)] string? value, [NotNullWhen(true)] out ResourceIdForm? form)
    {
        form = null;
        if (value is null)
            return false;

        foreach (var candidate in Forms)
        {
            if (value.StartsWith(candidate.PlannedPrefix, StringComparison.OrdinalIgnoreCase))
                form = candidate;
        }

        return form is not null && value.Length > form.PlannedPrefix.Length && !value.AsSpan(form.PlannedPrefix.Length).ContainsAnyExceptInRange('0', '9');
    }

    private static bool HasForm(ResourceIdForm form, string value)
    {
        if (form.Style == ResourceIdStyle.Uuid)
            return Guid.TryParseExact(value, "D", out _);

        if (!value.StartsWith(form.Prefix, StringComparison.Ordinal))
            return false;

        var rest = value.AsSpan(form.Prefix.Length);
        return form.Style == ResourceIdStyle.Hexadecimal
            ? rest.Length is 8 or 17 && !rest.ContainsAnyExcept(LowerHexadecimal)
            : rest.Length is >= 8 and <= 21 && !rest.ContainsAnyExcept(LowerAlphanumeric);
    }

    private static ResourceIdForm Ec2(ResourceKind kind, string name, string noun, string prefix, string malformedCode, string notFoundCode) =>
        new(kind, name, noun, prefix, ResourceIdStyle.Hexadecimal, malformedCode, notFoundCode);
}
