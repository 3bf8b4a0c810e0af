using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public class ServiceTableTests
{
    [Theory]
    [InlineData("DryRunOperation", null, 412, "DryRun")]
    [InlineData("UnauthorizedOperation", null, 403, "Denied")]
    [InlineData("UnauthorizedException", null, 400, "Denied")]
    [InlineData("OperationNotPermitted", null, 400, "Denied")]
    [InlineData("OptInRequired", null, 400, "Denied")]
    [InlineData("AuthFailure", null, 401, "Credentials")]
    [InlineData("RequestExpired", null, 400, "Credentials")]
    [InlineData("ExpiredToken", null, 400, "Credentials")]
    [InlineData("InvalidVpcPeeringConnectionID.NotFound", null, 400, "NotFound")]
    [InlineData("InvalidVpcPeeringConnectionId.NotFound", null, 400, "NotFound")]
    [InlineData("invalidvpcpeeringconnectionid.notfound", null, 400, "NotFound")]
    [InlineData("InvalidTransitGatewayConnectPeerID.NotFound", null, 400, "NotFound")]
    [InlineData("InvalidTransitGatewayAttachmentID.NotFound", null, 400, "NotFound")]
    [InlineData("InvalidTransitGatewayID.NotFound", null, 400, "NotFound")]
    [InlineData("InvalidVpcID.NotFound", null, 400, "NotFound")]
    [InlineData("NotFoundException", null, 400, "NotFound")]
    [InlineData("VpcPeeringConnectionAlreadyExists", null, 400, "Exists")]
    [InlineData("ActiveVpcPeeringConnectionPerVpcLimitExceeded", null, 400, "Limit")]
    [InlineData("OutstandingVpcPeeringConnectionLimitExceeded", null, 400, "Limit")]
    [InlineData("PendingVpcPeeringConnectionLimitExceeded", null, 400, "Limit")]
    [InlineData("TooManyTagsException", null, 400, "Limit")]
    [InlineData("RequestLimitExceeded", null, 503, "Throttled")]
    [InlineData("Throttling", null, 400, "Throttled")]
    [InlineData("InvalidStateTransition", null, 400, "WrongState")]
    [InlineData("IncorrectState", null, 400, "WrongState")]
    [InlineData("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", null, 400, "WrongState")]
    [InlineData("InvalidVpcPeeringConnectionId.Malformed", null, 400, "BadInput")]
    [InlineData("InvalidParameterValue", null, 400, "BadInput")]
    [InlineData("InvalidParameterCombination", null, 400, "BadInput")]
    [InlineData("MissingParameter", null, 400, "BadInput")]
    [InlineData("InvalidPaginationToken", null, 400, "BadInput")]
    [InlineData("IdempotentParameterMismatch", null, 400, "BadInput")]
    [InlineData("UnsupportedOperation", null, 400, "BadInput")]
    [InlineData("InvalidRequestException", null, 400, "BadInput")]
    [InlineData("DuplicateTagKeysException", null, 400, "BadInput")]
    [InlineData("InternalError", null, 500, "Server")]
    [InlineData("ServiceUnavailable", null, 503, "Server")]
    [InlineData("Unavailable", null, 503, "Server")]
    [InlineData("InternalServiceException", null, 500, "Server")]
    [InlineData("DirectConnectServerException", "does not exist", 400, "Server")]
    [InlineData("DirectConnectClientException", "Virtual Interface dxvif-fg1a2b3c does not exist", 400, "NotFound")]
    [InlineData("DirectConnectClientException", "The BGP Peer could not be found", 400, "NotFound")]
    [InlineData("DirectConnectClientException", DxBgpPeerRules.LastPeerMessage, 400, "WrongState")]
    [InlineData("DirectConnectClientException", "A BGP Peer of that address family already exists", 400, "Exists")]
    [InlineData("DirectConnectClientException", DxVirtualInterfaceRules.AllocateToSelfMessage, 400, "BadInput")]
    [InlineData("directconnectclientexception", "whatever else", 400, "BadInput")]
    [InlineData("DirectConnectClientException", null, 400, "BadInput")]
    [InlineData("SomethingNew", null, 400, "Unknown")]
    [InlineData("SomethingNew", null, 403, "Denied")]
    [InlineData("SomethingNew", null, 404, "NotFound")]
    [InlineData("SomethingNew", null, 429, "Throttled")]
    [InlineData("SomethingNew", null, 502, "Server")]
    [InlineData(null, null, 0, "Unknown")]
    public void An_error_code_has_a_kind(string? code, string? message, int status, string kind) =>
        Assert.Equal(kind, ErrorCodes.Classify(code, message, status).ToString());

    [Fact]
    public void The_codes_of_resource_ids_are_of_their_kinds()
    {
        Assert.All(ResourceIds.Forms.Where(form => form.NotFoundCode is not null), form => Assert.Equal(ErrorKind.NotFound, ErrorCodes.Classify(form.NotFoundCode)));
        Assert.All(ResourceIds.Forms.Where(form => form.MalformedCode is not null), form => Assert.Equal(ErrorKind.BadInput, ErrorCodes.Classify(form.MalformedCode)));
    }

    [Theory]
    [InlineData("ec2", "DescribeVpcPeeringConnections", 100, 20)]
    [InlineData("EC2", "SearchTransitGatewayRoutes", 100, 20)]
    [InlineData("ec2", "GetTransitGatewayRouteTableAssociations", 100, 20)]
    [InlineData("ec2", "CreateTransitGatewayConnectPeer", 50, 5)]
    [InlineData("ec2", "CreateVpcPeeringConnection", 50, 5)]
    [InlineData("ec2", "AcceptVpcPeeringConnection", 50, 5)]
    public void EC2_publishes_its_rates(string service, string action, int capacity, int refill) =>
        Assert.Equal(new ThrottleBucket(capacity, refill), Throttling.For(service, action));

    [Fact]
    public void The_four_intensive_actions_have_their_own_bucket_and_other_services_none()
    {
        Assert.All(["Accept", "Create", "Delete", "Reject"], verb => Assert.Same(Throttling.ResourceIntensive, Throttling.For("ec2", verb + "VpcPeeringConnection")));
        Assert.Same(Throttling.Writes, Throttling.For("ec2", "ModifyVpcPeeringConnectionOptions"));
        Assert.Null(Throttling.For("directconnect", "DescribeVirtualInterfaces"));
        Assert.Null(Throttling.For("gamelift", "CreateVpcPeeringConnection"));
    }

    [Fact]
    public void Quotas_hold_below_their_value_only()
    {
        foreach (var quota in Quotas.All)
        {
            Assert.Null(quota.Check(quota.Value - 1, "owner"));
            Assert.Equal((quota.RuleId, quota.IsAdjustable), (quota.Check(quota.Value, "owner")!.RuleId, quota.Check(quota.Value, "owner")!.IsWarning));
            Assert.NotEmpty(quota.Source);
        }

        Assert.Equal(Quotas.All.Count, Quotas.All.Select(quota => quota.RuleId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_most_that_AWS_grants_is_no_warning()
    {
        Assert.True(Quotas.ActivePeeringsPerVpc.Check(124, "vpc-0a1b2c3d")!.IsWarning);
        Assert.False(Quotas.ActivePeeringsPerVpc.Check(125, "vpc-0a1b2c3d")!.IsWarning);
        Assert.Contains("125 at most on request", Quotas.ActivePeeringsPerVpc.Check(125, "vpc-0a1b2c3d")!.Message, StringComparison.Ordinal);
    }
}
