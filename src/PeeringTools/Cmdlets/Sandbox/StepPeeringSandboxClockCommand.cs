using System.Management.Automation;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Runtime;

namespace PeeringTools.Cmdlets.Sandbox;

/// <summary>Moves the sandbox's clock forward: pending things become available, requests and authorizations expire, what ended disappears.</summary>
[Cmdlet(VerbsCommon.Step, "PeeringSandboxClock", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = "Parts")]
[OutputType(typeof(PeeringSandbox))]
public sealed class StepPeeringSandboxClockCommand : SandboxCmdlet
{
    /// <summary>How far, such as <c>'7.00:00:00'</c> for seven days or <c>(New-TimeSpan -Hours 25)</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "TimeSpan", ValueFromPipeline = true)]
    public TimeSpan By { get; set; }

    /// <summary>Days to move.</summary>
    [Parameter(ParameterSetName = "Parts", ValueFromPipelineByPropertyName = true)]
    public double Days { get; set; }

    /// <summary>Hours to move.</summary>
    [Parameter(ParameterSetName = "Parts", ValueFromPipelineByPropertyName = true)]
    public double Hours { get; set; }

    /// <summary>Minutes to move.</summary>
    [Parameter(ParameterSetName = "Parts", ValueFromPipelineByPropertyName = true)]
    public double Minutes { get; set; }

    /// <summary>Seconds to move.</summary>
    [Parameter(ParameterSetName = "Parts", ValueFromPipelineByPropertyName = true)]
    public double Seconds { get; set; }

    /// <summary>Emit the sandbox with its new time.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override Task ProcessAsync(CancellationToken cancellationToken) => ForItemAsync(null, () =>
    {
        var running = Running;
        var total = ParameterSetName == "TimeSpan" ? By.TotalSeconds : (((Days * 24) + Hours) * 3600) + (Minutes * 60) + Seconds;
        if (total is not (>= 0.001 and <= 315_360_000))
        {
            throw new FailureException(new(
                ErrorKind.BadInput, "ClockStepOutOfRange", $"The clock can't move by {total} s; allowed is 1 ms to 3,650 days.", "Give -Days, -Hours, -Minutes or -Seconds, or -By '7.00:00:00'; a bare number is read as ticks of 100 ns.", total));
        }

        var by = TimeSpan.FromSeconds(total);
        if (ShouldProcess(running.Source, $"Move the sandbox's clock by {by:c}"))
        {
            running.StepClock(by);
            if (PassThru)
                WriteObject(new PeeringSandbox(running));
        }

        return Task.CompletedTask;
    });
}
