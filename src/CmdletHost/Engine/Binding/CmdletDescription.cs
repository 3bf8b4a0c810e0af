using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>A cmdlet's parameters and parameter sets, read once from its class.</summary>
internal sealed class CmdletDescription
{
    private const int MostSets = 32;
    private static readonly ConcurrentDictionary<Type, CmdletDescription> ByType = new();
    private readonly List<string> _setNames = [];

    private CmdletDescription(Type type)
    {
        Type = type;
        var cmdlet = type.GetCustomAttribute<CmdletAttribute>() ?? throw new MetadataException($"{type} isn't marked as a cmdlet.");
        Name = $"{cmdlet.VerbName}-{cmdlet.NounName}";
        SupportsShouldProcess = cmdlet.SupportsShouldProcess;
        ConfirmImpact = cmdlet.ConfirmImpact;
        DefaultSetName = cmdlet.DefaultParameterSetName ?? string.Empty;
        DefaultSet = DefaultSetName.Length > 0 ? FlagOf(DefaultSetName) : 0;

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var attributes = property.GetCustomAttributes(inherit: false);
            if (Array.Exists(attributes, attribute => attribute is ParameterAttribute))
                Parameters.Add(new CmdletParameter(property, attributes));
        }

        foreach (var common in CommonParameters.Always)
            Parameters.Add(new CmdletParameter(common));
        foreach (var common in SupportsShouldProcess ? CommonParameters.OfShouldProcess : [])
            Parameters.Add(new CmdletParameter(common));
        foreach (var parameter in Parameters)
            parameter.NumberSets(FlagOf);
        Names = new ParameterNames(Parameters);
    }

    public Type Type { get; }

    public string Name { get; }

    public bool SupportsShouldProcess { get; }

    public ConfirmImpact ConfirmImpact { get; }

    public string DefaultSetName { get; }

    /// <summary>The default set's bit, or 0.</summary>
    public uint DefaultSet { get; }

    public List<CmdletParameter> Parameters { get; } = [];

    public ParameterNames Names { get; }

    public int SetCount => _setNames.Count;

    /// <summary>The bits of all named sets.</summary>
    public uint AllSets => _setNames.Count == MostSets ? uint.MaxValue : (1u << _setNames.Count) - 1;

    public static CmdletDescription Of(Type type) => ByType.GetOrAdd(type, static type => new CmdletDescription(type));

    /// <summary>The name of one set; the default's while none is chosen; nothing for more than one.</summary>
    public string SetName(uint set)
    {
        if (set is 0 or uint.MaxValue)
            return DefaultSetName.Length > 0 ? DefaultSetName : ParameterAttribute.AllParameterSets;
        return uint.IsPow2(set) && uint.Log2(set) < _setNames.Count ? _setNames[(int)uint.Log2(set)] : string.Empty;
    }

    private uint FlagOf(string setName)
    {
        var index = _setNames.FindIndex(name => string.Equals(name, setName, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            if (_setNames.Count == MostSets)
                throw new MetadataException($"{Type} has more than {MostSets} parameter sets.");
            index = _setNames.Count;
            _setNames.Add(setName);
        }

        return 1u << index;
    }
}
