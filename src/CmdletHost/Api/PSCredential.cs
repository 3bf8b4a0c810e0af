using System.Net;
using System.Security;

namespace System.Management.Automation;

/// <summary>A user name and a password.</summary>
public sealed class PSCredential
{
    public PSCredential(string userName, SecureString password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        (UserName, Password) = (userName, password);
    }

    private PSCredential() => (UserName, Password) = (string.Empty, new SecureString());

    /// <summary>No one.</summary>
    public static PSCredential Empty { get; } = new();

    /// <summary>The user name.</summary>
    public string UserName { get; }

    /// <summary>The password.</summary>
    public SecureString Password { get; }

    /// <summary>The same for the network classes. The password is in it as text.</summary>
    public NetworkCredential GetNetworkCredential() => new(UserName, Password);

    public static explicit operator NetworkCredential(PSCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return credential.GetNetworkCredential();
    }
}
