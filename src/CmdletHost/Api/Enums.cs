namespace System.Management.Automation;

/// <summary>What to do about an error, a warning or a message.</summary>
public enum ActionPreference
{
    SilentlyContinue = 0,
    Stop = 1,
    Continue = 2,
    Inquire = 3,
    Ignore = 4,
    Suspend = 5,
}

/// <summary>How much a change matters.</summary>
public enum ConfirmImpact
{
    None,
    Low,
    Medium,
    High,
}

/// <summary>Why ShouldProcess said no.</summary>
public enum ShouldProcessReason
{
    None = 0,
    WhatIf = 1,
}

/// <summary>Who called.</summary>
public enum CommandOrigin
{
    Runspace,
    Internal,
}

/// <summary>Kinds of command.</summary>
[Flags]
public enum CommandTypes
{
    Alias = 1,
    Function = 2,
    Filter = 4,
    Cmdlet = 8,
    ExternalScript = 16,
    Application = 32,
    Script = 64,
    Workflow = 128,
    Configuration = 256,
    All = 511,
}

/// <summary>What may be done to a variable.</summary>
[Flags]
public enum ScopedItemOptions
{
    None = 0,
    ReadOnly = 1,
    Constant = 2,
    Private = 4,
    AllScope = 8,
    Unspecified = 16,
}
