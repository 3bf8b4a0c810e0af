using System.Management.Automation;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>Finds a parameter by its name, an alias, or an unmistakable beginning of either.</summary>
internal sealed class ParameterNames(IReadOnlyList<CmdletParameter> parameters)
{
    /// <exception cref="ParameterBindingException">The beginning fits more than one.</exception>
    public CmdletParameter? Find(string name, InvocationInfo invocation)
    {
        if (Exact(name) is { } exact)
            return exact;
        var matches = new List<CmdletParameter>();
        foreach (var parameter in parameters)
        {
            if (Begins(parameter.Name, name) || parameter.Aliases.Any(alias => Begins(alias, name)))
                matches.Add(parameter);
        }

        // A cmdlet's own parameter goes before a common one.
        if (matches.Count > 1 && matches.FindAll(match => !match.IsCommon) is [var own])
            return own;
        return matches.Count > 1 ? throw BindingErrors.AmbiguousParameter(invocation, name, matches) : matches.FirstOrDefault();
    }

    private static bool Same(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string name, string beginning) => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private CmdletParameter? Exact(string name)
    {
        foreach (var parameter in parameters)
        {
            if (Same(parameter.Name, name))
                return parameter;
        }

        foreach (var parameter in parameters)
        {
            foreach (var alias in parameter.Aliases)
            {
                if (Same(alias, name))
                    return parameter;
            }
        }

        return null;
    }
}
