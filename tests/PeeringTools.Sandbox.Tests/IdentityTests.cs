using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Tests;

public sealed class IdentityTests : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("111111111111", "111111111111")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "123456789012")]
    public async Task An_access_key_leads_to_an_account(string accessKey, string account)
    {
        using var sts = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials(accessKey, "x"), _rig.Config(new AmazonSecurityTokenServiceConfig(), Rig.Ireland));
        Assert.Equal(account, (await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account);
    }

    [Fact]
    public async Task An_assumed_role_works_in_the_roles_account()
    {
        using var sts = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials(Rig.One, "x"), _rig.Config(new AmazonSecurityTokenServiceConfig(), Rig.Ireland));
        var role = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{Rig.Two}:role/network/ops", RoleSessionName = "me" });
        Assert.Equal($"arn:aws:sts::{Rig.Two}:assumed-role/ops/me", role.AssumedRoleUser.Arn);
        var credentials = new SessionAWSCredentials(role.Credentials.AccessKeyId, role.Credentials.SecretAccessKey, role.Credentials.SessionToken);
        using var ec2 = new AmazonEC2Client(credentials, _rig.Config(new AmazonEC2Config(), Rig.Ireland));
        Assert.Equal(Rig.Two, (await ec2.CreateVpcAsync(new CreateVpcRequest { CidrBlock = "10.0.0.0/16" })).Vpc!.OwnerId);
        Assert.Equal("ValidationError", await Rig.Refused(sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = "arn:aws:iam::1:role/ops", RoleSessionName = "me" })));
    }

    [Theory]
    [InlineData("POST", "", "Action=DescribeVpcs&Version=2016-11-15", 401, "AuthFailure")]
    [InlineData("POST", "Credential=1/20260101/eu-west-1/ec2/aws4_request", "Action=NoSuchThing&Version=2016-11-15", 400, "InvalidAction")]
    [InlineData("POST", "Credential=1/20260101/eu-west-1/ec2/aws4_request", "Action=DescribeVpcs&Version=2016-11-15&Nonsense=1", 400, "UnknownParameter")]
    [InlineData("POST", "Credential=1/20260101/eu-west-1/ec2/aws4_request", "Action=DescribeVpcs&Version=2016-11-15&MaxResults=ten", 400, "InvalidParameterValue")]
    [InlineData("POST", "Credential=1/20260101/eu-west-1/ec2/aws4_request", "Action=DescribeVpcs&Version=2016-11-15&NextToken=%01", 400, "MalformedQueryString")]
    [InlineData("POST", "Credential=1/20260101/eu-west-1/ec2/aws4_request", "Action=DescribeVpcs&Version=2016-11-15", 200, "describeVpcs")]
    public async Task What_is_not_a_request_is_refused_in_the_services_format(string method, string authorization, string body, int status, string contains)
    {
        using var client = new HttpClient(_rig.Sandbox.CreateHandler());
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://ec2.eu-west-1.amazonaws.com/") { Content = new StringContent(body) };
        if (authorization.Length > 0)
            request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 " + authorization + ", SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(contains, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("OvertureService.NoSuchThing")]
    [InlineData("SomeOtherService.DoIt")]
    public async Task An_unknown_target_is_refused(string target)
    {
        using var client = new HttpClient(_rig.Sandbox.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://directconnect.eu-west-1.amazonaws.com/") { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=1/20260101/eu-west-1/directconnect/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("UnknownOperationException", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
