using System.CommandLine;
using PeeringTools.Host.Demo;

namespace PeeringTools.Host.Commands;

/// <summary><c>peering demo</c>.</summary>
internal static class DemoCommand
{
    /// <summary>Adds it to the root.</summary>
    public static void AddTo(RootCommand root)
    {
        var demo = new Command("demo", "Runs the five jobs on an example network in the sandbox, first as a plan, then in earnest, and tells what changed.");
        demo.SetAction(_ => HybridNetworkDemo.Run());
        root.Add(demo);
    }
}
