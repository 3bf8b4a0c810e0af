namespace PeeringTools.Cmdlet.Tests.Module;

/// <summary>Tests that start a sandbox: it holds for the whole process, so they take turns.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class SandboxCollection
{
    public const string Name = "sandbox";
}
