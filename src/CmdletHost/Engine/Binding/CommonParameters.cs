using System.Management.Automation;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>What the common parameters of one call were given; null where they weren't.</summary>
internal sealed class CommonParameters
{
    /// <summary>Those that every cmdlet has.</summary>
    public static readonly CommonParameter[] Always =
    [
        Make<SwitchParameter>("Verbose", "vb", (p, v) => p.Verbose = v, p => p.Verbose),
        Make<SwitchParameter>("Debug", "db", (p, v) => p.Debug = v, p => p.Debug),
        Make<ActionPreference>("ErrorAction", "ea", (p, v) => p.ErrorAction = v, p => p.ErrorAction),
        Make<ActionPreference>("WarningAction", "wa", (p, v) => p.WarningAction = v, p => p.WarningAction),
        Make<ActionPreference>("InformationAction", "infa", (p, v) => p.InformationAction = v, p => p.InformationAction),
        Make<ActionPreference>("ProgressAction", "proga", (p, v) => p.ProgressAction = v, p => p.ProgressAction),
        Make<string>("ErrorVariable", "ev", (p, v) => p.ErrorVariable = v, p => p.ErrorVariable),
        Make<string>("WarningVariable", "wv", (p, v) => p.WarningVariable = v, p => p.WarningVariable),
        Make<string>("InformationVariable", "iv", (p, v) => p.InformationVariable = v, p => p.InformationVariable),
        Make<string>("OutVariable", "ov", (p, v) => p.OutVariable = v, p => p.OutVariable),
        Make<int>("OutBuffer", "ob", (p, v) => p.OutBuffer = v, p => p.OutBuffer, new ValidateRangeAttribute(0, int.MaxValue)),
        Make<string>("PipelineVariable", "pv", (p, v) => p.PipelineVariable = v, p => p.PipelineVariable),
    ];

    /// <summary>Those of cmdlets that ask before they change something.</summary>
    public static readonly CommonParameter[] OfShouldProcess =
    [
        Make<SwitchParameter>("WhatIf", "wi", (p, v) => p.WhatIf = v, p => p.WhatIf),
        Make<SwitchParameter>("Confirm", "cf", (p, v) => p.Confirm = v, p => p.Confirm),
    ];

    public bool? Verbose { get; private set; }

    public bool? Debug { get; private set; }

    public ActionPreference? ErrorAction { get; private set; }

    public ActionPreference? WarningAction { get; private set; }

    public ActionPreference? InformationAction { get; private set; }

    public ActionPreference? ProgressAction { get; private set; }

    public string? ErrorVariable { get; private set; }

    public string? WarningVariable { get; private set; }

    public string? InformationVariable { get; private set; }

    public string? OutVariable { get; private set; }

    /// <summary>Objects to gather before they go on. Here they go on at once, which a script can't tell apart.</summary>
    public int OutBuffer { get; private set; }

    public string? PipelineVariable { get; private set; }

    public bool? WhatIf { get; private set; }

    public bool? Confirm { get; private set; }

    private static CommonParameter Make<T>(
        string name, string alias, Action<CommonParameters, T> set, Func<CommonParameters, object?> get, ValidateArgumentsAttribute? validation = null) =>
        new(name, alias, typeof(T), (target, value) => set((CommonParameters)target, (T)value!), target => get((CommonParameters)target), validation);
}

/// <summary>A parameter that every cmdlet has, or every one that asks.</summary>
internal sealed record CommonParameter(
    string Name, string Alias, Type Type, Action<object, object?> Set, Func<object, object?> Get, ValidateArgumentsAttribute? Validation);
