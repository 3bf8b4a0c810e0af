using PeeringTools.Cmdlet.Tests.Module;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Cmdlet.Tests.Rehearsal;

/// <summary>A sandbox that only -WhatIf started doesn't keep anybody off AWS, and says so.</summary>
[Collection(SandboxCollection.Name)]
public sealed class StartTests
{
    [Theory]
    [InlineData("Start-PeeringSandbox -WhatIf")]
    [InlineData("$WhatIfPreference = $true; Start-PeeringSandbox")]
    public void Without_a_sandbox_WhatIf_warns_that_the_next_cmdlets_reach_AWS(string line)
    {
        SandboxLatch.Stop();
        var session = new ModuleSession().Run(line);
        Assert.Contains("reach AWS", Assert.Single(session.Console.Warnings), StringComparison.Ordinal);
        Assert.Empty(session.Console.Objects);
    }

    [Fact]
    public void With_one_it_does_not()
    {
        var session = new ModuleSession().Run("$sandbox = Start-PeeringSandbox; Start-PeeringSandbox -WhatIf; Stop-PeeringSandbox");
        Assert.Empty(session.Console.Warnings);
    }
}
