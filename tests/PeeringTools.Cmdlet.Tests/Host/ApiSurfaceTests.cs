using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace PeeringTools.Cmdlet.Tests.Host;

/// <summary>CmdletHost stands in for PowerShell's assembly, so what it shows has to be there with the same signature.</summary>
public sealed class ApiSurfaceTests
{
    private const string EngineNamespace = "PeeringTools.CmdletHost";
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // A completer's signature names it; here it has no members and no base.
    private static readonly string[] Placeholders = ["System.Management.Automation.Language.CommandAst"];

    private static readonly Assembly Own = typeof(System.Management.Automation.PSCmdlet).Assembly;
    private static readonly Assembly Reference = new AssemblyLoadContext("reference").LoadFromAssemblyPath(
        Path.Combine(AppContext.BaseDirectory, "Reference", "System.Management.Automation.dll"));

    public static TheoryData<string> OwnTypes =>
        [.. Own.GetExportedTypes().Where(type => !type.FullName!.StartsWith(EngineNamespace, StringComparison.Ordinal)).Select(type => type.FullName!)];

    [Fact]
    public void Identity_is_PowerShells() =>
        Assert.Equal(Reference.GetName().FullName, Own.GetName().FullName);

    [Theory]
    [MemberData(nameof(OwnTypes))]
    public void Type_and_its_members_are_in_the_reference_assembly(string name)
    {
        var own = Own.GetType(name, throwOnError: true)!;
        var reference = Reference.GetType(name);
        Assert.True(reference is not null, $"PowerShell has no type {name}.");
        Assert.Equal(Kind(reference), Kind(own));
        if (own.IsEnum)
        {
            Assert.Equal(Members(reference).Order(StringComparer.Ordinal), Members(own).Order(StringComparer.Ordinal));
            return;
        }

        var missing = Members(own).Except(Members(reference), StringComparer.Ordinal);
        Assert.Equal(string.Empty, string.Join('\n', missing));
        if (!Placeholders.Contains(name, StringComparer.Ordinal))
            Assert.Contains(TypeName(own.BaseType), Bases(reference));
    }

    [Fact]
    public void Every_reference_of_the_module_to_PowerShell_resolves()
    {
        var path = StagedModule.AssemblyPath;
        var assembly = Assembly.LoadFrom(path);
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var unresolved = new List<string>();
        var count = 0;
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference || !IsPowerShells(metadata, (TypeReferenceHandle)member.Parent))
                continue;
            count++;
            try
            {
                assembly.ManifestModule.ResolveMember(MetadataTokens(handle));
            }
            catch (Exception e) when (e is MissingMemberException or TypeLoadException)
            {
                unresolved.Add(e.Message);
            }
        }

        Assert.NotEqual(0, count);
        Assert.Equal(string.Empty, string.Join('\n', unresolved));

        // Attributes' named arguments aren't member references: reading them tries them.
        foreach (var type in assembly.GetExportedTypes())
        {
            _ = type.GetCustomAttributes(inherit: false);
            foreach (var property in type.GetProperties())
                _ = property.GetCustomAttributes(inherit: false);
        }
    }

    private static int MetadataTokens(MemberReferenceHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);

    private static bool IsPowerShells(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, "System.Management.Automation");
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : $"{(type.IsAbstract && type.IsSealed ? "static " : string.Empty)}class";

    private static IEnumerable<string> Bases(Type type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
            yield return TypeName(each);
        if (type.BaseType is null)
            yield return string.Empty;
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var member in type.GetMembers(Declared))
        {
            switch (member)
            {
                case MethodBase method when IsVisible(method):
                    var result = method is MethodInfo { ReturnType: var returned } ? TypeName(returned) : "new";
                    var parameters = string.Join(", ", method.GetParameters().Select(parameter => (parameter.IsOut ? "out " : string.Empty) + TypeName(parameter.ParameterType)));
                    yield return $"{(method.IsPublic ? "public" : "protected")} {(method.IsStatic ? "static " : string.Empty)}{result} {method.Name}({parameters})";
                    break;
                case FieldInfo { IsPublic: true } field when !field.IsSpecialName:
                    yield return $"{(field.IsStatic ? "static " : string.Empty)}{TypeName(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : string.Empty)}";
                    break;
            }
        }
    }

    // An override adds nothing to what callers can bind to; the method that it overrides is compared.
    private static bool IsVisible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && !(method is MethodInfo { IsVirtual: true } info && info.GetBaseDefinition() != info);

    private static string TypeName(Type? type) => type switch
    {
        null => string.Empty,
        { IsByRef: true } => "ref " + TypeName(type.GetElementType()),
        { IsArray: true } => TypeName(type.GetElementType()) + "[]",
        { IsGenericParameter: true } => type.Name,
        { IsGenericType: true } => $"{type.Namespace}.{type.Name}<{string.Join(',', type.GetGenericArguments().Select(TypeName))}>",
        _ => $"{type.Namespace}.{type.Name}",
    };
}
