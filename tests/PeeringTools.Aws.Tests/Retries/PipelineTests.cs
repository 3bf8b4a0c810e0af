using System.Diagnostics;
using System.Net;
using PeeringTools.Aws.DirectConnect;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.GameLift;
using PeeringTools.Aws.GameLift.Model;
using PeeringTools.Aws.Tests.Wire;

namespace PeeringTools.Aws.Tests.Retries;

/// <summary>Signing, errors, paging, observing, pacing and stopping.</summary>
public sealed class PipelineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ec2", "DescribeVpcs", "https://ec2.eu-west-1.amazonaws.com/")]
    [InlineData("directconnect", "DescribeConnections", "https://directconnect.eu-west-1.amazonaws.com/")]
    [InlineData("gamelift", "ListFleets", "https://gamelift.eu-west-1.amazonaws.com/")]
    public async Task Requests_are_signed_for_their_region_and_service(string service, string operation, string url)
    {
        using var fake = new FakeService(service == "ec2" ? "<DescribeVpcsResponse/>" : "{}");
        using var client = TestClients.Make(service, fake);
        await TestClients.CallAsync(client, operation, Activator.CreateInstance(TestClients.RequestType(service, operation))!);
        var (request, _) = Assert.Single(fake.Requests);
        Assert.Equal(url, request.RequestUri!.ToString());
        var signature = Assert.Single(request.Headers.GetValues("Authorization"));
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", signature, StringComparison.Ordinal);
        Assert.Contains($"/eu-west-1/{service}/aws4_request", signature, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"__type":"DirectConnectClientException","message":"no such thing"}""", null, typeof(DirectConnectClientException), "DirectConnectClientException", "no such thing")]
    [InlineData("""{"__type":"com.amazonaws.directconnect#TooManyTagsException","Message":"51"}""", null, typeof(TooManyTagsException), "TooManyTagsException", "51")]
    [InlineData("""{"message":"denied"}""", "AccessDeniedException:http://internal.amazon.com/", typeof(AmazonDirectConnectException), "AccessDeniedException", "denied")]
    [InlineData("""{"extra":{"__type":"X"},"code":"Odd","message":null}""", null, typeof(AmazonDirectConnectException), "Odd", "The service answered HTTP 400 without a message.")]
    [InlineData("<html>a proxy</html>", null, typeof(AmazonDirectConnectException), "BadRequest", "The service answered HTTP 400 without a message.")]
    [InlineData("", null, typeof(AmazonDirectConnectException), "BadRequest", "The service answered HTTP 400 without a message.")]
    public async Task A_json_error_is_read_whole(string body, string? header, Type type, string code, string message)
    {
        using var fake = new FakeService(_ =>
        {
            var answer = FakeService.Answer(HttpStatusCode.BadRequest, body, "request-1");
            if (header is not null) answer.Headers.Add("x-amzn-ErrorType", header);
            return answer;
        });
        using var client = TestClients.DirectConnect(fake);
        var error = await Assert.ThrowsAnyAsync<AmazonDirectConnectException>(() => client.DescribeConnectionsAsync(new(), Cancel));
        Assert.Equal(type, error.GetType());
        Assert.Equal((code, message, "request-1", HttpStatusCode.BadRequest), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
        Assert.Equal(Amazon.Runtime.ErrorType.Sender, error.ErrorType);
    }

    [Theory]
    [InlineData("<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>No &amp; no.</Message></Error></Errors><RequestID>request-1</RequestID></Response>", "UnauthorizedOperation", "No & no.")]
    [InlineData("<Response>\n <RequestID>request-1</RequestID>\n <Errors>\n  <Error>\n   <Message>No &amp; no.</Message>\n   <Code>UnauthorizedOperation</Code>\n  </Error>\n  <Error><Code>Second</Code></Error></Errors></Response>", "UnauthorizedOperation", "No & no.")]
    [InlineData("<ErrorResponse><Error><Code>Throttled</Code></Error><RequestId>request-1</RequestId></ErrorResponse>", "Throttled", "The service answered HTTP 403 without a message.")]
    [InlineData("<html>", "Forbidden", "The service answered HTTP 403 without a message.")]
    public async Task An_xml_error_is_read_whole(string body, string code, string message)
    {
        using var fake = new FakeService(_ => FakeService.Answer(HttpStatusCode.Forbidden, body, "request-1"));
        using var client = TestClients.Ec2(fake);
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeVpcsAsync(new(), Cancel));
        Assert.Equal((code, message, "request-1", HttpStatusCode.Forbidden), (error.ErrorCode, error.Message, error.RequestId, error.StatusCode));
    }

    [Fact]
    public async Task A_response_that_is_malformed_keeps_its_secrets()
    {
        using var fake = new FakeService("""{"customerRouterConfig":"<key>planted-bgp-key</key>","virtualInterfaceId":5}""");
        using var client = TestClients.DirectConnect(fake, c => c.MaxErrorRetry = 0);
        var error = await Assert.ThrowsAsync<Amazon.Runtime.AmazonUnmarshallingException>(() => client.DescribeRouterConfigurationAsync(new() { VirtualInterfaceId = "dxvif-1" }, Cancel));
        Assert.DoesNotContain("planted-bgp-key", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_tokens_to_the_end_and_leave_the_request_alone()
    {
        string[] tokens = ["a", "b", ""];
        using var fake = new FakeService(n => FakeService.Answer(HttpStatusCode.OK, $"<R><vpcPeeringConnectionSet><item><vpcPeeringConnectionId>pcx-{n}</vpcPeeringConnectionId></item></vpcPeeringConnectionSet><nextToken>{tokens[n - 1]}</nextToken></R>"));
        using var client = TestClients.Ec2(fake);
        var request = new EC2.Model.DescribeVpcPeeringConnectionsRequest { MaxResults = 5 };
        var ids = new List<string?>();
        await foreach (var page in client.DescribeVpcPeeringConnectionsPagesAsync(request, Cancel)) ids.AddRange(page.VpcPeeringConnections!.Select(p => p.VpcPeeringConnectionId));
        Assert.Equal(["pcx-1", "pcx-2", "pcx-3"], ids);
        Assert.Null(request.NextToken);
        Assert.Equal([null, "a", "b"], fake.Requests.Select(r => r.Body.Split('&').FirstOrDefault(p => p.StartsWith("NextToken=", StringComparison.Ordinal))?[10..]));
        Assert.All(fake.Requests, r => Assert.Contains("&MaxResults=5", r.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Direct_Connect_pages_where_the_model_names_no_pagination()
    {
        using var fake = new FakeService(n => FakeService.Answer(HttpStatusCode.OK, n == 1 ? """{"virtualInterfaces":[{"virtualInterfaceId":"dxvif-1"}],"nextToken":"t"}""" : """{"virtualInterfaces":[]}"""));
        using var client = TestClients.DirectConnect(fake);
        var pages = 0;
        await foreach (var _ in client.DescribeVirtualInterfacesPagesAsync(new(), Cancel)) pages++;
        Assert.Equal(2, pages);
    }

    [Fact]
    public async Task Pages_that_would_never_end_are_broken_off()
    {
        using var fake = new FakeService("""{"FleetIds":["fleet-1"],"NextToken":"same"}""");
        using var client = TestClients.GameLift(fake);
        var pages = 0;
        var loop = await Assert.ThrowsAsync<PageTokenLoopException>(async () =>
        {
            await foreach (var page in client.ListFleetsPagesAsync(new ListFleetsRequest(), Cancel)) pages += page.FleetIds!.Count;
        });
        Assert.Equal("ListFleets", loop.Operation);
        Assert.Equal((2, 2), (pages, fake.Requests.Count));
    }

    [Fact]
    public async Task A_page_is_asked_for_only_when_it_is_wanted()
    {
        using var fake = new FakeService("""{"FleetIds":["fleet-1"],"NextToken":"more"}""");
        using var client = TestClients.GameLift(fake);
        await foreach (var _ in client.ListFleetsPagesAsync(new ListFleetsRequest(), Cancel)) break;
        Assert.Single(fake.Requests);
    }

    [Fact]
    public async Task Every_attempt_is_paced_and_reported()
    {
        var recorder = new CallRecorder();
        using var fake = new FakeService(n => n == 1
            ? FakeService.Answer(HttpStatusCode.ServiceUnavailable, "<Response><Errors><Error><Code>RequestLimitExceeded</Code></Error></Errors></Response>")
            : FakeService.Answer(HttpStatusCode.OK, "<R><requestId>request-2</requestId></R>"));
        using var client = TestClients.Ec2(fake, c => (c.Observer, c.Pacer) = (recorder, recorder));
        await client.DescribeVpcsAsync(new() { Filters = [new() { Name = "tag:secret", Values = ["planted"] }] }, Cancel);
        Assert.Equal(
            ["pacing ec2 DescribeVpcs", "sending DescribeVpcs 1", "answered 503 RequestLimitExceeded", "pacing ec2 DescribeVpcs", "sending DescribeVpcs 2", "answered 200 request-2"],
            recorder.Lines);
        Assert.All(recorder.Details, d => Assert.Equal(("ec2", "eu-west-1"), (d.Service, d.Region)));
        Assert.All(recorder.Details.Where(d => d.Elapsed is not null), d => Assert.True(d.Elapsed > TimeSpan.Zero));
    }

    [Theory]
    [InlineData("ec2", "DescribeVpcs", "<DescribeVpcsResponse><vpcSet><item>")]
    [InlineData("directconnect", "DescribeConnections", """{"connections":[""")]
    public async Task A_body_that_stalls_ends_when_the_call_is_stopped(string service, string operation, string start)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var fake = new FakeService(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new StallingStream(start)) });
        using var client = TestClients.Make(service, fake);
        var request = Activator.CreateInstance(TestClients.RequestType(service, operation))!;
        // The body is read on the thread that reads it, so the caller must not be that thread.
        var call = Task.Run(() => (Task)client.GetType().GetMethod(operation + "Async", [request.GetType(), typeof(CancellationToken)])!.Invoke(client, [request, stop.Token])!, Cancel);
        await Task.Delay(200, Cancel);
        Assert.False(call.IsCompleted);
        var started = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_pacer_is_stopped_with_the_call()
    {
        using var fake = new FakeService("<R/>");
        using var client = TestClients.Ec2(fake, c => c.Pacer = new EndlessPacer());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CreateVpcPeeringConnectionAsync(new() { VpcId = "vpc-1" }, stop.Token));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public void Each_operation_has_the_kind_of_its_verb()
    {
        foreach (var service in ApiModel.Services)
        {
            foreach (var operation in ApiModel.Of(service).Operations)
            {
                var kind = service switch
                {
                    "ec2" => EC2Operations.KindOf(operation),
                    "directconnect" => DirectConnectOperations.KindOf(operation),
                    _ => GameLiftOperations.KindOf(operation),
                };
                var expected = operation switch
                {
                    // Tags are set, not added; a route table's request carries an idempotency token.
                    "CreateTags" or "CreateRouteTable" => OperationKind.Idempotent,
                    _ when new[] { "Describe", "Get", "List", "Search" }.Any(v => operation.StartsWith(v, StringComparison.Ordinal)) => OperationKind.Read,
                    _ when new[] { "Create", "Allocate", "Start" }.Any(v => operation.StartsWith(v, StringComparison.Ordinal)) => OperationKind.Create,
                    _ => OperationKind.Idempotent,
                };
                Assert.Equal((operation, expected), (operation, kind));
            }
        }
    }

    private sealed class EndlessPacer : IRequestPacer
    {
        public async ValueTask WaitAsync(string service, string operation, CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Gives its text, then nothing until it is closed.</summary>
    private sealed class StallingStream(string text) : Stream
    {
        private readonly MemoryStream _start = new(System.Text.Encoding.UTF8.GetBytes(text));
        private readonly ManualResetEventSlim _closed = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_start.Read(buffer, offset, count) is > 0 and var read) return read;
            _closed.Wait();
            throw new IOException("The connection was closed.");
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }
}
