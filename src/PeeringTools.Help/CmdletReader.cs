using System.Reflection;
using System.Runtime.InteropServices;

namespace PeeringTools.Help;

/// <summary>Reads the cmdlets of a compiled module from its metadata. None of its code runs, and neither PowerShell nor the module's dependencies are needed.</summary>
internal static class CmdletReader
{
    private const string Automation = "System.Management.Automation";

    /// <summary>Reads all cmdlets of <paramref name="assembly"/>, by name.</summary>
    /// <param name="assembly">Path of the module's assembly.</param>
    /// <param name="automation">Path of a System.Management.Automation, the reference assembly included.</param>
    /// <param name="documentation">Where the descriptions of the parameters are.</param>
    public static IReadOnlyList<Cmdlet> Read(string assembly, string automation, XmlDocumentation documentation)
    {
        string[] paths =
        [
            .. Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll"),
            .. Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(assembly))!, "*.dll").Where(p => Path.GetFileNameWithoutExtension(p) != Automation),
            automation,
        ];
        using var context = new MetadataLoadContext(new PathAssemblyResolver(paths));
        return [.. context.LoadFromAssemblyPath(assembly).GetExportedTypes()
            .Where(t => !t.IsAbstract)
            .Select(t => (Type: t, Attribute: Attributes(t, "CmdletAttribute").FirstOrDefault()))
            .Where(c => c.Attribute is not null)
            .Select(c => Read(c.Type, c.Attribute!, documentation))
            .OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static Cmdlet Read(Type type, CustomAttributeData attribute, XmlDocumentation documentation)
    {
        var declared = type.GetProperties()
            .Where(p => Attributes(p, "ParameterAttribute").Any())
            .OrderBy(p => Depth(type, p.DeclaringType!))
            .ThenBy(p => p.MetadataToken)
            .Select((p, order) => Parameter(p, order, documentation))
            .ToList();
        if (Named(attribute, "SupportsShouldProcess", otherwise: false))
        {
            declared.Add(OfPowerShell("WhatIf", "wi", declared.Count, "Change nothing: check the rules, ask AWS whether it would allow the change, and show what would be done. See about_PeeringWhatIf."));
            declared.Add(OfPowerShell("Confirm", "cf", declared.Count, "Ask before each change."));
        }

        var standard = Named(attribute, "DefaultParameterSetName", otherwise: (string?)null);

        // The default set may have no parameter of its own.
        List<string> sets =
        [
            .. declared.SelectMany(p => p.Uses).Select(u => u.Set).Prepend(standard).OfType<string>()
                .Where(s => s != CmdletParameterUse.AllSets).Distinct(StringComparer.Ordinal),
        ];
        return new(
            (string)attribute.ConstructorArguments[0].Value!,
            (string)attribute.ConstructorArguments[1].Value!,
            type.FullName!,
            sets is [] ? [CmdletParameterUse.AllSets] : sets,
            [.. declared.OrderBy(p => p.Name, StringComparer.Ordinal)],
            [.. Attributes(type, "OutputTypeAttribute").SelectMany(a => Flat(a.ConstructorArguments)).OfType<Type>().Select(t => t.FullName!)]);
    }

    private static CmdletParameter Parameter(PropertyInfo property, int order, XmlDocumentation documentation) => new(
        property.Name,
        property.PropertyType.Name,
        property.DeclaringType!.FullName,
        [.. Attributes(property, "AliasAttribute").SelectMany(a => Flat(a.ConstructorArguments)).Cast<string>()],
        property.PropertyType.IsEnum
            ? Enum.GetNames(property.PropertyType)
            : [.. Attributes(property, "ValidateSetAttribute").SelectMany(a => Flat(a.ConstructorArguments)).Cast<string>()],
        [.. Attributes(property, "ParameterAttribute").Select(Use)],
        order,
        documentation.OfProperty(property.DeclaringType!.FullName!, property.Name));

    private static CmdletParameterUse Use(CustomAttributeData attribute)
    {
        var position = Named(attribute, "Position", int.MinValue);
        return new(
            Named(attribute, "ParameterSetName", CmdletParameterUse.AllSets),
            Named(attribute, "Mandatory", otherwise: false),
            position == int.MinValue ? null : position,
            Named(attribute, "ValueFromPipeline", otherwise: false),
            Named(attribute, "ValueFromPipelineByPropertyName", otherwise: false),
            Named(attribute, "DontShow", otherwise: false));
    }

    private static CmdletParameter OfPowerShell(string name, string alias, int order, string description) =>
        new(name, "SwitchParameter", null, [alias], [], [new(CmdletParameterUse.AllSets, false, null, false, false)], order, new(description));

    private static int Depth(Type type, Type declaring)
    {
        var depth = 0;
        for (var t = type; t is not null && t.FullName != declaring.FullName; t = t.BaseType)
            depth++;
        return depth;
    }

    private static IEnumerable<CustomAttributeData> Attributes(MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(a => a.AttributeType.FullName == $"{Automation}.{name}");

    private static T Named<T>(CustomAttributeData attribute, string name, T otherwise) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => (T)a.TypedValue.Value!).DefaultIfEmpty(otherwise).First();

    private static IEnumerable<object?> Flat(IEnumerable<CustomAttributeTypedArgument> arguments) =>
        arguments.SelectMany(a => a.Value is IReadOnlyCollection<CustomAttributeTypedArgument> many ? Flat(many) : [a.Value]);
}
