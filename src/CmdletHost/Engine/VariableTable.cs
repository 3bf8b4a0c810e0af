using System.Collections;
using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost;

/// <summary>The variables of a session, whatever the case of their names. There is one scope.</summary>
internal sealed class VariableTable
{
    private static readonly string[] Scopes = ["global:", "script:", "local:", "variable:"];
    private readonly Dictionary<string, PSVariable> _variables = new(StringComparer.OrdinalIgnoreCase);

    public VariableTable(ArrayList errors)
    {
        Set("ErrorActionPreference", ActionPreference.Continue);
        Set("WarningPreference", ActionPreference.Continue);
        Set("InformationPreference", ActionPreference.SilentlyContinue);
        Set("VerbosePreference", ActionPreference.SilentlyContinue);
        Set("DebugPreference", ActionPreference.SilentlyContinue);
        Set("ProgressPreference", ActionPreference.Continue);
        Set("ConfirmPreference", ConfirmImpact.High);
        Set("WhatIfPreference", value: false);
        Put(new PSVariable("Error", errors, ScopedItemOptions.Constant));
        Put(new PSVariable("?", value: true));
        foreach (var (name, value) in (ReadOnlySpan<(string, object?)>)[("true", true), ("false", false), ("null", null)])
            Put(new PSVariable(name, value, ScopedItemOptions.Constant));
    }

    public PSVariable? Find(string name) => _variables.GetValueOrDefault(Bare(name));

    /// <exception cref="SessionStateUnauthorizedAccessException">The variable can't be set.</exception>
    public void Set(string name, object? value)
    {
        name = Bare(name);
        if (_variables.TryGetValue(name, out var variable))
            variable.Value = value;
        else
            _variables[name] = new PSVariable(name, value);
    }

    public void Put(PSVariable variable) => _variables[variable.Name] = variable;

    public void Remove(string name) => _variables.Remove(Bare(name));

    /// <summary>A preference variable; what it holds may be text.</summary>
    public T Preference<T>(string name, T otherwise) =>
        LanguagePrimitives.TryConvertTo<T>(Find(name)?.Value, out var value) ? value : otherwise;

    public bool Flag(string name) => Truth.Of(Find(name)?.Value);

    private static string Bare(string name)
    {
        foreach (var scope in Scopes)
        {
            if (name.StartsWith(scope, StringComparison.OrdinalIgnoreCase))
                return name[scope.Length..];
        }

        return name;
    }
}
