using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;

namespace PeeringTools.Cmdlet.Tests.Cmdlets;

/// <summary>Emits, for each object, the parameter set and what its parameters hold.</summary>
public abstract class ProbeCmdlet : PSCmdlet
{
    protected override void ProcessRecord() => WriteObject(Describe());

    protected string Describe()
    {
        var parts = new List<string> { ParameterSetName };
        foreach (var property in GetType().GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.DeclaringType!.Assembly == typeof(ProbeCmdlet).Assembly
                && property.IsDefined(typeof(ParameterAttribute), inherit: true)
                && MyInvocation.BoundParameters.ContainsKey(property.Name))
            {
                parts.Add($"{property.Name}={Show(property.GetValue(this))}");
            }
        }

        return string.Join(' ', parts);
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        SecureString secret => $"SecureString({secret.Length})",
        string text => $"'{text}'",
        SwitchParameter flag => $"Switch({flag.IsPresent})",
        PSObject wrapper => $"PSObject({Show(wrapper.BaseObject is PSCustomObject ? "custom" : wrapper.BaseObject)})",
        IDictionary table => $"{table.GetType().Name}({string.Join(',', table.Keys.Cast<object>().Select(key => $"{key}:{Show(table[key])}").Order(StringComparer.Ordinal))})",
        IEnumerable elements => $"{Name(value.GetType())}[{string.Join(',', elements.Cast<object?>().Select(Show))}]",
        IFormattable formattable => $"{value.GetType().Name}({formattable.ToString(null, CultureInfo.InvariantCulture)})",
        _ => $"{value.GetType().Name}({value})",
    };

    private static string Name(Type type) => type.IsGenericType ? type.Name.Split('`')[0] : type.Name;
}
