using System.Management.Automation;
using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Host.Commands;

namespace PeeringTools.Host;

/// <summary>Runs a script in a session with the staged module, and turns its end into an exit code.</summary>
internal static class ScriptRunner
{
    public static int Run(string text, string? path, RunSettings settings)
    {
        var views = new ViewTable();
        using var console = new TerminalConsole(views, settings.Output);
        var session = new Session(console);
        try
        {
            _ = HeadStart.Begin(BinaryModule.Import(PackageLocation.FindManifest(), session, views));
            using var interrupt = new Interrupt(session);
            if (settings.SandboxPath is { } sandbox && StartSandbox(session, sandbox) is not ScriptResult.Completed and var failed)
                return ExitCodeOf(failed);
            var script = session.Parse(text, path);
            return ExitCodeOf(session.Run(script, settings.ReadsInput ? JsonInput.Read(Console.In, interrupt.Token) : null));
        }
        catch (ScriptParseException e)
        {
            console.WriteParseError(e);
            return ExitCodes.Failure;
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            Console.Error.WriteLine($"peering: {e.Message}");
            return ExitCodes.Failure;
        }
    }

    private static ScriptResult StartSandbox(Session session, string path)
    {
        session.SetVariable("ErrorActionPreference", ActionPreference.Stop);
        var quoted = Path.GetFullPath(path).Replace("'", "''", StringComparison.Ordinal);
        var result = session.Run(session.Parse($"Start-PeeringSandbox -Path '{quoted}' | Out-Null", path: null));
        session.SetVariable("ErrorActionPreference", ActionPreference.Continue);
        return result;
    }

    private static int ExitCodeOf(ScriptResult result) => result switch
    {
        ScriptResult.Completed => ExitCodes.Success,
        ScriptResult.Stopped => ExitCodes.Interrupted,
        _ => ExitCodes.Failure,
    };
}
