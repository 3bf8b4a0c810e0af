using System.Diagnostics.CodeAnalysis;
using System.Net;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox;

/// <summary>One call, as a handler sees it: who calls, where, when, on which network.</summary>
internal sealed class Call(World world, ServiceKind service, string operation, Identity caller, string region, DateTimeOffset now, bool dryRun)
{
    /// <summary>The service.</summary>
    public ServiceKind Service { get; } = service;

    /// <summary>The operation.</summary>
    public string Operation { get; } = operation;

    /// <summary>Who calls.</summary>
    public Identity Caller { get; } = caller;

    /// <summary>The caller's account in the called Region.</summary>
    public Place Place { get; } = new(caller.Account, region);

    /// <summary>The moment of the call; one for all it does.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The sandbox.</summary>
    public World World { get; } = world;

    /// <summary>The resources.</summary>
    public Network Network => World.Network;

    /// <summary>The called Region.</summary>
    public string Region => Place.Region;

    /// <summary>The caller's account.</summary>
    public string Account => Place.Account;

    /// <summary>True once the handler has asked for permission, which every change must.</summary>
    public bool HasAsked { get; private set; }

    /// <summary>How long something takes.</summary>
    public TimeSpan After(Delay delay) => World.Settings.Delays[delay];

    /// <summary>
    /// Ends the call here where the caller isn't allowed to make it, or only wanted to know whether it is. Called when everything is checked and nothing is changed yet:
    /// AWS validates first (EC2 API reference, DryRun).
    /// </summary>
    /// <param name="resources">The ids that the call is about, for denials that name one.</param>
    public void Permit(params IEnumerable<string?> resources)
    {
        HasAsked = true;
        var involved = resources.Where(resource => resource is not null).Select(resource => resource!).ToList();
        var action = $"{Service.Name}:{Operation}";
        if (World.Settings.Denied.Exists(denial => denial.Covers(Account, action, involved)))
            throw Service.Denied($"User: {Caller.Arn} is not authorized to perform: {action}{(involved.Count > 0 ? $" on resource: {involved[0]}" : "")} with an explicit deny in an identity-based policy");
        if (dryRun)
            throw new ServiceException("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", HttpStatusCode.PreconditionFailed);
    }

    /// <summary>False where a record's tombstone is gone, and while a new record hasn't reached all of AWS yet (sandbox.json, consistencySeconds).</summary>
    public bool Sees(Record record) => Sees(record, Place);

    /// <summary>As <see cref="Sees(Record)"/>, from another place.</summary>
    public bool Sees(Record record, Place from) =>
        record.IsVisibleFrom(from, Now) && (World.Settings.ConsistencySeconds <= 0 || record.Created.AddSeconds(World.Settings.ConsistencySeconds) <= Now);

    /// <summary>Finds a record that the caller can see from here.</summary>
    public bool TryFind<T>(Table<T> table, string? id, [NotNullWhen(true)] out T? record)
        where T : Record
    {
        if (table.TryGet(id, out record) && record.Places.Contains(Place) && Sees(record))
            return true;
        record = null;
        return false;
    }

    /// <summary>Refuses with EC2's words where a rule is broken.</summary>
    public static void Require(RuleBreak? broken, string code)
    {
        if (broken is { IsWarning: false })
            throw new ServiceException(code, broken.Message);
    }
}
