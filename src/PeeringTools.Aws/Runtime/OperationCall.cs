using Amazon.Runtime.Internal;

namespace PeeringTools.Aws;

/// <summary>One call as it goes through the pipeline: what it is, and whether its request left.</summary>
internal sealed class OperationCall(string service, string operation, OperationKind kind) : InvokeOptionsBase
{
    public string Service { get; } = service;

    public string Operation { get; } = operation;

    public OperationKind Kind { get; } = kind;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>True from the moment the current attempt was handed to HTTP.</summary>
    public bool IsSent { get; set; }
}
