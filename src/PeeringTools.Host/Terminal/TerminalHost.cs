using System.Globalization;
using System.Management.Automation.Host;

namespace PeeringTools.Host.Terminal;

/// <summary>This program, as cmdlets see it.</summary>
internal sealed class TerminalHost : PSHost
{
    public override string Name => "peering";

    public override Version Version { get; } = typeof(TerminalHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
}
