using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Sessions;

/// <summary>A session can't be opened: no Region, no credentials, an unknown profile. Nothing was sent.</summary>
internal sealed class SessionException(string errorId, string message, string remedy, ErrorKind kind = ErrorKind.Credentials) : Exception(message)
{
    /// <summary>Stable error id.</summary>
    public string ErrorId { get; } = errorId;

    /// <summary>What kind of failure it is.</summary>
    public ErrorKind Kind { get; } = kind;

    /// <summary>What to do next.</summary>
    public string Remedy { get; } = remedy;
}
