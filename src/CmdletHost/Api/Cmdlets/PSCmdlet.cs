using PeeringTools.CmdletHost.Pipelines;

namespace System.Management.Automation;

/// <summary>A cmdlet that sees its session.</summary>
public abstract class PSCmdlet : Cmdlet
{
    /// <summary>The parameter set that was chosen.</summary>
    public string ParameterSetName => Command.ParameterSetName;

    /// <summary>This call.</summary>
    public InvocationInfo MyInvocation => Command.Invocation;

    /// <summary>The session.</summary>
    public SessionState SessionState => Command.Session.SessionState;

    /// <summary>The program around it.</summary>
    public Host.PSHost Host => CommandRuntime.Host;

    private CommandStage Command => CommandRuntime as CommandStage ?? throw new PSInvalidOperationException("A PSCmdlet runs in a session's pipeline only.");

    /// <summary>The variable's value, or null.</summary>
    public object? GetVariableValue(string name) => SessionState.PSVariable.GetValue(name);

    /// <summary>The variable's value, or the default where there is no such variable.</summary>
    public object? GetVariableValue(string name, object? defaultValue) => SessionState.PSVariable.GetValue(name, defaultValue);

    /// <summary>The full path of one that need not exist.</summary>
    public string GetUnresolvedProviderPathFromPSPath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The provider's current place.</summary>
    public PathInfo CurrentProviderLocation(string providerId) => SessionState.Path.CurrentProviderLocation(providerId);
}
