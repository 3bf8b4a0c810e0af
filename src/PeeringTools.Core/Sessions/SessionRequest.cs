using System.Security;

namespace PeeringTools.Core.Sessions;

/// <summary>Where a call should go and as whom, as the common parameters of a cmdlet say it.</summary>
internal sealed record SessionRequest
{
    /// <summary>-Region.</summary>
    public string? Region { get; init; }

    /// <summary>-ProfileName.</summary>
    public string? ProfileName { get; init; }

    /// <summary>-ProfileLocation: another credentials file than the default one.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>-AccessKey.</summary>
    public string? AccessKey { get; init; }

    /// <summary>-SecretKey.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>-SessionToken.</summary>
    public SecureString? SessionToken { get; init; }

    /// <summary>-EndpointUrl: an explicit way out of a running sandbox, too.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>-Live: AWS itself, although a sandbox runs.</summary>
    public bool Live { get; init; }

    /// <summary>What is asked for comes from a record that was read in a sandbox.</summary>
    public bool IsFromSandbox { get; init; }

    /// <summary>The shell's session variables.</summary>
    public AmbientSession Ambient { get; init; } = new(null, null);
}
