using PeeringTools.CmdletHost;

namespace System.Management.Automation;

/// <summary>What a cmdlet sees of its session.</summary>
public sealed class SessionState
{
    internal SessionState(Session session)
    {
        PSVariable = new PSVariableIntrinsics(session.Variables);
        Path = new PathIntrinsics(session);
    }

    /// <summary>The variables.</summary>
    public PSVariableIntrinsics PSVariable { get; }

    /// <summary>The paths.</summary>
    public PathIntrinsics Path { get; }
}

/// <summary>The session's variables.</summary>
public sealed class PSVariableIntrinsics
{
    private readonly VariableTable _variables;

    internal PSVariableIntrinsics(VariableTable variables) => _variables = variables;

    /// <summary>The variable, or null.</summary>
    public PSVariable? Get(string name) => _variables.Find(name);

    /// <summary>The variable's value, or null.</summary>
    public object? GetValue(string name) => _variables.Find(name)?.Value;

    /// <summary>The variable's value, or the default where there is no such variable.</summary>
    public object? GetValue(string name, object? defaultValue) => _variables.Find(name) is { } variable ? variable.Value : defaultValue;

    /// <summary>Sets the variable, and makes it where there is none.</summary>
    public void Set(string name, object? value) => _variables.Set(name, value);

    /// <summary>Puts the variable in the place of one of its name.</summary>
    public void Set(PSVariable variable) => _variables.Put(variable ?? throw new PSArgumentNullException(nameof(variable)));

    /// <summary>Takes the variable away.</summary>
    public void Remove(string name) => _variables.Remove(name);

    /// <summary>Takes the variable away.</summary>
    public void Remove(PSVariable variable) => _variables.Remove((variable ?? throw new PSArgumentNullException(nameof(variable))).Name);
}

/// <summary>The engine as transformations and validations see it.</summary>
public class EngineIntrinsics
{
    internal EngineIntrinsics(SessionState sessionState) => SessionState = sessionState;

    /// <summary>The session.</summary>
    public SessionState SessionState { get; }
}
