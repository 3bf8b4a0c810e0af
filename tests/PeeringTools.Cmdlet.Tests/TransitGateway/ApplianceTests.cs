using System.Diagnostics;
using System.Management.Automation;
using System.Text.RegularExpressions;
using PeeringTools.Cmdlet.Tests.Module;
using static PeeringTools.Cmdlet.Tests.TransitGateway.GatewayNetwork;

namespace PeeringTools.Cmdlet.Tests.TransitGateway;

/// <summary>The appliance's side of Connect peers: golden files, a source for every line of them, and FRRouting's own parser.</summary>
[Collection(SandboxCollection.Name)]
public sealed class ApplianceTests
{
    private static readonly TimeSpan ParserLimit = TimeSpan.FromSeconds(30);
    private readonly GatewayNetwork _network = new();

    private GatewaySession Session => _network.Session;

    // By name: the tests are found before the module's assembly is loaded.
    public static TheoryData<string, string> Cases => new()
    {
        { "FRRouting", EbgpPeer },
        { "FRRouting", IbgpPeer },
        { "FRRouting", Ipv6Peer },
        { "CiscoIosXe", EbgpPeer },
        { "CiscoIosXe", IbgpPeer },
        { "CiscoIosXe", Ipv6Peer },
        { "JunOS", EbgpPeer },
        { "JunOS", IbgpPeer },
        { "JunOS", Ipv6Peer },
        { "VyOS", EbgpPeer },
        { "VyOS", IbgpPeer },
        { "VyOS", Ipv6Peer },
        { "AristaEos", EbgpPeer },
        { "AristaEos", IbgpPeer },
    };

    public static TheoryData<string> GoldenFiles => [.. Directory.GetFiles(ApplianceSources.Golden).Select(f => Path.GetFileName(f)!)];

    public static TheoryData<string> Kinds => [.. ApplianceSources.Kinds];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_configuration_is_the_golden_one(string platform, string peer)
    {
        var files = Session.Get<TgwApplianceConfiguration>($"Get-TgwConnectPeerConfiguration {peer} -Platform {platform} -WarningAction Ignore");

        Assert.Equal(platform == "FRRouting" ? 2 : 1, files.Count);
        Assert.All(files, f => Assert.Equal(File.ReadAllText(Path.Combine(ApplianceSources.Golden, f.FileName)), f.Text));
        Assert.All(files, f => Assert.Equal((peer, platform, null), (f.TransitGatewayConnectPeerId, f.Platform.ToString(), f.Path)));
    }

    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void Every_line_has_one_source(string file)
    {
        var sources = ApplianceSources.Of(ApplianceSources.KindOf(file));

        Assert.DoesNotContain(sources.Read(file), line => sources.Lines.Count(l => l.Matches(line)) != 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_source_is_a_document_with_lines_that_are_written(string kind)
    {
        var sources = ApplianceSources.Of(kind);
        var written = Directory.GetFiles(ApplianceSources.Golden, $"*.{kind}").SelectMany(sources.Read).ToList();

        Assert.NotEmpty(written);
        Assert.DoesNotContain(sources.Lines, l => !written.Exists(l.Matches));
        Assert.All(sources.Lines, l => Assert.Matches(@"^\S.* \| https?://\S+$", l.Document));
    }

    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void Every_placeholder_is_marked(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(ApplianceSources.Golden, file));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains("192.0.2.0", StringComparison.Ordinal) || lines[i].Contains("2001:db8::/32", StringComparison.Ordinal))
                Assert.Contains("REPLACE", lines[i - 1], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(EbgpPeer)]
    [InlineData(IbgpPeer)]
    [InlineData(Ipv6Peer)]
    public void FRRoutings_own_parser_takes_it(string peer)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var script = $"Get-TgwConnectPeerConfiguration {peer} -Platform FRRouting -Mtu 8456 -Path '{folder.FullName}' -WarningAction Ignore";
            var path = Session.Get<TgwApplianceConfiguration>(script).Single(f => f.FileName.EndsWith(".frr.conf", StringComparison.Ordinal)).Path!;

            Assert.Equal((0, ""), Vtysh(path));

            // It would be refused if the parser read no further than the first lines.
            File.AppendAllText(path, " no-such-command\n");
            Assert.NotEqual(0, Vtysh(path).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Tunnels_of_one_appliance_are_numbered_on()
    {
        var texts = Session.Get<TgwApplianceConfiguration>(
            $"New-TgwConnectPeer {Empty} 10.0.1.10 -PeerAsn 65010 | Out-Null; Get-TgwConnectPeer | Get-TgwConnectPeerConfiguration -Platform CiscoIosXe -TunnelNumber 7 -Mtu 8456 -WarningAction Ignore")
            .Select(f => Regex.Match(f.Text, "interface Tunnel[0-9]+", RegexOptions.NonBacktracking).Value);

        Assert.Equal(["interface Tunnel7", "interface Tunnel7", "interface Tunnel7", "interface Tunnel8"], texts);
    }

    [Theory]
    [InlineData(EbgpPeer, 1279, "1280..8476")]
    [InlineData(IbgpPeer, 575, "576..8476")]
    [InlineData(Ipv6Peer, 8457, "1280..8456")]
    public void An_MTU_that_the_tunnel_cannot_have_is_refused(string peer, int mtu, string allowed)
    {
        var error = Session.Fail($"Get-TgwConnectPeerConfiguration {peer} -Platform VyOS -Mtu {mtu} -WarningAction Ignore");

        Assert.StartsWith("TunnelMtuOutOfRange,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tunnel_over_IPv6_is_refused_where_none_is_documented()
    {
        var error = Session.Fail($"Get-TgwConnectPeerConfiguration {Ipv6Peer} -Platform AristaEos");

        Assert.StartsWith("ApplianceTunnelOverIpv6,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Arista documents", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_sides_in_one_AS_is_a_warning()
    {
        Session.Get<TgwApplianceConfiguration>($"Get-TgwConnectPeerConfiguration {IbgpPeer} -Platform VyOS");

        Assert.Contains("iBGP", Assert.Single(Session.Console.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_replaced_only_with_Force()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var script = $"Get-TgwConnectPeerConfiguration {EbgpPeer} -Platform VyOS -Path '{folder.FullName}/deep/er'";
            var written = Assert.Single(Session.Get<TgwApplianceConfiguration>(script));
            Assert.Equal(written.Text, File.ReadAllText(written.Path!));
            File.WriteAllText(written.Path!, "mine");

            var error = Session.Fail(script);
            Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
            Assert.Equal("mine", File.ReadAllText(written.Path!));

            Session.Get<TgwApplianceConfiguration>(script + " -Force");
            Assert.Equal(written.Text, File.ReadAllText(written.Path!));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int ExitCode, string Output) Vtysh(string path)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo("vtysh", ["--dryrun", "--inputfile", path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip($"FRRouting's vtysh isn't on this machine (Debian package frr): {e.Message}");
        }

        using (process)
        {
            var output = process!.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            Assert.True(process.WaitForExit(ParserLimit));
            return (process.ExitCode, output);
        }
    }
}
