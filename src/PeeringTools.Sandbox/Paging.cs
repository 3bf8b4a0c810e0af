using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox;

/// <summary>One page.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="NextToken">Where the next one starts; null on the last.</param>
internal readonly record struct Page<T>(List<T> Items, string? NextToken);

/// <summary>
/// Pages by the order in which things were made. A token holds the last number served, so a page neither repeats nor skips anything when others come and go
/// between two calls.
/// </summary>
internal static class Paging
{
    /// <summary>One page of records that are in the order of their numbers.</summary>
    public static Page<T> Of<T>(Call call, List<T> ordered, Func<T, bool> fits, int? size, string? token)
        where T : Record
    {
        var after = token is null ? 0 : Read(call, token);
        var items = new List<T>(Math.Min(size ?? ordered.Count, ordered.Count));
        for (var i = FirstAfter(ordered, after); i < ordered.Count; i++)
        {
            var record = ordered[i];
            if (!fits(record))
                continue;
            if (items.Count == size)
                return new Page<T>(items, Write(call, items[^1].Sequence));
            items.Add(record);
        }
        return new Page<T>(items, null);
    }

    /// <summary>One page of things that are worked out for the call, in a stable order of their own.</summary>
    public static Page<T> OfList<T>(Call call, IEnumerable<T> ordered, int? size, string? token)
    {
        var after = token is null ? 0 : Read(call, token);
        var items = new List<T>();
        var index = 0L;
        foreach (var item in ordered.Skip((int)after))
        {
            if (items.Count == size)
                return new Page<T>(items, Write(call, after + index));
            items.Add(item);
            index++;
        }
        return new Page<T>(items, null);
    }

    /// <summary>EC2's page size: 5..1000; all at once where none is asked for.</summary>
    public static int? Ec2Size(int? maxResults) => maxResults switch
    {
        null => null,
        < 5 => throw new ServiceException("InvalidParameterValue", string.Create(CultureInfo.InvariantCulture, $"Value ( {maxResults} ) for parameter maxResults is invalid. Expecting a value greater than or equal to 5.")),
        > 1000 => throw new ServiceException("InvalidParameterValue", string.Create(CultureInfo.InvariantCulture, $"Value ( {maxResults} ) for parameter maxResults is invalid. Expecting a value less than or equal to 1000.")),
        _ => maxResults,
    };

    private static int FirstAfter<T>(List<T> ordered, long after)
        where T : Record
    {
        int low = 0, high = ordered.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ordered[middle].Sequence <= after)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static string Write(Call call, long last)
    {
        Span<byte> token = stackalloc byte[24];
        BinaryPrimitives.WriteInt64BigEndian(token, last);
        Sign(call, token[..8], token[8..]);
        return Convert.ToHexString(token);
    }

    private static long Read(Call call, string token)
    {
        if (token.Length == 48 && token.All(char.IsAsciiHexDigitUpper))
        {
            ReadOnlySpan<byte> bytes = Convert.FromHexString(token);
            Span<byte> signature = stackalloc byte[16];
            Sign(call, bytes[..8], signature);
            if (signature.SequenceEqual(bytes[8..]))
                return BinaryPrimitives.ReadInt64BigEndian(bytes);
        }
        throw call.Service == ServiceKind.Ec2
            ? new ServiceException("InvalidPaginationToken", "The pagination token is invalid or belongs to another request.")
            : call.Service.Malformed("The pagination token is invalid or belongs to another request.");
    }

    // A token is good for the same operation by the same account in the same Region of this sandbox only.
    private static void Sign(Call call, ReadOnlySpan<byte> content, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[32];
        byte[] signed = [.. content, .. Encoding.UTF8.GetBytes($"{call.Operation}|{call.Place}")];
        HMACSHA256.HashData(call.World.TokenKey, signed, hash);
        hash[..signature.Length].CopyTo(signature);
    }
}
