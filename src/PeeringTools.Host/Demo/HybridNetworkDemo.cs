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
        var text = File.ReadAllText(path);
        var echo = false;
        var read = 0;
        var session = new Session(console)
        {
            StatementStarting = statement =>
            {
                if (!echo)
                    return;
                console.EndTable();
                foreach (var comment in Comments(text, statement, ref read))
                    Say(comment);
                Say($"PS> {statement}");
            },
        };
        BinaryModule.Import(PackageLocation.FindManifest(), session, views);
        using var interrupt = new Interrupt(session);

        Title("The network: two accounts, two Regions, in the sandbox. Nothing here reaches AWS.");
        echo = true;
        if (Runs($"Start-PeeringSandbox -Path '{Path.Combine(examples, "hybrid-network")}'") != ScriptResult.Completed)
            return ExitCodes.Failure;

        var script = session.Parse(text, path);
        echo = false;
        var before = Inventory.Take(session);

        Title("The whole script as a plan: $WhatIfPreference = $true. AWS is asked, nothing is changed.");
        session.SetVariable("WhatIfPreference", true);
        (echo, read) = (true, 0);
        var planned = session.Run(script);
        echo = false;
        session.SetVariable("WhatIfPreference", false);
        var unchanged = Inventory.Take(session);

        Title("The same script in earnest.");
        (echo, read) = (true, 0);
        var done = session.Run(script);
        echo = false;

        Title("What changed");
        Say($"by the plan: {(before.Changes(unchanged).Count == 0 ? "nothing" : string.Join("; ", before.Changes(unchanged)))}");
        var changes = before.Changes(Inventory.Take(session));
        foreach (var change in changes)
            Say(change);
        return planned == ScriptResult.Stopped || done == ScriptResult.Stopped ? ExitCodes.Interrupted : changes.Count > 0 ? ExitCodes.Success : ExitCodes.Failure;

        ScriptResult Runs(string statement) => session.Run(session.Parse(statement, path: null));

        void Title(string title)
        {
            console.EndTable();
            Say($"\n== {title}");
        }

        void Say(string line) => console.WriteHost(line, newLine: true);
    }

    /// <summary>The comment lines right above a statement of the script.</summary>
    private static IEnumerable<string> Comments(string script, string statement, ref int read)
    {
        var at = script.IndexOf(statement, read, StringComparison.Ordinal);
        if (at < 0)
            return [];

        read = at + statement.Length;
        return script[..at].Split('\n').SkipLast(1).Reverse().TakeWhile(line => line.StartsWith('#')).Reverse().Prepend("");
    }
}
