using System.Diagnostics;
using System.Formats.Cbor;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace PeeringTools.Interop.Tests;

public sealed class HttpFrontTests
{
    [Fact]
    public async Task GameLift_is_spoken_as_CBOR_too()
    {
        await using var sandbox = await SandboxProcess.StartAsync(Path.Combine(AppContext.BaseDirectory, "Network"));
        var (status, answer) = await Cbor(sandbox, "DescribeFleetAttributes", writer =>
        {
            writer.WriteStartMap(null);
            writer.WriteTextString("Limit");
            writer.WriteInt32(5);
            writer.WriteEndMap();
        });
        Assert.Equal(HttpStatusCode.OK, status);
        answer.ReadStartMap();
        Assert.Equal("FleetAttributes", answer.ReadTextString());
        answer.ReadStartArray();
        answer.ReadStartMap();
        var created = 0.0;
        while (answer.PeekState() != CborReaderState.EndMap)
        {
            if (answer.ReadTextString() != "CreationTime")
            {
                answer.SkipValue();
                continue;
            }
            Assert.Equal(CborTag.UnixTimeSeconds, answer.ReadTag());
            created = answer.ReadDouble();
        }
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero).ToUnixTimeMilliseconds(), (long)Math.Round(created * 1000));
    }

    [Fact]
    public async Task A_refusal_in_CBOR_names_its_type()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        var (status, answer) = await Cbor(sandbox, "CreateVpcPeeringAuthorization", writer =>
        {
            writer.WriteStartMap(0);
            writer.WriteEndMap();
        });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        answer.ReadStartMap();
        Assert.Equal(("__type", "InvalidRequestException"), (answer.ReadTextString(), answer.ReadTextString()));
    }

    [Fact]
    public async Task A_taken_port_is_told_and_fails()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var process = SandboxProcess.Start(["sandbox", "--port", $"{port}"]);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"port {port} on 127.0.0.1 can't be used", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_network_is_told_and_fails()
    {
        var folder = Directory.CreateTempSubdirectory("peering-sandbox-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "vpcs.json"), "{\n\"Vpcs\": 1}", TestContext.Current.CancellationToken);
        using var process = SandboxProcess.Start(["sandbox", "--port", "0", "--path", folder.FullName]);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("vpcs.json, line 2, field Vpcs", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_on_127_0_0_1_only()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        Assert.StartsWith("http://127.0.0.1:", sandbox.Url, StringComparison.Ordinal);
        using var client = new TcpClient(AddressFamily.InterNetwork);
        await Assert.ThrowsAnyAsync<SocketException>(() => client.ConnectAsync(IPAddress.Parse("127.0.0.2"), new Uri(sandbox.Url).Port, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task A_termination_signal_ends_it_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no termination signal.");
        await using var sandbox = await SandboxProcess.StartAsync();
        using (var kill = Process.Start("kill", ["-TERM", $"{sandbox.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(await sandbox.ExitsAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(0, sandbox.ExitCode);
    }

    [Fact]
    public async Task Calls_are_counted_by_account_Region_and_action()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.Url) };
        var cancellation = TestContext.Current.CancellationToken;
        await DescribeVpcsAsync(http, "111111111111");
        (await http.PostAsJsonAsync("/_sandbox/faults", new { kind = "throttle", account = "111111111111", count = 1 }, cancellation)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await DescribeVpcsAsync(http, "111111111111"));
        await DescribeVpcsAsync(http, "222222222222");
        var calls = await http.GetFromJsonAsync<JsonElement>("/_sandbox/calls", cancellation);
        Assert.Equal(
            ["111111111111 eu-west-1 ec2 DescribeVpcs 2 1", "222222222222 eu-west-1 ec2 DescribeVpcs 1 0"],
            calls.EnumerateArray().Select(c => string.Join(' ', c.EnumerateObject().Select(p => p.Value.ToString()))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_clock_faults_and_reset_are_controlled_from_outside()
    {
        await using var sandbox = await SandboxProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(sandbox.Url) };
        var cancellation = TestContext.Current.CancellationToken;
        var before = await Now();
        await sandbox.StepClockAsync(TimeSpan.FromDays(7));
        Assert.True(await Now() - before >= TimeSpan.FromDays(7));
        (await http.PostAsJsonAsync("/_sandbox/faults", new { kind = "error", action = "ec2:DescribeVpcs", count = 1, status = 500 }, cancellation)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.InternalServerError, await DescribeVpcsAsync(http));
        Assert.Equal(HttpStatusCode.OK, await DescribeVpcsAsync(http));
        (await http.PostAsJsonAsync("/_sandbox/faults", new { kind = "drop" }, cancellation)).EnsureSuccessStatusCode();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => DescribeVpcsAsync(http));
        (await http.PostAsync("/_sandbox/reset", null, cancellation)).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.OK, await DescribeVpcsAsync(http));
        Assert.True(await Now() - before < TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/_sandbox/clock", new { seconds = -5 }, cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/_sandbox/faults", new { kind = "earthquake" }, cancellation)).StatusCode);
        using var fromElsewhere = new HttpRequestMessage(HttpMethod.Post, "/_sandbox/reset");
        fromElsewhere.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(fromElsewhere, cancellation)).StatusCode);

        async Task<DateTimeOffset> Now() => (await http.GetFromJsonAsync<JsonElement>("/_sandbox", cancellation)).GetProperty("now").GetDateTimeOffset();
    }

    private static async Task<HttpStatusCode> DescribeVpcsAsync(HttpClient http, string account = "111111111111")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("Action", "DescribeVpcs"), new("Version", "2016-11-15")]) };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={account}/20260101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0");
        return (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }

    private static async Task<(HttpStatusCode Status, CborReader Answer)> Cbor(SandboxProcess sandbox, string operation, Action<CborWriter> write)
    {
        var writer = new CborWriter();
        write(writer);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Url}/service/GameLift/operation/{operation}") { Content = new ByteArrayContent(writer.Encode()) };
        request.Content.Headers.ContentType = new("application/cbor");
        request.Headers.Add("smithy-protocol", "rpc-v2-cbor");
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=222222222222/20260101/eu-west-1/gamelift/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        Assert.Equal("rpc-v2-cbor", response.Headers.GetValues("smithy-protocol").Single());
        Assert.Equal("application/cbor", response.Content.Headers.ContentType!.MediaType);
        return (response.StatusCode, new CborReader(await response.Content.ReadAsByteArrayAsync()));
    }
}
