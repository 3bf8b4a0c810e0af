using System.Globalization;

namespace PeeringTools.Aws.Wire;

/// <summary>Points in time as AWS writes them. In typed values they're UTC; a value of unspecified kind is taken as UTC.</summary>
internal static class WireTime
{
    private const string Iso8601 = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string ToIso8601(DateTime value) => ToUtc(value).ToString(Iso8601, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is no ISO 8601 time.</exception>
    public static DateTime FromIso8601(ReadOnlySpan<char> text) =>
        DateTime.TryParseExact(text, Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var usual)
            ? usual
            : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    public static decimal ToEpochSeconds(DateTime value) => decimal.Divide((ToUtc(value) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond, 1000);

    /// <exception cref="ArgumentOutOfRangeException">The time is outside the years 1 to 9999.</exception>
    /// <exception cref="OverflowException">The time is outside the years 1 to 9999.</exception>
    public static DateTime FromEpochSeconds(decimal seconds) => DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));

    private static DateTime ToUtc(DateTime value) => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
}
