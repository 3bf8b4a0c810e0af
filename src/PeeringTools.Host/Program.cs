using System.CommandLine;
using PeeringTools.Host.Commands;

namespace PeeringTools.Host;

/// <summary>peering: the cmdlets without PowerShell.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand("Runs PeeringTools cmdlets and scripts where PowerShell isn't installed.");
        RunCommand.AddTo(root);
        DemoCommand.AddTo(root);
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }
}
