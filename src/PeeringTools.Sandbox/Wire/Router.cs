using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using PeeringTools.Sandbox.Codec;

namespace PeeringTools.Sandbox.Wire;

/// <summary>Tells which service a request is for, whatever host it was sent to.</summary>
internal static class Router
{
    /// <summary>The protocol that can read the request.</summary>
    /// <exception cref="ServiceException">The request isn't one of these services'.</exception>
    public static IProtocol Route(WireRequest request)
    {
        if (request.Target is { } target)
        {
            var dot = target.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 && JsonService.ByTargetPrefix.TryGetValue(target[..dot], out var service)
                ? new JsonProtocol(service, target[(dot + 1)..], request.Body)
                : throw new ServiceException("UnknownOperationException", $"The target {target} is not known.");
        }

        var text = request.Body.IsEmpty ? request.Query : Encoding.UTF8.GetString(request.Body.Span);
        if (!TryParse(text, out var form))
            throw new ServiceException("MalformedQueryString", "The query string contains a syntax error.");
        return form.Version == StsProtocol.Version ? new StsProtocol(form) : new Ec2Protocol(form);
    }

    // Characters that XML can't carry back are refused on the way in.
    private static bool TryParse(string text, [NotNullWhen(true)] out QueryForm? form)
    {
        form = null;
        if (text.Contains("%0", StringComparison.Ordinal) || text.Contains("%1", StringComparison.Ordinal) || text.Contains("%EF%BF%B", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var character in Uri.UnescapeDataString(text))
            {
                if (!XmlConvert.IsXmlChar(character) && !char.IsSurrogate(character))
                    return false;
            }
        }
        form = QueryForm.Parse(text);
        return true;
    }
}
