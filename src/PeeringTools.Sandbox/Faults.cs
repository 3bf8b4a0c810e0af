using System.IO.Enumeration;

namespace PeeringTools.Sandbox;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>The service says that there were too many calls.</summary>
    Throttle,

    /// <summary>The service fails with a 5xx (or with <see cref="Fault.Code"/>, as any error).</summary>
    Error,

    /// <summary>The connection is lost, before or after the change was made.</summary>
    Drop,

    /// <summary>The answer comes late.</summary>
    Delay,
}

/// <summary>Something that shall go wrong. Counted: it spends itself.</summary>
internal sealed class Fault
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The operations, such as <c>CreateVpcPeeringConnection</c> or <c>ec2:Create*</c>; all if not given.</summary>
    public string Action { get; init; } = "*";

    /// <summary>The account that calls; all if not given.</summary>
    public string? Account { get; init; }

    /// <summary>The Region that is called; all if not given.</summary>
    public string? Region { get; init; }

    /// <summary>The first matching call that it hits, from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How many calls it hits; without end if not given.</summary>
    public int? Count { get; init; }

    /// <summary>The HTTP status of an error.</summary>
    public int Status { get; init; } = 500;

    /// <summary>The code of an error; the service's own word for an internal error if not given.</summary>
    public string? Code { get; init; }

    /// <summary>The message of an error.</summary>
    public string? Message { get; init; }

    /// <summary>For a drop: true where the change is made and only the answer is lost.</summary>
    public bool AfterChange { get; init; }

    /// <summary>For a delay: the seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>How many matching calls there were.</summary>
    public int Seen { get; set; }

    /// <summary>True once it will never hit again.</summary>
    public bool IsSpent => Count is { } count && Seen >= Nth - 1 + count;

    /// <summary>Counts a call if it matches and tells whether it is hit.</summary>
    public bool Hits(string service, string operation, string account, string region)
    {
        if ((Account is not null && Account != account) || (Region is not null && Region != region))
            return false;
        var name = Action.Contains(':', StringComparison.Ordinal) ? $"{service}:{operation}" : operation;
        if (!FileSystemName.MatchesSimpleExpression(Action, name, ignoreCase: true))
            return false;
        Seen++;
        return Seen >= Nth && (Count is null || Seen < Nth + Count);
    }
}
