using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.Tests.Wire;

namespace PeeringTools.Aws.Tests.Retries;

/// <summary>What is sent again and what never is.</summary>
public sealed class CreateOnceTests
{
    private const string Created = "<CreateVpcPeeringConnectionResponse><vpcPeeringConnection><vpcPeeringConnectionId>pcx-1</vpcPeeringConnectionId></vpcPeeringConnection></CreateVpcPeeringConnectionResponse>";
    private const string Described = "<DescribeVpcsResponse><vpcSet/></DescribeVpcsResponse>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> LostAnswers => [
        "500 InternalError", "502 BadGateway", "503 ServiceUnavailable", "503 Unavailable", "504 GatewayTimeout",
        "reset", "ended", "closed", "timeout", "cut body", "no XML",
    ];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_create_is_not_sent_again_after_a_lost_answer(string failure)
    {
        using var fake = new FakeService(_ => Fail(failure));
        using var client = TestClients.Ec2(fake);
        var lost = await Assert.ThrowsAsync<LostAnswerException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        Assert.Single(fake.Requests);
        Assert.Equal(("ec2", "CreateVpcPeeringConnection"), (lost.Service, lost.Operation));
        Assert.NotNull(lost.InnerException);
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_read_is_sent_again(string failure)
    {
        using var fake = new FakeService(n => n == 1 ? Fail(failure) : FakeService.Answer(HttpStatusCode.OK, Described));
        using var client = TestClients.Ec2(fake);
        Assert.NotNull(await client.DescribeVpcsAsync(new(), Cancel));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task What_changes_no_more_the_second_time_is_sent_again()
    {
        using var fake = new FakeService(n => n == 1 ? Fail("reset") : FakeService.Answer(HttpStatusCode.OK, "<X><return>true</return></X>"));
        using var client = TestClients.Ec2(fake);
        Assert.True((await client.DeleteVpcPeeringConnectionAsync(new() { VpcPeeringConnectionId = "pcx-1" }, Cancel)).Return);
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_create_with_an_idempotency_token_is_sent_again_with_the_same_token()
    {
        using var fake = new FakeService(n => n == 1 ? Fail("500 InternalError") : FakeService.Answer(HttpStatusCode.OK, "<CreateRouteTableResponse/>"));
        using var client = TestClients.Ec2(fake);
        await client.CreateRouteTableAsync(new() { VpcId = "vpc-1" }, Cancel);
        Assert.Equal(2, fake.Requests.Count);
        Assert.Equal(fake.Requests[0].Body, fake.Requests[1].Body);
    }

    [Theory]
    [InlineData("503 RequestLimitExceeded")]
    [InlineData("400 Throttling")]
    [InlineData("400 ThrottlingException")]
    [InlineData("refused")]
    [InlineData("unknown host")]
    public async Task A_create_is_sent_again_where_the_service_certainly_did_nothing(string failure)
    {
        using var fake = new FakeService(n => n == 1 ? Fail(failure) : FakeService.Answer(HttpStatusCode.OK, Created));
        using var client = TestClients.Ec2(fake);
        var response = await client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel);
        Assert.Equal("pcx-1", response.VpcPeeringConnection!.VpcPeeringConnectionId);
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_create_is_sent_again_with_the_clock_set_right()
    {
        // The correction is kept per endpoint for the whole process, so this one has its own.
        using var fake = new FakeService(n =>
        {
            if (n > 1) return FakeService.Answer(HttpStatusCode.OK, Created);
            var answer = Fail("400 RequestExpired");
            answer.Headers.Date = DateTimeOffset.UtcNow.AddHours(2);
            return answer;
        });
        using var client = TestClients.Ec2(fake, c => c.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName("ap-south-2"));
        await client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel);
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_refused_create_is_an_answer()
    {
        using var fake = new FakeService(_ => Fail("400 VpcPeeringConnectionAlreadyExists"));
        using var client = TestClients.Ec2(fake);
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        Assert.Equal("VpcPeeringConnectionAlreadyExists", refused.ErrorCode);
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task A_throttled_create_ends_as_the_services_error_never_as_a_lost_answer()
    {
        using var fake = new FakeService(_ => Fail("503 RequestLimitExceeded"));
        using var client = TestClients.Ec2(fake, c => c.MaxErrorRetry = 1);
        var throttled = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        Assert.Equal("RequestLimitExceeded", throttled.ErrorCode);
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_dry_run_is_sent_once_and_its_412_is_the_answer()
    {
        using var fake = new FakeService(_ => Fail("412 DryRunOperation"));
        using var client = TestClients.Ec2(fake);
        var answer = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1", DryRun = true }, Cancel));
        Assert.Equal(("DryRunOperation", HttpStatusCode.PreconditionFailed, "request-1"), (answer.ErrorCode, answer.StatusCode, answer.RequestId));
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_so_it_is_sent_again_like_a_read()
    {
        using var fake = new FakeService(n => Fail(n == 1 ? "500 InternalError" : "412 DryRunOperation"));
        using var client = TestClients.Ec2(fake);
        await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1", DryRun = true }, Cancel));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task The_json_services_keep_the_same_rule()
    {
        using var fake = new FakeService(_ => FakeService.Answer(HttpStatusCode.InternalServerError, """{"__type":"InternalServiceException","Message":"x"}"""));
        using var gameLift = TestClients.GameLift(fake);
        await Assert.ThrowsAsync<LostAnswerException>(() => gameLift.CreateVpcPeeringConnectionAsync(new() { FleetId = "fleet-1" }, Cancel));
        using var directConnect = TestClients.DirectConnect(fake);
        await Assert.ThrowsAsync<LostAnswerException>(() => directConnect.AllocatePrivateVirtualInterfaceAsync(new(), Cancel));
        await Assert.ThrowsAsync<LostAnswerException>(() => directConnect.StartBgpFailoverTestAsync(new(), Cancel));
        Assert.Equal(3, fake.Requests.Count);
    }

    [Fact]
    public async Task A_stopped_create_ends_as_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var fake = new FakeService(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        using var client = TestClients.Ec2(fake);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, stop.Token));
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task Credentials_that_fail_leave_no_doubt()
    {
        using var fake = new FakeService(Created);
        using var client = TestClients.Ec2(fake, c => c.MaxErrorRetry = 0, new FailingCredentials());
        await Assert.ThrowsAsync<IOException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        Assert.Empty(fake.Requests);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task On_a_real_connection_that_drops_only_the_read_comes_twice(bool create, int expected)
    {
        using var server = new DroppingServer(answerAfter: 1, Described);
        using var client = new AmazonEC2Client(TestClients.Credentials, new AmazonEC2Config { AuthenticationRegion = "eu-west-1", ServiceURL = server.Url });
        if (create)
            await Assert.ThrowsAsync<LostAnswerException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        else
            await client.DescribeVpcsAsync(new(), Cancel);
        Assert.Equal(expected, server.Requests);
    }

    [Fact]
    public async Task On_a_port_that_nobody_listens_on_a_create_is_tried_again_and_ends_as_a_network_failure()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        probe.Stop();
        var log = new CallRecorder();
        using var client = new AmazonEC2Client(TestClients.Credentials, new AmazonEC2Config { AuthenticationRegion = "eu-west-1", ServiceURL = url, MaxErrorRetry = 1, Observer = log });
        await Assert.ThrowsAsync<HttpRequestException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, Cancel));
        Assert.Equal(["sending CreateVpcPeeringConnection 1", "answered  HttpRequestException", "sending CreateVpcPeeringConnection 2", "answered  HttpRequestException"], log.Lines);
    }

    private static HttpResponseMessage Fail(string failure) => failure switch
    {
        "reset" => throw new HttpRequestException(HttpRequestError.Unknown, "sending failed", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))),
        "ended" => throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended", new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.")),
        "closed" => throw new HttpRequestException(HttpRequestError.Unknown, "closed"),
        "timeout" => throw new TaskCanceledException("timed out", new TimeoutException("timed out")),
        "refused" => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)),
        "unknown host" => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host", new SocketException((int)SocketError.HostNotFound)),
        "cut body" => FakeService.Answer(HttpStatusCode.OK, "<DescribeVpcsResponse><vpcSet><item>"),
        "no XML" => FakeService.Answer(HttpStatusCode.OK, "a proxy says hello"),
        _ => FakeService.Answer((HttpStatusCode)int.Parse(failure.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Errors><Error><Code>{failure[4..]}</Code><Message>It said {failure[4..]}.</Message></Error></Errors><RequestID>request-1</RequestID></Response>
            """),
    };

    private sealed class FailingCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new IOException("no credentials here");

        public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromException<ImmutableCredentials>(new IOException("no credentials here"));
    }

    /// <summary>Reads whole requests and hangs up, until it answers.</summary>
    private sealed class DroppingServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _answer;
        private readonly int _answerAfter;
        private int _requests;

        public DroppingServer(int answerAfter, string answer)
        {
            _answerAfter = answerAfter;
            _answer = answer;
            _listener.Start();
            _ = ServeAsync();
        }

        public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

        public int Requests => _requests;

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync();
                    var stream = connection.GetStream();
                    var text = "";
                    var buffer = new byte[8192];
                    while (!text.Contains("Version=2016-11-15", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is > 0 and var read)
                        text += Encoding.UTF8.GetString(buffer, 0, read);
                    if (++_requests > _answerAfter)
                        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {_answer.Length}\r\nConnection: close\r\n\r\n{_answer}"));
                }
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
