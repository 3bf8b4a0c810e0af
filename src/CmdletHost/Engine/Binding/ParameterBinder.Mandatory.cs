namespace PeeringTools.CmdletHost.Binding;

/// <content>Mandatory parameters: which are missing, and which set the missing ones point to while a piped object may still bring them.</content>
internal sealed partial class ParameterBinder
{
    /// <summary>The mandatory parameters that nothing can fill any more.</summary>
    private List<CmdletParameter> MissingMandatory(int setCount, bool inputExpected)
    {
        var missing = new List<CmdletParameter>();
        var needs = new List<SetNeeds>();
        foreach (var parameter in _unbound)
        {
            var mandatory = parameter.In(Sets.Current).Where(set => set.Mandatory).ToList();
            foreach (var set in mandatory)
                NeedsOf(set.IsInAllSets ? ParameterSetChoice.Any : set.Flag, needs).Add(parameter, set, inputExpected);
            if (mandatory.Count > 0 && !inputExpected)
                missing.Add(parameter);
        }

        return needs.Count > 0 && inputExpected ? MissingBeforeInput(needs, setCount) : missing;
    }

    private static SetNeeds NeedsOf(uint set, List<SetNeeds> all)
    {
        if (all.Find(each => each.Set == set) is not { } needs)
            all.Add(needs = new SetNeeds(set));
        return needs;
    }

    private List<CmdletParameter> MissingBeforeInput(List<SetNeeds> needs, int setCount)
    {
        var defaultSet = _description.DefaultSet;
        var named = needs.FindAll(each => !each.IsEverySet);
        var candidates = 0u;
        foreach (var each in named)
            candidates |= Sets.Current & each.Set;
        if (named.Count < needs.Count)
            candidates = Sets.Current & (_description.AllSets == 0 ? ParameterSetChoice.Any : _description.AllSets);

        if (setCount > 1 && defaultSet != 0 && (defaultSet & candidates) == 0 && (defaultSet & Sets.Current) != 0
            && !named.Exists(each => (each.Set & Sets.Current) != 0 && (each.Set & defaultSet) == 0 && each.FromInput.Count > 0))
        {
            // The default set lacks nothing, and no other set could be filled by the object alone.
            candidates = Sets.Current & ~candidates;
            Sets.Current = candidates;
            if (Sets.Current == defaultSet)
                Sets.NameByCurrent();
            else
                _setToTryFirst = defaultSet;
        }

        switch (ParameterSetChoice.CountOf(candidates))
        {
            case 0:
                throw Sets.Ambiguous();
            case 1:
                return NotFromInput(needs, candidates);
            default:
                if (_setToTryFirst != 0)
                    return [];
                if ((candidates & defaultSet) != 0 && SettlesOnDefault(needs, named))
                {
                    Sets.Current = defaultSet;
                    Sets.NameByCurrent();
                    return NotFromInput(needs, defaultSet);
                }

                return MissingOfOneTaker(needs, named.FindAll(each => (each.Set & candidates) != 0), candidates);
        }
    }

    private bool SettlesOnDefault(List<SetNeeds> needs, List<SetNeeds> named)
    {
        var others = named.FindAll(each => each.Set != _description.DefaultSet);
        var anotherTakes = others.Exists(each => each.FromInput.Count > 0 && each.NotFromInput.Count == 0);
        if (named.Find(each => each.Set == _description.DefaultSet) is { } own
            && ((own.ByName.Count > 0 && !others.Exists(each => each.ByName.Count > 0)) || (own.FromInput.Count > 0 && !anotherTakes)))
        {
            return true;
        }

        return !anotherTakes || needs.Exists(each => each.IsEverySet && each.NotFromInput.Count > 0);
    }

    private List<CmdletParameter> MissingOfOneTaker(List<SetNeeds> needs, List<SetNeeds> named, uint candidates)
    {
        var byValue = named.FindAll(each => each.ByValue.Count > 0);
        var byName = named.FindAll(each => each.ByName.Count > 0);
        var valueSet = byValue is [var oneByValue] ? oneByValue.Set : 0;
        var nameSet = byName is [var oneByName] ? oneByName.Set : 0;
        var only = (byValue.Count > 0, byName.Count > 0) switch
        {
            (true, true) when valueSet == nameSet => valueSet,
            (true, false) => valueSet,
            (false, true) => nameSet,
            _ => 0u,
        };
        if (only != 0)
            return Prefer(needs, only);

        if (!needs.Exists(each => (each.IsEverySet || (each.Set & candidates) != 0) && each.NotFromInput.Count > 0))
            return [];
        if (valueSet != 0)
            return Prefer(needs, valueSet);
        if (byValue.Count <= 1 && byName.Count <= 1)
            throw Sets.Ambiguous();

        var hopeless = 0u;
        foreach (var each in named)
            hopeless |= each.NotFromInput.Count > 0 ? each.Set : 0;
        if (hopeless != 0)
        {
            Exclude(hopeless);
            if (Sets.Current == 0)
                throw Sets.Ambiguous();
            if (Sets.Count == 1)
                Sets.NameByCurrent();
        }

        return [];
    }

    /// <summary>Goes for one set: alone where it lacks what no object brings, else first.</summary>
    private List<CmdletParameter> Prefer(List<SetNeeds> needs, uint set)
    {
        var chosen = needs.FindAll(each => each.Set == set);
        if (chosen.Exists(each => each.NotFromInput.Count > 0))
        {
            Sets.Current = set;
        }
        else
        {
            var others = 0u;
            foreach (var each in needs)
                others |= each.IsEverySet || each.Set == set ? 0 : each.Set;
            Exclude(others);
            if (Sets.Current != set)
                _setToTryFirst = set;
        }

        Sets.NameByCurrent();
        return NotFromInput(needs, set);
    }

    private void Exclude(uint sets)
    {
        if (sets != 0)
            Sets.Current = (Sets.Current == ParameterSetChoice.Any ? _description.AllSets : Sets.Current) & ~sets;
    }

    private static List<CmdletParameter> NotFromInput(List<SetNeeds> needs, uint set) =>
        [.. needs.Where(each => each.IsEverySet || (each.Set & set) != 0).SelectMany(each => each.NotFromInput).Distinct()];

    /// <summary>What one set still needs, by where it could come from.</summary>
    private sealed class SetNeeds(uint set)
    {
        public uint Set { get; } = set;

        public bool IsEverySet => Set == ParameterSetChoice.Any;

        public List<CmdletParameter> FromInput { get; } = [];

        public List<CmdletParameter> ByValue { get; } = [];

        public List<CmdletParameter> ByName { get; } = [];

        public List<CmdletParameter> NotFromInput { get; } = [];

        public void Add(CmdletParameter parameter, ParameterInSet set, bool inputExpected)
        {
            if (!inputExpected || !set.TakesPipelineInput)
            {
                NotFromInput.Add(parameter);
                return;
            }

            FromInput.Add(parameter);
            if (set.ByValue)
                ByValue.Add(parameter);
            if (set.ByPropertyName)
                ByName.Add(parameter);
        }
    }
}
