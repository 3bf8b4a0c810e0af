using System.Text.RegularExpressions;
using PeeringTools.Aws.DirectConnect.Model;

namespace PeeringTools.Core.DirectConnect;

/// <summary>Takes the BGP keys out of the router configuration that AWS sends with a virtual interface.</summary>
internal static partial class RouterConfigRedaction
{
    /// <summary>What stands where a key was.</summary>
    public const string Mark = "(redacted)";

    /// <summary>The configuration of <paramref name="vif"/> without keys; null when there is none.</summary>
    public static string? Redact(VirtualInterface vif)
    {
        if (string.IsNullOrEmpty(vif.CustomerRouterConfig))
            return vif.CustomerRouterConfig;

        var text = KeyElement().Replace(vif.CustomerRouterConfig, m => $"{m.Groups["open"].Value}{Mark}{m.Groups["close"].Value}");

        // The same key may stand outside an element of its own, in a comment or a command line.
        foreach (var key in (vif.BgpPeers ?? []).Select(p => p.AuthKey).Append(vif.AuthKey))
        {
            if (!string.IsNullOrEmpty(key))
                text = text.Replace(key, Mark, StringComparison.Ordinal).Replace(System.Security.SecurityElement.Escape(key), Mark, StringComparison.Ordinal);
        }

        return text;
    }

    [GeneratedRegex("""(?<open><(?<name>[\w:.-]*auth[\w:.-]*key[\w:.-]*)(\s[^>]*)?>).*?(?<close></\k<name>\s*>)""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyElement();
}
