using System.Collections;
using System.Management.Automation;
using System.Reflection;
using PeeringTools.Cmdlet.Tests.Host;
using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Parameters;

namespace PeeringTools.Cmdlet.Tests.Checklist;

/// <summary>What completion offers for names that a user can't know by heart.</summary>
[Collection(SandboxCollection.Name)]
public sealed class CompleterTests
{
    private static readonly Dictionary<string, Type[]> Completers = new(StringComparer.Ordinal)
    {
        ["Region"] = [typeof(RegionCompleter)],
        ["PeerRegion"] = [typeof(RegionCompleter)],
        ["ProfileName"] = [typeof(ProfileNameCompleter)],
        ["PeerProfileName"] = [typeof(ProfileNameCompleter)],
        ["State"] = [typeof(TgwAttachmentStateCompleter), typeof(TgwConnectPeerStateCompleter), typeof(VpcPeeringStateCompleter)],
        ["Side"] = [typeof(VpcPeeringSideCompleter)],
        ["Status"] = [typeof(VpcPeeringStateCompleter)],
    };

    public static TheoryData<ExportedCmdlet> Cmdlets => [.. ExportedCmdlet.All];

    [Theory, MemberData(nameof(Cmdlets))]
    public void Every_parameter_of_these_names_has_one(ExportedCmdlet cmdlet) => Assert.All(
        cmdlet.Parameters.Where(p => Completers.ContainsKey(p.Property.Name)),
        p => Assert.Contains(p.Property.GetCustomAttribute<ArgumentCompleterAttribute>()?.Type, Completers[p.Property.Name]));

    [Fact]
    public void Regions_are_those_that_a_call_can_go_to()
    {
        var regions = Names(new RegionCompleter(), "");
        Assert.Contains("eu-central-1", regions);
        Assert.Contains("us-east-1", regions);
        Assert.DoesNotContain("us-east-1-regional", regions);
        Assert.DoesNotContain(regions, r => r.EndsWith("global", StringComparison.Ordinal));
        Assert.Equal(["eu-west-1", "eu-west-2", "eu-west-3"], Names(new RegionCompleter(), "EU-WEST"));
    }

    [Fact]
    public void States_of_Connect_peers_are_offered() =>
        Assert.Equal(["deleting", "deleted"], Names(new TgwConnectPeerStateCompleter(), "del"));

    [Fact]
    public void A_side_that_is_none_is_not_offered() => Assert.Equal(["Requester", "Accepter", "Both"], Names(new VpcPeeringSideCompleter(), ""));

    [Fact]
    public void Profiles_come_from_the_named_file_and_are_quoted_where_they_must_be()
    {
        SandboxLatch.Stop();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "[prod]\naws_access_key_id = A\naws_secret_access_key = B\n[partner two]\naws_access_key_id = A\naws_secret_access_key = B\n[dev]\naws_access_key_id = A\naws_secret_access_key = B\n");
            var given = new Hashtable { ["ProfileLocation"] = file };
            Assert.Equal(["'partner two'", "prod"], Names(new ProfileNameCompleter(), "p", given));
            Assert.Equal(["'partner two'"], Names(new ProfileNameCompleter(), "'part", given));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void While_a_sandbox_runs_its_profiles_are_offered_unless_the_call_leaves_it()
    {
        var session = new ModuleSession().Run($"$sandbox = Start-PeeringSandbox -Path '{Path.Combine(StagedModule.Root, "examples", "hybrid-network")}'");
        try
        {
            Assert.Contains("partner", Names(new ProfileNameCompleter(), ""));
            Assert.DoesNotContain("partner", Names(new ProfileNameCompleter(), "", new Hashtable { ["Live"] = true }));
        }
        finally
        {
            session.Run("Stop-PeeringSandbox");
        }

        Assert.DoesNotContain("partner", Names(new ProfileNameCompleter(), ""));
    }

    private static string[] Names(NameCompleter completer, string typed, Hashtable? given = null) =>
        [.. completer.CompleteArgument("Get-VpcPeering", "Name", typed, null!, given ?? []).Select(c => c.CompletionText)];
}
