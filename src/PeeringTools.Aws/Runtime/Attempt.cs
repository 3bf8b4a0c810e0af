using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PeeringTools.Aws;

/// <summary>Stands right inside the retries: paces and reports each attempt, and turns a create's failure into <see cref="LostAnswerException"/> where the service may have acted.</summary>
internal sealed class Attempt(CreateOnceRetryPolicy policy) : PipelineHandler
{
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var config = (AwsClientConfig)context.ClientConfig;
        var call = (OperationCall)context.Options;
        call.IsSent = false;
        if (config.Pacer is { } pacer)
            await pacer.WaitAsync(call.Service, call.Operation, context.CancellationToken).ConfigureAwait(false);
        var region = config.SigningRegion ?? "";
        config.Observer?.Sending(call.Service, call.Operation, region, ++call.Attempts);
        var started = Stopwatch.GetTimestamp();
        T response;
        try
        {
            response = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
        }
        catch (AmazonServiceException problem)
        {
            Report(problem.StatusCode == default ? null : (int)problem.StatusCode, problem.ErrorCode ?? problem.GetType().Name, problem.RequestId);
            if (IsLost(problem)) throw new LostAnswerException(call.Service, call.Operation, problem);
            throw;
        }
        catch (Exception problem)
        {
            Report(httpStatus: null, problem.GetType().Name, requestId: null);
            if (IsLost(problem)) throw new LostAnswerException(call.Service, call.Operation, problem);
            throw;
        }

        Report((int)response.HttpStatusCode, errorCode: null, response.ResponseMetadata?.RequestId);
        return response;

        void Report(int? httpStatus, string? errorCode, string? requestId) =>
            config.Observer?.Answered(call.Service, call.Operation, region, httpStatus, errorCode, requestId, Stopwatch.GetElapsedTime(started));

        bool IsLost(Exception problem) => call.Kind == OperationKind.Create && call.IsSent && policy.MayHaveActed(context, problem);
    }
}
