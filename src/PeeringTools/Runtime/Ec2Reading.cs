using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Runtime;

/// <summary>How one kind of EC2 resource is read.</summary>
internal sealed record Ec2Reading<T>
{
    /// <summary>The kind of its ids.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>What a user calls it.</summary>
    public required string Noun { get; init; }

    /// <summary>AWS's code for an id that leads nowhere.</summary>
    public required string NotFoundCode { get; init; }

    /// <summary>The filter that names ids.</summary>
    public required string IdFilter { get; init; }

    /// <summary>The filter that names states.</summary>
    public string StateFilter { get; init; } = "state";

    /// <summary>Reads page by page what filters select.</summary>
    public required Func<PeeringSession, List<Filter>?, CancellationToken, IAsyncEnumerable<IReadOnlyList<T>>> Pages { get; init; }

    /// <summary>Its id.</summary>
    public required Func<T, string?> Id { get; init; }

    /// <summary>The states it can be in.</summary>
    public required StateTable States { get; init; }

    /// <summary>Its state.</summary>
    public required Func<T, string?> State { get; init; }

    /// <summary>Its record.</summary>
    public required Func<T, RecordOrigin, PeeringRecord> Record { get; init; }

    /// <summary>The record of one that is only planned.</summary>
    public required Func<string, RecordOrigin, PeeringRecord> Planned { get; init; }
}
