using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PeeringTools.Aws;

/// <summary>Stands right before HTTP and marks the attempt as sent: failures before it (credentials, signing) leave no doubt.</summary>
internal sealed class SendMark : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        ((OperationCall)executionContext.RequestContext.Options).IsSent = true;
        return base.InvokeAsync<T>(executionContext);
    }
}
