using System.Management.Automation;
using System.Reflection;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>A parameter: its names, its type, its sets and what is done to its argument.</summary>
internal sealed class CmdletParameter
{
    private readonly Action<object, object?> _set;
    private readonly Func<object, object?> _get;

    public CmdletParameter(PropertyInfo property, object[] attributes)
        : this(property.Name, property.PropertyType, property.SetValue, property.GetValue)
    {
        foreach (var attribute in attributes)
            Take(attribute);
    }

    public CmdletParameter(CommonParameter common)
        : this(common.Name, common.Type, common.Set, common.Get)
    {
        Aliases = [common.Alias];
        IsCommon = true;
        Sets.Add(new ParameterInSet(new ParameterAttribute()));
        if (common.Validation is not null)
            Validations.Add(common.Validation);
    }

    private CmdletParameter(string name, Type type, Action<object, object?> set, Func<object, object?> get)
    {
        (Name, Type, _set, _get) = (name, type, set, get);
        Collection = CollectionKind.Of(type);
    }

    public string Name { get; }

    public IList<string> Aliases { get; private set; } = [];

    public Type Type { get; }

    public CollectionKind Collection { get; }

    public bool IsCommon { get; }

    public List<ParameterInSet> Sets { get; } = [];

    public List<ArgumentTransformationAttribute> Transformations { get; } = [];

    public List<ValidateArgumentsAttribute> Validations { get; } = [];

    public bool AllowsNull { get; private set; }

    public bool AllowsEmptyString { get; private set; }

    public bool AllowsEmptyCollection { get; private set; }

    public bool CannotBeNull { get; private set; }

    public string? RequiredTypeName { get; private set; }

    public string? ObsoleteMessage { get; private set; }

    /// <summary>The bits of its named sets.</summary>
    public uint SetFlags { get; private set; }

    public bool IsInAllSets { get; private set; }

    public bool IsMandatorySomewhere => Sets.Exists(set => set.Mandatory);

    public bool TakesPipelineInputSomewhere => Sets.Exists(set => set.TakesPipelineInput);

    public bool IsIn(uint sets) => IsInAllSets || (SetFlags & sets) != 0;

    public IEnumerable<ParameterInSet> In(uint sets) => Sets.Where(set => set.IsIn(sets));

    public bool TakesPipelineInput(uint sets) => Sets.Exists(set => set.IsIn(sets) && set.TakesPipelineInput);

    public object? Get(object target) => _get(target);

    /// <exception cref="TargetInvocationException">The setter threw.</exception>
    public void Set(object target, object? value) => _set(target, value);

    /// <summary>Numbers the sets: the table maps a name to its bit.</summary>
    public void NumberSets(Func<string, uint> flagOf)
    {
        foreach (var set in Sets)
        {
            if (string.Equals(set.SetName, ParameterAttribute.AllParameterSets, StringComparison.OrdinalIgnoreCase))
            {
                IsInAllSets = true;
            }
            else
            {
                set.Flag = flagOf(set.SetName);
                SetFlags |= set.Flag;
            }
        }
    }

    private void Take(object attribute)
    {
        switch (attribute)
        {
            case ParameterAttribute parameter:
                Sets.Add(new ParameterInSet(parameter));
                break;
            case AliasAttribute alias:
                Aliases = alias.AliasNames;
                break;
            case ArgumentTransformationAttribute transformation:
                Transformations.Add(transformation);
                break;
            case ValidateArgumentsAttribute validation:
                Validations.Add(validation);
                CannotBeNull |= validation is NullValidationAttributeBase;
                break;
            case AllowNullAttribute:
                AllowsNull = true;
                break;
            case AllowEmptyStringAttribute:
                AllowsEmptyString = true;
                break;
            case AllowEmptyCollectionAttribute:
                AllowsEmptyCollection = true;
                break;
            case PSTypeNameAttribute typeName:
                RequiredTypeName = typeName.PSTypeName;
                break;
            case ObsoleteAttribute obsolete:
                ObsoleteMessage = obsolete.Message ?? string.Empty;
                break;
        }
    }
}
