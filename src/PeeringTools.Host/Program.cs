using System.CommandLine;
using PeeringTools.Host.Commands;

namespace PeeringTools.Host;

/// <summary>peering: the cmdlets without PowerShell.</summary>
internal static class Program
{
    // A script may begin with @; it never means a response file.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    // Ctrl+C is the session's to handle; what nobody expected is shown whole.
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static int Main(string[] args)
    {
        var root = new RootCommand("Runs PeeringTools cmdlets and scripts where PowerShell isn't installed.");
        RunCommand.AddTo(root);
        root.Add(Sandbox.SandboxCommand.Create());
        DemoCommand.AddTo(root);
        return root.Parse(args, Parsing).Invoke(Invocation);
    }
}
