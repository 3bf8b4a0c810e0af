using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.CmdletHost.Modules;
using PeeringTools.Host.Commands;

namespace PeeringTools.Host.Demo;

/// <summary>The example script on the example network: each pipeline with its tables, once as a plan and once in earnest.</summary>
internal static class HybridNetworkDemo
{
    public static int Run()
    {
        var examples = Path.Combine(AppContext.BaseDirectory, "examples");
        var path = Path.Combine(examples, "hybrid-network.ps1");
        var views = new ViewTable();
        using var console = new TerminalConsole(views, OutputForm.Table);
        var echo = false;
        var session = new Session(console) { StatementStarting = text => Say(echo ? $"PS> {text}" : null) };
        BinaryModule.Import(PackageLocation.FindManifest(), session, views);
        using var interrupt = new Interrupt(session);

        Title("The network: two accounts, two Regions, in the sandbox. Nothing here reaches AWS.");
        echo = true;
        if (Runs($"Start-PeeringSandbox -Path '{Path.Combine(examples, "hybrid-network")}'") != ScriptResult.Completed)
            return ExitCodes.Failure;

        var script = session.Parse(File.ReadAllText(path), path);
        echo = false;
        var before = Inventory.Take(session);

        Title("The whole script as a plan: $WhatIfPreference = $true. AWS is asked, nothing is changed.");
        session.SetVariable("WhatIfPreference", true);
        echo = true;
        var planned = session.Run(script);
        echo = false;
        session.SetVariable("WhatIfPreference", false);
        var unchanged = Inventory.Take(session);

        Title("The same script in earnest.");
        echo = true;
        var done = session.Run(script);
        echo = false;

        Title("What changed");
        Say($"by the plan: {(before.Changes(unchanged).Count == 0 ? "nothing" : string.Join("; ", before.Changes(unchanged)))}");
        var changes = before.Changes(Inventory.Take(session));
        foreach (var change in changes)
            Say(change);
        return planned == ScriptResult.Stopped || done == ScriptResult.Stopped ? ExitCodes.Interrupted : changes.Count > 0 ? ExitCodes.Success : ExitCodes.Failure;

        ScriptResult Runs(string text) => session.Run(session.Parse(text, path: null));

        void Title(string text) => Say($"\n== {text}");

        void Say(string? text)
        {
            if (text is not null)
                console.WriteHost(text, newLine: true);
        }
    }
}
