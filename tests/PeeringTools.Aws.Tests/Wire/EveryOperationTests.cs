using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using PeeringTools.Sandbox.Codec;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>Each operation of the three models, with every member set, in both directions and by both sides.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string, string> Operations => ApiModel.AllOperations();

    [Fact]
    public void The_models_hold_112_operations() => Assert.Equal(112, ApiModel.AllOperations().Count);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_decodes_by_the_model_to_what_was_set(string service, string operation)
    {
        var model = ApiModel.Of(service);
        var value = new SampleValues(model).Structure(model.InputShape(operation));
        var (request, body) = await SendAsync(model, operation, value);

        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("/", request.RequestUri!.PathAndQuery);
        if (model.IsQuery)
        {
            Assert.Equal("application/x-www-form-urlencoded", request.Content!.Headers.ContentType!.MediaType);
            Assert.Contains("&Version=2016-11-15&", body + "&", StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal("application/x-amz-json-1.1", request.Content!.Headers.ContentType!.MediaType);
            Assert.Equal($"{model.TargetPrefix}.{operation}", Assert.Single(request.Headers.GetValues("X-Amz-Target")));
        }

        TypedValues.AssertEqual(value, new ModelCodec(model).ReadRequest(operation, body));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_service_side_reads_a_request_to_an_equal_object(string service, string operation)
    {
        var model = ApiModel.Of(service);
        var value = new SampleValues(model).Structure(model.InputShape(operation));
        var (_, body) = await SendAsync(model, operation, value);

        var read = ServiceSide.Read(service, operation, body, out var unread);
        Assert.NotNull(read);
        Assert.Equal(TestClients.RequestType(service, operation), read.GetType());
        TypedValues.AssertEqual(value, TypedValues.ToTree(read, model, model.InputShape(operation)));
        Assert.Empty(unread);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_response_written_by_the_model_arrives_whole(string service, string operation)
    {
        var model = ApiModel.Of(service);
        var value = new SampleValues(model).Structure(model.OutputShape(operation));
        await AssertReadsAsync(model, operation, value, new ModelCodec(model).WriteResponse(operation, value));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_client_reads_what_the_service_side_writes(string service, string operation)
    {
        var model = ApiModel.Of(service);
        var value = new SampleValues(model).Structure(model.OutputShape(operation));
        var typed = (AmazonWebServiceResponse)TypedValues.ToTyped(TestClients.ResponseType(service, operation), value);
        await AssertReadsAsync(model, operation, value, ServiceSide.Write(service, operation, typed));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Unknown_response_members_pass_by(string service, string operation)
    {
        var model = ApiModel.Of(service);
        var value = new SampleValues(model).Structure(model.OutputShape(operation));
        var body = new ModelCodec(model).WriteResponse(operation, value);
        body = model.IsQuery
            ? AddUnknown(body)
            : AddUnknown(JsonNode.Parse(body)!).ToJsonString();
        await AssertReadsAsync(model, operation, value, body);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_empty_response_leaves_all_members_null(string service, string operation)
    {
        var model = ApiModel.Of(service);
        await AssertReadsAsync(model, operation, [], ServiceSide.Write(service, operation, (AmazonWebServiceResponse)Activator.CreateInstance(TestClients.ResponseType(service, operation))!));
    }

    private static async Task<(HttpRequestMessage Request, string Body)> SendAsync(ApiModel model, string operation, JsonObject value)
    {
        using var fake = new FakeService(model.IsQuery ? $"<{operation}Response/>" : "{}");
        using var client = TestClients.Make(model.Service, fake);
        await TestClients.CallAsync(client, operation, TypedValues.ToTyped(TestClients.RequestType(model.Service, operation), value));
        return Assert.Single(fake.Requests);
    }

    private static async Task AssertReadsAsync(ApiModel model, string operation, JsonObject expected, string body)
    {
        using var fake = new FakeService(_ => FakeService.Answer(HttpStatusCode.OK, body, "11111111-2222-3333-4444-555555555555"));
        using var client = TestClients.Make(model.Service, fake);
        var response = (AmazonWebServiceResponse)await TestClients.CallAsync(client, operation, Activator.CreateInstance(TestClients.RequestType(model.Service, operation))!);
        TypedValues.AssertEqual(expected, TypedValues.ToTree(response, model, model.OutputShape(operation)));
        Assert.Equal("11111111-2222-3333-4444-555555555555", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    private static string AddUnknown(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        foreach (var element in document.Descendants().Where(e => e.HasElements).ToList())
            element.AddFirst(XElement.Parse("<ofTomorrow><item><deep>1</deep>text</item></ofTomorrow>"));
        return document.ToString(SaveOptions.DisableFormatting);
    }

    private static JsonNode AddUnknown(JsonNode node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) AddUnknown(item!);
        }
        else if (node is JsonObject structure)
        {
            foreach (var (_, member) in structure) AddUnknown(member!);
            structure.Insert(0, "ofTomorrow", JsonNode.Parse("""{"deep":[1,{"x":null}],"key":"text"}"""));
        }

        return node;
    }
}

/// <summary>The sandbox's codec, by service name.</summary>
internal static class ServiceSide
{
    public static AmazonWebServiceRequest? Read(string service, string operation, string body, out IReadOnlyList<string> unread)
    {
        unread = [];
        if (service == "directconnect") return DirectConnectService.Read(operation, Encoding.UTF8.GetBytes(body));
        if (service == "gamelift") return GameLiftService.Read(operation, Encoding.UTF8.GetBytes(body));
        var form = QueryForm.Parse(body);
        Assert.Equal(operation, form.Action);
        Assert.Equal(EC2Service.Version, form.Version);
        var request = EC2Service.Read(operation, form);
        unread = [.. form.Unread];
        return request;
    }

    public static string Write(string service, string operation, AmazonWebServiceResponse response)
    {
        using var stream = new MemoryStream();
        if (service == "ec2")
        {
            using var writer = XmlWriter.Create(stream, XmlOutput.Settings);
            EC2Service.Write(writer, operation, response, "11111111-2222-3333-4444-555555555555");
        }
        else
        {
            using var writer = new Utf8JsonWriter(stream);
            if (service == "directconnect") DirectConnectService.Write(writer, operation, response);
            else GameLiftService.Write(writer, operation, response);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
