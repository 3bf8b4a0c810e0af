using System.Net;
using System.Text;
using Amazon;
using Amazon.Runtime;
using PeeringTools.Aws.DirectConnect;
using PeeringTools.Aws.EC2;
using PeeringTools.Aws.GameLift;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>Clients whose HTTP ends in a function of the test.</summary>
internal static class TestClients
{
    public static AwsClient Make(string service, HttpMessageHandler handler) => service switch
    {
        "ec2" => Ec2(handler),
        "directconnect" => DirectConnect(handler),
        _ => GameLift(handler),
    };

    public static AmazonEC2Client Ec2(HttpMessageHandler handler, Action<AmazonEC2Config>? configure = null, AWSCredentials? credentials = null) =>
        new(credentials ?? Credentials, Configure(new AmazonEC2Config(), handler, configure));

    public static AmazonDirectConnectClient DirectConnect(HttpMessageHandler handler, Action<AmazonDirectConnectConfig>? configure = null) =>
        new(Credentials, Configure(new AmazonDirectConnectConfig(), handler, configure));

    public static AmazonGameLiftClient GameLift(HttpMessageHandler handler, Action<AmazonGameLiftConfig>? configure = null) =>
        new(Credentials, Configure(new AmazonGameLiftConfig(), handler, configure));

    public static BasicAWSCredentials Credentials { get; } = new("AKIDEXAMPLE", "a secret");

    /// <summary>Calls an operation known only by name.</summary>
    public static async Task<object> CallAsync(AwsClient client, string operation, object request)
    {
        var method = client.GetType().GetMethod(operation + "Async", [request.GetType(), typeof(CancellationToken)])!;
        var task = (Task)method.Invoke(client, [request, TestContext.Current.CancellationToken])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    public static Type RequestType(string service, string operation) => ModelType(service, operation + "Request");

    public static Type ResponseType(string service, string operation) => ModelType(service, operation + "Response");

    private static Type ModelType(string service, string name)
    {
        var space = service switch { "ec2" => "EC2", "directconnect" => "DirectConnect", _ => "GameLift" };
        return typeof(AwsClient).Assembly.GetType($"PeeringTools.Aws.{space}.Model.{name}", throwOnError: true)!;
    }

    private static T Configure<T>(T config, HttpMessageHandler handler, Action<T>? configure)
        where T : AwsClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName("eu-west-1");
        config.HttpClientFactory = new Factory(handler);
        configure?.Invoke(config);
        return config;
    }

    private sealed class Factory(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}

/// <summary>Answers requests from a function and keeps what was asked.</summary>
internal sealed class FakeService(Func<int, HttpResponseMessage> answer) : HttpMessageHandler
{
    public FakeService(string body)
        : this(_ => Answer(HttpStatusCode.OK, body))
    {
    }

    public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string? requestId = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
        if (requestId is not null) response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((request, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        return answer(Requests.Count);
    }
}
