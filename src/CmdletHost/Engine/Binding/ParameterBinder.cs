using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>Binds one call of a cmdlet: first its command line, then each object that is piped to it.</summary>
internal sealed partial class ParameterBinder
{
    private readonly CmdletDescription _description;
    private readonly InvocationInfo _call;
    private readonly ArgumentBinder _arguments;
    private readonly Func<CmdletParameter, object> _targetOf;
    private readonly List<CmdletParameter> _unbound;
    private readonly Dictionary<string, CmdletParameter> _bound = new(StringComparer.OrdinalIgnoreCase);

    public ParameterBinder(CmdletDescription description, InvocationInfo call, EngineIntrinsics engine, Func<CmdletParameter, object> targetOf)
    {
        _description = description;
        _call = call;
        _targetOf = targetOf;
        _arguments = new ArgumentBinder(call, engine, targetOf);
        _unbound = [.. description.Parameters];
        Sets = new ParameterSetChoice(description, call, _unbound, () => _bound.Values);
    }

    public ParameterSetChoice Sets { get; }

    /// <summary>Obsolete parameters that were used, with what to say about them.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Binds the command line.</summary>
    /// <exception cref="ParameterBindingException">It doesn't fit.</exception>
    public void BindCommandLine(IReadOnlyList<Argument> given, bool inputExpected)
    {
        var rest = BindNamed(PairNamesWithValues(given));
        rest = BindPositional(rest, out var positionalError);
        Sets.Validate(inputMayFollow: true, takeDefault: false);
        rest = BindRemaining(rest);
        if (rest.Count > 0)
        {
            throw rest[0].Name is { } name
                ? BindingErrors.NamedParameterNotFound(_call, name)
                : positionalError ?? BindingErrors.PositionalParameterNotFound(_call, rest[0].Value is null ? "$null" : ToText.Of(rest[0].Value));
        }

        var count = Sets.Validate(inputMayFollow: inputExpected, takeDefault: !inputExpected);
        if (count > 1 && inputExpected && SetsThatTakeInput() is var takers && takers != Sets.Current)
        {
            Sets.Current = takers;
            count = Sets.Validate(inputMayFollow: true, takeDefault: false);
        }

        if (MissingMandatory(count, inputExpected) is { Count: > 0 } missing)
            throw BindingErrors.MissingMandatory(_call, missing);
        if (!inputExpected)
            Sets.RequireChosen();
        _setsBeforeInput = Sets.Current;
    }

    /// <summary>Gives each named parameter the argument after it, unless it is a switch.</summary>
    private List<Argument> PairNamesWithValues(IReadOnlyList<Argument> given)
    {
        // Names in the line go before names out of a table.
        var arguments = given.Where(argument => !argument.FromTable).Concat(given.Where(argument => argument.FromTable)).ToList();
        var paired = new List<Argument>(arguments.Count);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            paired.Add(argument);
            if (argument.Name is null || argument.HasValue || _description.Names.Find(argument.Name, _call) is not { } parameter)
                continue;
            if (parameter.Type == typeof(SwitchParameter))
            {
                argument.Give(SwitchParameter.Present);
                continue;
            }

            if (i + 1 >= arguments.Count)
                throw BindingErrors.MissingArgument(_call, parameter);
            var next = arguments[i + 1];
            if (next.Name is { } nextName && (next.HasValue || _description.Names.Find(nextName, _call) is not null))
                throw BindingErrors.MissingArgument(_call, parameter);
            argument.Give(next.Name is null ? next.Value : "-" + next.Name);
            i++;
        }

        return paired;
    }

    private List<Argument> BindNamed(List<Argument> arguments)
    {
        var rest = new List<Argument>();
        HashSet<string>? inLine = null;
        foreach (var argument in arguments)
        {
            if (argument.Name is null || _description.Names.Find(argument.Name, _call) is not { } parameter)
            {
                rest.Add(argument);
                continue;
            }

            if (argument.FromTable)
            {
                inLine ??= new HashSet<string>(_bound.Keys, StringComparer.OrdinalIgnoreCase);
                if (inLine.Contains(parameter.Name))
                    continue;
            }

            if (_bound.ContainsKey(parameter.Name))
                throw BindingErrors.AlreadyBound(_call, argument.Name);
            Bind(parameter, argument.Value, convert: true);
        }

        return rest;
    }

    /// <summary>Binds what has no name, place by place: first as it is, then converted; the default set first.</summary>
    private List<Argument> BindPositional(List<Argument> arguments, out ParameterBindingException? error)
    {
        error = null;
        var places = Places(Sets.Current);
        if (places.Count == 0)
            return arguments;

        var rest = new List<Argument>();
        var next = 0;
        foreach (var candidates in places.Values)
        {
            candidates.RemoveAll(candidate => !candidate.Set.IsIn(Sets.Current));
            if (candidates.Count == 0)
                continue;
            while (next < arguments.Count && arguments[next].Name is not null)
            {
                // An unknown name keeps what follows it.
                rest.Add(arguments[next++]);
                if (next < arguments.Count && arguments[next].Name is null)
                    rest.Add(arguments[next++]);
            }

            if (next == arguments.Count)
                break;
            var argument = arguments[next++];
            var sets = Sets.Current;
            var defaultSet = sets & _description.DefaultSet;
            if (!(defaultSet != 0 && BindAtPlace(candidates, defaultSet, argument, convert: false, out error))
                && !BindAtPlace(candidates, sets, argument, convert: false, out error)
                && !(defaultSet != 0 && BindAtPlace(candidates, defaultSet, argument, convert: true, out error))
                && !BindAtPlace(candidates, sets, argument, convert: true, out error))
            {
                rest.Add(argument);
            }
        }

        rest.AddRange(arguments.Skip(next));
        return rest;
    }

    private SortedDictionary<int, List<(CmdletParameter Parameter, ParameterInSet Set)>> Places(uint sets)
    {
        var places = new SortedDictionary<int, List<(CmdletParameter, ParameterInSet)>>();
        foreach (var parameter in _unbound)
        {
            foreach (var set in parameter.In(sets))
            {
                if (set.FromRemaining || set.Position == int.MinValue)
                    continue;
                if (!places.TryGetValue(set.Position, out var atPlace))
                    places[set.Position] = atPlace = [];
                atPlace.Add((parameter, set));
            }
        }

        return places;
    }

    private bool BindAtPlace(
        List<(CmdletParameter Parameter, ParameterInSet Set)> candidates, uint sets, Argument argument, bool convert, out ParameterBindingException? error)
    {
        error = null;
        var isBound = false;
        CmdletParameter? last = null;
        foreach (var (parameter, set) in candidates)
        {
            if (!set.IsIn(sets) || (ReferenceEquals(parameter, last) && isBound))
                continue;
            try
            {
                if (Bind(parameter, argument.Value, convert))
                {
                    isBound = true;
                    last = parameter;
                }
            }
            catch (ParameterBindingException e) when (e is not (ValidationBindingException or TransformationBindingException))
            {
                error = e;
            }
        }

        return isBound;
    }

    private List<Argument> BindRemaining(List<Argument> rest)
    {
        if (rest.Count == 0)
            return rest;
        var takers = _unbound.FindAll(parameter => parameter.In(Sets.Current).FirstOrDefault() is { FromRemaining: true });
        if (takers.Count == 0)
            return rest;
        if (takers.Count > 1)
            throw Sets.Ambiguous();
        var values = new List<object?>();
        foreach (var argument in rest)
        {
            if (argument.Name is { } name)
                values.Add("-" + name);
            if (argument.HasValue)
                values.Add(argument.Value);
        }

        Bind(takers[0], values is [var only] ? only : values, convert: true);
        return [];
    }

    private uint SetsThatTakeInput()
    {
        var takers = 0u;
        foreach (var parameter in _unbound)
        {
            foreach (var set in parameter.In(Sets.Current))
            {
                if (!set.TakesPipelineInput)
                    continue;
                if (set.IsInAllSets)
                    return Sets.Current;
                takers |= set.Flag;
            }
        }

        return takers == 0 ? Sets.Current : Sets.Current & takers;
    }

    private bool Bind(CmdletParameter parameter, object? value, bool convert)
    {
        if (!_arguments.TryBind(parameter, value, convert))
            return false;
        Sets.Narrow(parameter);
        _unbound.Remove(parameter);
        _bound[parameter.Name] = parameter;
        if (parameter.ObsoleteMessage is { } message)
            Warnings.Add($"Parameter '{parameter.Name}' is obsolete. {message}");
        return true;
    }
}
