using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Finds EC2 resources by the ids of a request, and refuses in EC2's words.</summary>
internal static class Lookup
{
    /// <summary>The resource that an id leads to.</summary>
    /// <exception cref="ServiceException">No id, not an id of that kind, or nothing of that id can be seen from here.</exception>
    public static T Get<T>(Call call, Table<T> table, ResourceKind kind, string? id, string parameter)
        where T : Record
    {
        CheckForm(kind, id, parameter);
        return call.TryFind(table, id, out var record) ? record : throw NotFound(kind, id!);
    }

    /// <summary>The resource that an id leads to, while it is neither ended nor about to be.</summary>
    public static T GetLive<T>(Call call, Table<T> table, ResourceKind kind, string? id, string parameter)
        where T : LivingRecord
    {
        var record = Get(call, table, kind, id, parameter);
        return record.StateAt(call.Now) == "deleted" ? throw NotFound(kind, id!) : record;
    }

    /// <summary>Refuses a missing or malformed id.</summary>
    public static void CheckForm(ResourceKind kind, string? id, string parameter)
    {
        if (string.IsNullOrEmpty(id))
            throw Missing(parameter);
        Call.Require(ResourceIds.Check(kind, id, parameter), ResourceIds.Form(kind).MalformedCode!);
    }

    /// <summary>A required parameter that isn't there.</summary>
    public static ServiceException Missing(string parameter) => new("MissingParameter", $"The request must contain the parameter {parameter}");

    /// <summary>An id that leads nowhere.</summary>
    public static ServiceException NotFound(ResourceKind kind, string id)
    {
        var form = ResourceIds.Form(kind);
        var noun = form.Name[..^2];
        return new ServiceException(form.NotFoundCode!, $"The {char.ToLowerInvariant(noun[0])}{noun[1..]} ID '{id}' does not exist");
    }

    /// <summary>A value that the service doesn't take.</summary>
    public static ServiceException Invalid(string parameter, string? value, string why = "") =>
        new("InvalidParameterValue", $"Value ({value}) for parameter {parameter} is invalid. {why}".TrimEnd());

    /// <summary>One page of a describe: by ids or all of a place, filtered.</summary>
    public static Page<T> Page<T>(
        Call call, Table<T> table, ResourceKind kind, List<string>? ids, List<Filter>? filters, Filters<T> known, int? maxResults, string? token, Func<T, bool>? isOfKind = null)
        where T : Record
    {
        var fits = known.Compile(call, filters);
        var candidates = table.In(call.Place);
        if (ids is { Count: > 0 })
        {
            var asked = new List<T>(ids.Count);
            foreach (var id in ids.Distinct(StringComparer.Ordinal))
            {
                CheckForm(kind, id, ResourceIds.Form(kind).Name);
                asked.Add(call.TryFind(table, id, out var record) && isOfKind?.Invoke(record) != false ? record : throw NotFound(kind, id));
            }
            asked.Sort((left, right) => left.Sequence.CompareTo(right.Sequence));
            candidates = asked;
        }
        return Paging.Of(call, candidates, record => isOfKind?.Invoke(record) != false && call.Sees(record) && fits(record), Paging.Ec2Size(maxResults), token);
    }
}
