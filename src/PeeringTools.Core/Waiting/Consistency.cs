namespace PeeringTools.Core.Waiting;

/// <summary>How long AWS may not show what was just made, or not as it was made.</summary>
internal static class Consistency
{
    /// <summary>How long that is absorbed, in seconds, unless the user says otherwise.</summary>
    public const int UsualSeconds = 60;
}
