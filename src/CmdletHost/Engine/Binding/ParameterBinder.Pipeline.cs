using System.Management.Automation;

namespace PeeringTools.CmdletHost.Binding;

/// <content>Binding a piped object: by value as it is, by property name as it is, by value converted, by property name converted.</content>
internal sealed partial class ParameterBinder
{
    private readonly Dictionary<CmdletParameter, object?> _defaults = [];
    private readonly List<CmdletParameter> _fromInput = [];
    private uint _setsBeforeInput;
    private uint _setToTryFirst;

    /// <summary>Binds a piped object; false where no parameter took anything from it.</summary>
    /// <exception cref="ParameterBindingException">Something in it was refused, or it leaves no parameter set.</exception>
    public bool BindInput(PSObject? input)
    {
        ForgetLastInput();
        Sets.Current = _setsBeforeInput;
        var isBound = false;
        if (_setToTryFirst != 0)
        {
            // The rest is tried only where that set didn't take it.
            isBound = BindInEveryWay(input, _setToTryFirst, validate: false);
            if (Sets.Current != _setToTryFirst)
                isBound |= BindInEveryWay(input, Sets.Current & ~_setToTryFirst, validate: true);
        }
        else
        {
            isBound = BindInEveryWay(input, Sets.Current, validate: true);
        }

        Sets.Validate(inputMayFollow: false, takeDefault: true);
        return isBound;
    }

    /// <summary>The mandatory parameters that the object didn't fill.</summary>
    public List<CmdletParameter> MissingAfterInput() => MissingMandatory(Sets.Count, inputExpected: false);

    private void ForgetLastInput()
    {
        foreach (var parameter in _fromInput)
        {
            parameter.Set(_targetOf(parameter), _defaults[parameter]);
            _bound.Remove(parameter.Name);
            _unbound.Add(parameter);
        }

        _fromInput.Clear();
    }

    private bool BindInEveryWay(PSObject? input, uint sets, bool validate)
    {
        var isBound = false;
        foreach (var convert in (bool[])[false, true])
        {
            foreach (var byName in (bool[])[false, true])
            {
                if (!BindDefaultSetFirst(input, byName, convert, sets))
                    continue;
                isBound = true;
                if (validate)
                {
                    Sets.Validate(inputMayFollow: true, takeDefault: true);
                    sets = Sets.Current;
                }
            }
        }

        return isBound;
    }

    private bool BindDefaultSetFirst(PSObject? input, bool byName, bool convert, uint sets)
    {
        var defaultSet = sets & _description.DefaultSet;
        if (defaultSet != 0)
        {
            if (BindInSets(input, byName, convert, defaultSet))
                return true;
            sets &= ~defaultSet;
        }

        return BindInSets(input, byName, convert, sets);
    }

    private bool BindInSets(PSObject? input, bool byName, bool convert, uint sets)
    {
        var isBound = false;
        for (var i = _unbound.Count - 1; i >= 0; i--)
        {
            var parameter = _unbound[i];
            if (parameter.TakesPipelineInputSomewhere && parameter.IsIn(sets)
                && parameter.In(sets).Any(set => byName ? set.ByPropertyName : set.ByValue)
                && (byName ? BindProperty(input, parameter, convert) : BindFromInput(parameter, input, convert)))
            {
                isBound = true;
            }
        }

        return isBound;
    }

    private bool BindProperty(PSObject? input, CmdletParameter parameter, bool convert)
    {
        if (input is null)
            return false;
        var property = input.Properties[parameter.Name];
        for (var i = 0; property is null && i < parameter.Aliases.Count; i++)
            property = input.Properties[parameter.Aliases[i]];
        return property is not null && BindFromInput(parameter, property.Value, convert, isProperty: true);
    }

    private bool BindFromInput(CmdletParameter parameter, object? value, bool convert, bool isProperty = false)
    {
        _defaults.TryAdd(parameter, parameter.Get(_targetOf(parameter)));
        try
        {
            if (!Bind(parameter, value, convert))
                return false;
        }
        catch (TransformationBindingException e) when (!isProperty && (e.InnerException is PSInvalidCastException || e.InnerException?.InnerException is PSInvalidCastException))
        {
            return false;
        }
        catch (ParameterBindingException e) when (e is not (ValidationBindingException or TransformationBindingException))
        {
            return false;
        }

        _fromInput.Add(parameter);
        return true;
    }
}
