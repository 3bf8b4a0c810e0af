using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using System.Security;
using System.Xml.Linq;
using PeeringTools.Cmdlet.Tests.Host;

namespace PeeringTools.Cmdlet.Tests.Checklist;

/// <summary>What reflection over the staged package can show of the house rules, for every exported cmdlet.</summary>
public sealed class ShapeTests
{
    private static readonly string[] Reserved =
        ["Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable", "WhatIf", "Confirm"];

    private static readonly HashSet<string> Verbs =
    [
        .. new[] { typeof(VerbsCommon), typeof(VerbsLifecycle), typeof(VerbsData), typeof(VerbsCommunications), typeof(VerbsDiagnostic), typeof(VerbsSecurity), typeof(VerbsOther) }
            .SelectMany(t => t.GetFields()).Select(f => (string)f.GetRawConstantValue()!),
    ];

    private static readonly string[] Prefixes = ["Vpc", "Tgw", "Dx", "GameLift", "PeeringSandbox"];

    public static TheoryData<ExportedCmdlet> Cmdlets => [.. ExportedCmdlet.All];

    [Theory, MemberData(nameof(Cmdlets))]
    public void Verb_is_approved_and_noun_is_singular_and_prefixed(ExportedCmdlet cmdlet)
    {
        Assert.Contains(cmdlet.Verb, Verbs);
        Assert.Contains(Prefixes, p => cmdlet.Attribute.NounName.StartsWith(p, StringComparison.Ordinal));
        Assert.False(cmdlet.Attribute.NounName.EndsWith('s'), cmdlet.Name);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Class_is_named_after_it_and_stands_in_its_own_file(ExportedCmdlet cmdlet)
    {
        Assert.Equal($"{cmdlet.Verb}{cmdlet.Attribute.NounName}Command", cmdlet.Type.Name);
        var area = cmdlet.Type.Namespace!.Split('.')[^1];
        Assert.True(File.Exists(Path.Combine(StagedModule.Root, "src", "PeeringTools", "Cmdlets", area, cmdlet.Type.Name + ".cs")));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void No_parameter_takes_a_reserved_name(ExportedCmdlet cmdlet) =>
        Assert.Empty(cmdlet.Parameters.SelectMany(p => p.Property.GetCustomAttributes<AliasAttribute>().SelectMany(a => a.AliasNames).Append(p.Property.Name)).Intersect(Reserved, StringComparer.OrdinalIgnoreCase));

    [Theory, MemberData(nameof(Cmdlets))]
    public void Output_types_are_concrete_and_ours(ExportedCmdlet cmdlet)
    {
        var outputs = cmdlet.Type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(a => a.Type).Select(t => t.Type!).ToList();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, t => Assert.True(t is { IsAbstract: false } && t != typeof(object) && t != typeof(PSObject), $"{cmdlet} says it emits {t}"));
    }

    [Fact]
    public void A_parameter_name_has_one_type_everywhere()
    {
        var several = ExportedCmdlet.All.SelectMany(c => c.Parameters.Select(p => (p.Property.Name, p.Property.PropertyType, Cmdlet: c.Name)))
            .GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(p => ElementOf(p.PropertyType)).Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => $"{p.Cmdlet} {p.PropertyType.Name}"))}");
        Assert.Empty(several);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Flags_are_switches(ExportedCmdlet cmdlet) => Assert.DoesNotContain(cmdlet.Parameters, p => p.Property.PropertyType == typeof(bool));

    [Theory, MemberData(nameof(Cmdlets))]
    public void Changing_cmdlets_ask_and_reading_ones_do_not(ExportedCmdlet cmdlet)
    {
        Assert.Equal(!cmdlet.IsReading, cmdlet.Attribute.SupportsShouldProcess);
        if (!cmdlet.IsReading)
            Assert.Equal(cmdlet.Verb is "Remove" or "Deny" ? ConfirmImpact.High : ConfirmImpact.Medium, cmdlet.Attribute.ConfirmImpact);
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Every_set_takes_the_pipeline_and_one_value_at_most(ExportedCmdlet cmdlet)
    {
        foreach (var set in cmdlet.SetNames)
        {
            var parameters = cmdlet.In(set).ToList();
            if (cmdlet.OwnParameters.All(p => p.Property.PropertyType == typeof(SwitchParameter)))
                continue;
            Assert.True(parameters.Exists(p => p.Set.ValueFromPipeline || p.Set.ValueFromPipelineByPropertyName), $"{cmdlet}, set {set}: nothing binds from the pipeline");
            Assert.True(parameters.Count(p => p.Set.ValueFromPipeline) <= 1, $"{cmdlet}, set {set}: several parameters bind by value");
            Assert.True(parameters.Count(p => p.Set.Position >= 0) < 5, $"{cmdlet}, set {set}: too many positions");
        }
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void An_as_number_or_address_never_binds_a_Direct_Connect_change_by_name(ExportedCmdlet cmdlet)
    {
        if (!cmdlet.Attribute.NounName.StartsWith("DxBgpPeer", StringComparison.Ordinal) || cmdlet.IsReading)
            return;
        Assert.All(cmdlet.Parameters.Where(p => p.Property.Name is "Asn" or "CustomerAddress" or "AmazonAddress"), p => Assert.All(p.Sets, s => Assert.False(s.ValueFromPipelineByPropertyName)));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Cmdlets_that_emit_nothing_can_pass_something_through(ExportedCmdlet cmdlet)
    {
        if (cmdlet.Verb is "Remove" or "Save" or "Step")
            Assert.True(cmdlet.Parameters.Any(p => p.Property.Name == "PassThru"), $"{cmdlet} has no -PassThru");
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Secrets_come_as_SecureString(ExportedCmdlet cmdlet) => Assert.All(
        cmdlet.Parameters.Where(p => p.Property.Name.Contains("Secret", StringComparison.Ordinal) || p.Property.Name.Contains("Token", StringComparison.Ordinal) || p.Property.Name.EndsWith("AuthKey", StringComparison.Ordinal) && p.Property.PropertyType != typeof(SwitchParameter)),
        p => Assert.Equal(typeof(SecureString), p.Property.PropertyType));

    [Fact]
    public void Exports_equal_reflection()
    {
        var compiled = ExportedCmdlet.Assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && t.GetCustomAttribute<CmdletAttribute>() is not null)
            .Select(t => t.GetCustomAttribute<CmdletAttribute>()!).Select(c => $"{c.VerbName}-{c.NounName}").Order(StringComparer.Ordinal);
        Assert.Equal(compiled, ExportedCmdlet.All.Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_module_refers_to_no_AWSSDK_assembly() =>
        Assert.DoesNotContain(ExportedCmdlet.Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("AWSSDK", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_public_signature_shows_a_type_of_the_private_load_context()
    {
        var leaks =
            from type in ExportedCmdlet.Assembly.GetExportedTypes()
            from shown in Signature(type)
            where shown.Assembly.GetName().Name is "PeeringTools.Core" or "PeeringTools.Aws" or "PeeringTools.Sandbox" or "AWSSDK.Core"
            select $"{type.Name} shows {shown.FullName}";
        Assert.Empty(leaks);
    }

    [Fact]
    public void What_needs_the_SDK_lives_in_the_modules_own_load_context()
    {
        new Module.ModuleSession().Run("New-VpcPeering -VpcId vpc-1 -PeerVpcId vpc-2");
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name is { } name && (name.StartsWith("AWSSDK", StringComparison.Ordinal) || name is "PeeringTools.Core" or "PeeringTools.Aws")).ToList();
        Assert.NotEmpty(loaded);
        Assert.All(loaded, a => Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(a)));
    }

    [Fact]
    public void The_package_holds_these_files_and_no_PowerShell_assembly()
    {
        var files = Directory.EnumerateFiles(StagedModule.Directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(StagedModule.Directory, f).Replace('\\', '/')).ToList();
        Assert.DoesNotContain(files, f => f.Contains("System.Management.Automation", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.EndsWith(".pdb", StringComparison.Ordinal) || f.EndsWith(".deps.json", StringComparison.Ordinal));
        Assert.Equal(
            [
                "Dependencies/AWSSDK.Core.dll", "Dependencies/AWSSDK.SSO.dll", "Dependencies/AWSSDK.SSOOIDC.dll", "Dependencies/AWSSDK.SecurityToken.dll",
                "Dependencies/PeeringTools.Aws.dll", "Dependencies/PeeringTools.Core.dll", "Dependencies/PeeringTools.Sandbox.dll", "Dependencies/System.Threading.RateLimiting.dll",
                "LICENSE", "NOTICE", "PeeringTools.dll", "PeeringTools.format.ps1xml", "PeeringTools.psd1", "PeeringTools.types.ps1xml",
            ],
            files.Where(f => !f.StartsWith("en-US/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Help_has_an_example_and_every_parameter(ExportedCmdlet cmdlet)
    {
        XNamespace command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
        XNamespace maml = "http://schemas.microsoft.com/maml/2004/10";
        var help = XDocument.Load(Path.Combine(StagedModule.Directory, "en-US", "PeeringTools.dll-Help.xml")).Descendants(command + "command")
            .Single(c => c.Element(command + "details")?.Element(command + "name")?.Value == cmdlet.Name);
        Assert.NotEmpty(help.Elements(command + "examples").Elements());
        var described = help.Elements(command + "parameters").Elements(command + "parameter")
            .ToDictionary(p => p.Element(maml + "name")?.Value ?? "", p => p.Element(maml + "description")?.Value.Trim() ?? "", StringComparer.OrdinalIgnoreCase);
        Assert.All(cmdlet.Parameters, p => Assert.True(described.TryGetValue(p.Property.Name, out var text) && text.Length > 0, $"{cmdlet} -{p.Property.Name} has no description"));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void Every_record_it_emits_has_a_view(ExportedCmdlet cmdlet)
    {
        var views = XDocument.Load(Path.Combine(StagedModule.Directory, "PeeringTools.format.ps1xml")).Descendants("TypeName").Select(t => t.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            cmdlet.Type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(a => a.Type).Select(t => t.Type!).Where(t => t.Assembly == ExportedCmdlet.Assembly),
            t => Assert.Contains(t.FullName!, views));
    }

    private static Type ElementOf(Type type) => type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type;

    private static IEnumerable<Type> Signature(Type type)
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> shown =
        [
            .. type.GetInterfaces(),
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetProperties(Visible).Where(p => p.GetMethod is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true }).Select(p => p.PropertyType),
            .. type.GetMethods(Visible).Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)),
            .. type.GetConstructors(Visible).Where(c => c.IsPublic || c.IsFamily || c.IsFamilyOrAssembly).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)),
            .. type.GetFields(Visible).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(f => f.FieldType),
            .. type.GetCustomAttributesData().Select(a => a.AttributeType),
        ];
        return shown.SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : t.HasElementType ? [t.GetElementType()!] : [t]);
    }
}
