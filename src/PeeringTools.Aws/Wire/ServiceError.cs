using System.Net;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;

namespace PeeringTools.Aws.Wire;

/// <summary>What an error response says.</summary>
internal sealed record ServiceError(ErrorType Type, string Code, string Message, string? RequestId)
{
    /// <summary>Reads <c>&lt;Response&gt;&lt;Errors&gt;&lt;Error&gt;&lt;Code/&gt;&lt;Message/&gt;&lt;/Error&gt;&lt;/Errors&gt;&lt;RequestID/&gt;&lt;/Response&gt;</c>.</summary>
    public static ServiceError FromXml(XmlReader reader, HttpStatusCode status, string? requestId)
    {
        string? code = null;
        string? message = null;
        try
        {
            while (reader.Read())
            {
                // Reading a value moves past its end tag, so a next element may already be there. Of several errors the first counts.
                while (reader.NodeType == XmlNodeType.Element)
                {
                    if (reader.LocalName is not ("Code" or "Message" or "RequestID" or "RequestId"))
                    {
                        reader.Read();
                        continue;
                    }

                    var place = reader.LocalName;
                    var text = XmlValue.String(reader);
                    if (place == "Code") code ??= text;
                    else if (place == "Message") message ??= text;
                    else requestId = text;
                }
            }
        }
        catch (XmlException)
        {
            // A proxy's page is no error document; the status still says what happened.
        }

        return From(code, message, status, requestId);
    }

    /// <summary>Reads <c>{"__type": "prefix#Code", "message": "..."}</c>; the header X-Amzn-ErrorType may carry the code instead.</summary>
    public static ServiceError FromJson(ReadOnlySpan<byte> body, HttpStatusCode status, string? requestId, string? typeHeader)
    {
        string? code = null;
        string? message = null;
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!body.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (JsonValue.NextMember(ref reader))
                {
                    if (reader.ValueTextEquals("__type"u8) || reader.ValueTextEquals("code"u8)) code = JsonValue.String(ref reader) ?? code;
                    else if (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("Message"u8)) message = JsonValue.String(ref reader) ?? message;
                    else JsonValue.SkipMember(ref reader);
                }
            }
        }
        catch (JsonException)
        {
            // As in FromXml.
        }

        return From(Strip(typeHeader ?? code), message, status, requestId);
    }

    private static ServiceError From(string? code, string? message, HttpStatusCode status, string? requestId) => new(
        (int)status >= 500 ? ErrorType.Receiver : ErrorType.Sender,
        string.IsNullOrEmpty(code) ? status.ToString() : code,
        string.IsNullOrEmpty(message) ? $"The service answered HTTP {(int)status} without a message." : message,
        requestId);

    // prefix#Code in a body, Code:http://... in a header.
    private static string? Strip(string? type)
    {
        if (type is null) return null;
        type = type[(type.LastIndexOf('#') + 1)..];
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? type : type[..colon];
    }
}
