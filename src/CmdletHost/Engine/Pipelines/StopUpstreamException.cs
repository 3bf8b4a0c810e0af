using System.Management.Automation;

namespace PeeringTools.CmdletHost.Pipelines;

/// <summary>A command has all it wants: those before it end now, those after it as usual.</summary>
internal sealed class StopUpstreamException(CommandStage requester) : FlowControlException
{
    public CommandStage Requester { get; } = requester;
}
