using System.Management.Automation;
using System.Numerics;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>The parameter sets that are still possible, and how one of them is chosen.</summary>
internal sealed class ParameterSetChoice(CmdletDescription description, InvocationInfo call, IReadOnlyCollection<CmdletParameter> unbound, Func<IEnumerable<CmdletParameter>> bound)
{
    /// <summary>Every set, as long as no parameter of a named set was bound.</summary>
    public const uint Any = uint.MaxValue;

    /// <summary>The bits of the sets that are still possible.</summary>
    public uint Current { get; set; } = Any;

    /// <summary>The chosen set's name.</summary>
    public string Name { get; private set; } = description.SetName(Any);

    public int Count => CountOf(Current);

    public static int CountOf(uint sets) => sets == Any ? 1 : BitOperations.PopCount(sets);

    public void Narrow(CmdletParameter parameter)
    {
        if (parameter.SetFlags != 0)
            Current &= parameter.SetFlags;
    }

    public void NameByCurrent() => Name = description.SetName(Current);

    /// <summary>How many sets are possible; fails where the bound parameters leave none, or leave several that nothing more can tell apart.</summary>
    /// <param name="inputMayFollow">Whether a piped object may still decide.</param>
    /// <param name="takeDefault">Whether the default set is taken where it is possible.</param>
    /// <exception cref="ParameterBindingException">No set fits, or more than one.</exception>
    public int Validate(bool inputMayFollow, bool takeDefault)
    {
        var count = Count;
        if (count == 0)
            throw Ambiguous();
        return count > 1 ? ValidateSeveral(count, inputMayFollow, takeDefault) : ValidateOne(inputMayFollow, takeDefault);
    }

    public void RequireChosen()
    {
        if (description.SetCount <= 1 || Current != Any)
            return;
        if (description.DefaultSet == 0)
            throw Ambiguous();
        Current = description.DefaultSet;
    }

    public ParameterBindingException Ambiguous() => BindingErrors.AmbiguousSet(call);

    private int ValidateSeveral(int count, bool inputMayFollow, bool takeDefault)
    {
        var hasDefault = description.DefaultSet != 0;
        if (Current == Any && !hasDefault)
            return 1;
        if ((!inputMayFollow && Current == description.DefaultSet) || (hasDefault && (Current & description.DefaultSet) != 0))
        {
            Name = description.SetName(description.DefaultSet);
            if (!takeDefault)
                return count;
            Current = description.DefaultSet;
            return 1;
        }

        return inputMayFollow && UnboundTakeInput() ? count : ChooseByMandatory();
    }

    private int ValidateOne(bool inputMayFollow, bool takeDefault)
    {
        var count = 1;
        if (Current == Any)
        {
            count = Math.Max(description.SetCount, 1);
            if (inputMayFollow && UnboundTakeInput())
            {
                // The object to come decides.
            }
            else if (description.DefaultSet != 0)
            {
                if (takeDefault)
                {
                    Current = description.DefaultSet;
                    count = 1;
                }
            }
            else if (count > 1)
            {
                count = ChooseByMandatory();
            }
        }

        NameByCurrent();
        return count;
    }

    private bool UnboundTakeInput() => unbound.Any(parameter => parameter.TakesPipelineInput(Current));

    /// <summary>The one set that has all it needs.</summary>
    private int ChooseByMandatory()
    {
        var declared = 0u;
        foreach (var parameter in bound().Concat(unbound))
            declared |= parameter.SetFlags;
        var complete = Current & declared;
        foreach (var parameter in unbound)
        {
            foreach (var set in parameter.Sets)
            {
                if (set.Mandatory)
                    complete &= ~set.Flag;
            }
        }

        if (CountOf(complete) != 1)
            throw Ambiguous();
        Current = complete;
        NameByCurrent();
        return 1;
    }
}
