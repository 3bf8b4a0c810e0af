namespace PeeringTools.Aws.Wire;

internal static class HeaderNames
{
    public const string ContentType = "Content-Type";
    public const string Target = "X-Amz-Target";
    public const string RequestId = "x-amzn-RequestId";
    public const string AmazonRequestId = "x-amz-request-id";
    public const string ErrorType = "x-amzn-ErrorType";
}
