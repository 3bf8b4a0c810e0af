namespace PeeringTools.Host.Commands;

/// <summary>How the process ends.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A statement ended by an error, or the script couldn't be read.</summary>
    public const int Failure = 1;

    /// <summary>Stopped by Ctrl+C: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
