using System.Net;
using System.Net.Sockets;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.TransitGateway;

/// <summary>
/// The inside blocks of a new Connect peer: those the user gave, and the first free ones for the rest. A block that somebody else takes first is passed over.
/// </summary>
/// <param name="Given">The blocks the user gave; null or empty where the IPv4 block is to be chosen.</param>
/// <param name="WithIpv6">Whether there must be an IPv6 block, chosen where none is given.</param>
/// <param name="Consistency">How long the attachment may take to become available.</param>
internal sealed record InsideBlockChoice(IReadOnlyList<string>? Given, bool WithIpv6, TimeSpan Consistency)
{
    // Every refusal takes somebody else's call between our look and ours; ten in a row is no accident any more.
    private const int MostTries = 10;

    private readonly List<IPNetwork> _lost = [];
    private readonly List<IPNetwork> _chosen = [];
    private int _tries;

    /// <summary>True where a block is to be chosen, so that the used ones must be known.</summary>
    public bool IsNeeded => Families.Count > 0;

    private List<AddressFamily> Families { get; } =
    [
        .. Given is { Count: > 0 } ? Array.Empty<AddressFamily>() : [AddressFamily.InterNetwork],
        .. WithIpv6 && Given?.Any(b => b.Contains(':', StringComparison.Ordinal)) != true ? [AddressFamily.InterNetworkV6] : Array.Empty<AddressFamily>(),
    ];

    /// <summary>Puts the blocks into the request.</summary>
    /// <exception cref="RuleException">A given block is in use.</exception>
    /// <exception cref="FailureException">No block is left.</exception>
    public void Apply(CreateTransitGatewayConnectPeerRequest request, IReadOnlyCollection<IPNetwork> used)
    {
        foreach (var text in Given ?? [])
        {
            if (Cidrs.TryParse(text, out var block) && InsideCidrs.CheckFree(block, used, "InsideCidrBlock") is { } broken)
                throw new RuleException(broken, text);
        }

        _chosen.Clear();
        foreach (var family in Families)
        {
            _chosen.Add(InsideCidrs.FirstFree(used.Concat(_lost), family) ?? throw new FailureException(new(
                ErrorKind.Limit, "InsideCidrNoneFree", $"No {Cidrs.Name(family)} inside block is free on the transit gateway.", "Remove a Connect peer that isn't needed.", request.TransitGatewayAttachmentId)));
        }

        request.InsideCidrBlocks = [.. Given ?? [], .. _chosen.Select(b => b.ToString())];
    }

    /// <summary>True where a chosen block turns out to be taken, so that the next one may do.</summary>
    /// <param name="failure">AWS's refusal. No code says that a block is in use; its message may name the block, which then isn't chosen again.</param>
    /// <param name="used">The blocks in use after the refusal.</param>
    public bool MayTryNext(Failure failure, IReadOnlyCollection<IPNetwork> used)
    {
        var named = _chosen.FindAll(b => failure.Message.Contains(b.ToString(), StringComparison.OrdinalIgnoreCase));
        _lost.AddRange(named);
        return ++_tries < MostTries && (named.Count > 0 || Cidrs.FirstOverlap(_chosen, used) is not null);
    }
}
