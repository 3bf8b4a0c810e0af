using System.Collections;
using System.Management.Automation;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Parameters;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that reads EC2 resources: all that its parameters select, or those that are named. Ended ones stay hidden unless they are asked for.</summary>
public abstract class Ec2ReadCmdlet : ReadCmdlet
{
    // States are the command line's, and the same for every input.
    private bool _statesChecked;

    /// <summary>EC2 filters: <c>@{ 'tag-key' = 'Owner' }</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public IDictionary[]? Filter { get; set; }

    /// <summary>Show ended ones too, such as deleted or failed ones, while AWS still lists them.</summary>
    [Parameter]
    public SwitchParameter IncludeEnded { get; set; }

    /// <summary>Reads and writes. Each of the selections is a question of its own; a named resource that none of them finds is an error of its own.</summary>
    /// <param name="reading">What is read.</param>
    /// <param name="ids">The named ones; null for all.</param>
    /// <param name="parameter">The parameter that <paramref name="ids"/> came in by.</param>
    /// <param name="mustName">Whether <paramref name="ids"/> must not be null: nothing must not stand for all.</param>
    /// <param name="states">The states that are asked for, or null.</param>
    /// <param name="selections">What each question selects by, besides <c>-Filter</c>, the states and the ids.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    private protected async Task ReadAsync<T>(
        Ec2Reading<T> reading, string[]? ids, string parameter, bool mustName, string[]? states, IReadOnlyList<IReadOnlyList<Filter?>> selections, CancellationToken cancellationToken)
    {
        if (states is not null && !_statesChecked)
            Require(null, reading.States.CheckNames(states));
        _statesChecked = true;
        if (ids is null)
        {
            Require(null, mustName ? ResourceIds.Check(reading.Kind, null, parameter) : null);
            await AskAsync(null);
            return;
        }

        foreach (var some in (await NamedAsync(reading.Kind, ids, parameter, reading.Planned)).Chunk(Ec2Filters.MaxValues))
            await ForItemsAsync(some, () => AskAsync(some));

        async Task AskAsync(string[]? named)
        {
            var common = FilterParameter.Read(Filter).Append(FilterParameter.On(reading.StateFilter, InAwsCase(reading.States, states))).Append(FilterParameter.On(reading.IdFilter, named)).ToList();
            var session = await OpenSessionAsync();
            var origin = RecordOrigin.Of(session);
            var missing = new HashSet<string>(named ?? [], StringComparer.OrdinalIgnoreCase);
            var shown = selections.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
            foreach (var selection in selections)
            {
                await foreach (var page in reading.Pages(session, Ec2Filters.OrNull(common.Concat(selection)), cancellationToken))
                {
                    foreach (var resource in page)
                    {
                        var id = reading.Id(resource)!;
                        missing.Remove(id);
                        if ((IncludeEnded || named is not null || states is not null || !reading.States.IsEnded(reading.State(resource))) && shown?.Add(id) != false)
                            WriteObject(reading.Record(resource, origin));
                    }
                }
            }

            // What a selection left out isn't missing.
            if (states is null && Filter is null && selections.All(selection => selection.All(filter => filter is null)))
                foreach (var id in missing)
                    WriteError(ErrorRecords.NotFound(reading.Noun, id, reading.NotFoundCode, session.Region));
        }
    }

    // EC2 compares the values of filters with their case. A state that the table doesn't know may be new at AWS; it goes as it is.
    private static string[]? InAwsCase(StateTable table, string[]? states) => states is null ? null : [.. states.Select(s => table.Find(s)?.Name ?? s)];

    /// <summary>One question, which selects by all of these.</summary>
    private protected static IReadOnlyList<IReadOnlyList<Filter?>> Selecting(params Filter?[] filters) => [filters];
}
