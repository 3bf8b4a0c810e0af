using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using PeeringTools.Aws;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Core.Sessions;
using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.Failures;

/// <summary>What went wrong, in neutral terms: the one mapping from exceptions to what a user is told.</summary>
/// <param name="Kind">The kind of failure; a shell makes its category of it.</param>
/// <param name="ErrorId">Stable id: a rule's id, AWS's error code, or an id of ours.</param>
/// <param name="Message">What was wrong, with the value and what is allowed.</param>
/// <param name="Remedy">What to do next.</param>
/// <param name="Target">The id or input it is about, where the exception knows it.</param>
/// <param name="AwsCode">AWS's error code, when an answer of AWS is the reason.</param>
/// <param name="HttpStatus">The answer's HTTP status.</param>
/// <param name="RequestId">The answer's request id.</param>
internal sealed record Failure(
    ErrorKind Kind, string ErrorId, string Message, string Remedy, object? Target = null, string? AwsCode = null, int? HttpStatus = null, string? RequestId = null)
{
    /// <summary>Describes <paramref name="exception"/>; null when it is no failure of a call (a stopped pipeline, a defect), which nobody may swallow.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        RuleException e => new(ErrorKind.BadInput, e.Broken.RuleId, e.Message, e.Broken.Remedy, e.Target),
        FailureException e => e.Failure,
        SessionException e => new(e.Kind, e.ErrorId, e.Message, e.Remedy),
        SandboxFileException e => new(ErrorKind.BadInput, "SandboxFileMalformed", e.Message, "Mend the file and start again; nothing was loaded.", e.File),
        WaitTimeoutException e => new(ErrorKind.Timeout, "WaitTimeout", e.Message, "Wait longer with -TimeoutSeconds, or look at the state with the Get- cmdlet.", e.ResourceId),
        LostAnswerException e => new(
            ErrorKind.Network, "AnswerLost", $"The answer to {e.Operation} was lost, so it isn't known whether AWS did it.", "Look for the thing with the Get- cmdlet before you run this again."),
        AmazonServiceException e when e.InnerException is HttpRequestException or IOException or SocketException && string.IsNullOrEmpty(e.ErrorCode) => Network(e.InnerException),
        AmazonUnmarshallingException e => new(
            ErrorKind.Server,
            "AnswerUnreadable",
            $"What answered isn't AWS, or its answer was cut short: {Told(e.InnerException ?? e).Message}",
            "Check a proxy or a sign-in page between you and AWS, and -EndpointUrl; then run it again.",
            HttpStatus: e.StatusCode == default(HttpStatusCode) ? null : (int)e.StatusCode),
        AmazonServiceException e => OfAnswer(e),
        AmazonClientException e => new(ErrorKind.Credentials, "ClientError", e.Message, "Check the profile and the credentials that the call was made with."),
        HttpRequestException or IOException or SocketException => Network(exception),
        TimeoutException or OperationCanceledException { InnerException: TimeoutException } => Network(exception),
        PageTokenLoopException e => new(ErrorKind.Server, "PageTokenLoop", e.Message, "Run it again; narrow it with -Filter or ids if it stays, and tell AWS Support."),
        _ => null,
    };

    /// <summary>The failure that a broken rule is, where it isn't the input that is wrong.</summary>
    public static Failure Of(RuleBreak broken, ErrorKind kind, object? target) => new(kind, broken.RuleId, broken.Message, broken.Remedy, target);

    /// <summary>The same failure with the code, status and request id of the refusal that it explains.</summary>
    public Failure Explaining(AmazonServiceException refusal)
    {
        var answer = OfAnswer(refusal);
        return this with { AwsCode = answer.AwsCode, HttpStatus = answer.HttpStatus, RequestId = answer.RequestId };
    }

    /// <summary>The same failure where the call was made as the other side.</summary>
    public Failure AtPeer() => this with { Remedy = Remedies.AtPeer(Remedy) };

    private static Failure OfAnswer(AmazonServiceException e)
    {
        var code = string.IsNullOrEmpty(e.ErrorCode) ? "Unknown" : e.ErrorCode;
        var kind = ErrorCodes.Classify(code, e.Message, (int)e.StatusCode);
        var message = string.IsNullOrWhiteSpace(e.Message) ? $"AWS answered {code} without a message." : $"{e.Message} ({code})";
        return new(kind, code, message, Remedies.For(kind, code, e.Message), null, code, e.StatusCode == default(HttpStatusCode) ? null : (int)e.StatusCode, string.IsNullOrEmpty(e.RequestId) ? null : e.RequestId);
    }

    private static Failure Network(Exception e) => new(
        ErrorKind.Network,
        "ConnectionFailed",
        $"AWS could not be reached: {Told(e).Message}",
        "Check the network, a proxy (HTTPS_PROXY), and that the Region and the endpoint exist; then run it again.");

    // The HTTP client's words name the address; those beneath it don't.
    private static Exception Told(Exception e)
    {
        while (e is not HttpRequestException && e.InnerException is { } inner)
            e = inner;
        return e;
    }
}
