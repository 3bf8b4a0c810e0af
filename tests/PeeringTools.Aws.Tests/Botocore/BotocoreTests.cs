using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using PeeringTools.Aws.Tests.Wire;

namespace PeeringTools.Aws.Tests.Botocore;

/// <summary>What the service side writes and reads, held against botocore: the AWS CLI and boto3 stand on it. Skipped where python3 or botocore is missing.</summary>
public sealed class BotocoreTests
{
    [Fact]
    public async Task Botocore_parses_what_the_service_side_writes_for_every_operation()
    {
        var expected = new List<(string Operation, JsonObject Value)>();
        var cases = new JsonArray();
        foreach (var (model, operation) in EveryOperation())
        {
            var value = new SampleValues(model).Structure(model.OutputShape(operation));
            var response = (AmazonWebServiceResponse)TypedValues.ToTyped(TestClients.ResponseType(model.Service, operation), value);
            cases.Add(new JsonObject { ["service"] = model.Service, ["operation"] = operation, ["response"] = ServiceSide.Write(model.Service, operation, response) });
            expected.Add((operation, value));
        }

        var parsed = await AskBotocoreAsync(cases);
        Assert.Equal(expected.Count, parsed.Count);
        foreach (var ((operation, value), actual) in expected.Zip(parsed))
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(value.ToJsonString()), actual), $"{operation}: {actual.ToJsonString()} instead of {value.ToJsonString()}");
    }

    [Fact]
    public async Task The_service_side_reads_what_botocore_sends_for_every_operation()
    {
        var expected = new List<(ApiModel Model, string Operation, JsonObject Value)>();
        var cases = new JsonArray();
        foreach (var (model, operation) in EveryOperation())
        {
            var value = new SampleValues(model).Structure(model.InputShape(operation));
            cases.Add(new JsonObject { ["service"] = model.Service, ["operation"] = operation, ["request"] = value.DeepClone() });
            expected.Add((model, operation, value));
        }

        var sent = await AskBotocoreAsync(cases);
        Assert.Equal(expected.Count, sent.Count);
        foreach (var ((model, operation, value), body) in expected.Zip(sent))
        {
            var read = ServiceSide.Read(model.Service, operation, (string)body!, out var unread);
            Assert.Empty(unread);
            TypedValues.AssertEqual(value, TypedValues.ToTree(read!, model, model.InputShape(operation)));
        }
    }

    private static IEnumerable<(ApiModel Model, string Operation)> EveryOperation() =>
        ApiModel.Services.Select(ApiModel.Of).SelectMany(model => model.Operations.Select(operation => (model, operation)));

    private static async Task<List<JsonNode>> AskBotocoreAsync(JsonArray cases)
    {
        if (await RunAsync(["-c", "import botocore"], "") is not { Code: 0 }) Assert.Skip("python3 with botocore isn't on this machine.");
        var (code, output, problems) = await RunAsync([Path.Combine(AppContext.BaseDirectory, "Botocore", "wire.py")], cases.ToJsonString());
        Assert.True(code == 0, problems);
        Assert.Equal("", problems);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private static async Task<(int Code, string Output, string Problems)> RunAsync(string[] arguments, string input)
    {
        using var python = new Process { StartInfo = new("python3", arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            python.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "", "There is no python3.");
        }

        var output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.StandardInput.WriteAsync(input);
        python.StandardInput.Close();
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (python.ExitCode, await output, await problems);
    }
}
