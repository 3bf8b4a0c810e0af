using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace PeeringTools.CmdletHost.Pipelines;

/// <content>What the cmdlet writes.</content>
internal sealed partial class CommandStage
{
    private ArrayList? _errorVariable;
    private ArrayList? _warningVariable;
    private ArrayList? _informationVariable;
    private ArrayList? _outVariable;

    PSHost ICommandRuntime.Host => Session.Console.Host;

    public PSTransactionContext CurrentPSTransaction => throw new PSInvalidOperationException("There is no transaction.");

    public bool TransactionAvailable() => false;

    public void WriteObject(object? sendToPipeline)
    {
        ThrowIfStopping();
        _outVariable?.Add(sendToPipeline);
        if (_common.PipelineVariable is { } name)
            Session.Variables.Set(name, sendToPipeline);
        Next(sendToPipeline);
    }

    public void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        if (!enumerateCollection || LanguagePrimitives.GetEnumerable(sendToPipeline) is not { } elements)
        {
            WriteObject(sendToPipeline);
            return;
        }

        foreach (var element in elements)
            WriteObject(element);
    }

    public void WriteError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        ThrowIfStopping();
        errorRecord.SetInvocation(Invocation);
        var action = _common.ErrorAction ?? Session.Variables.Preference("ErrorActionPreference", ActionPreference.Continue);
        if (action == ActionPreference.Ignore)
            return;
        if (action == ActionPreference.Stop)
        {
            throw Fail(new ActionPreferenceStopException(
                errorRecord, $"The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: {errorRecord}"));
        }

        if (action == ActionPreference.Inquire)
            AskToGoOn(errorRecord.ToString(), "ErrorActionPreference");
        Session.Succeeded = false;
        _errorVariable?.Add(errorRecord);
        Session.AddError(errorRecord);
        if (action is ActionPreference.Continue or ActionPreference.Inquire)
            Session.Console.WriteError(errorRecord);
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        ThrowIfStopping();
        errorRecord.SetInvocation(Invocation);
        throw Fail(new CmdletInvocationException(errorRecord));
    }

    public void WriteWarning(string text)
    {
        ThrowIfStopping();
        var shown = IsShown(_common.WarningAction, "WarningPreference", ActionPreference.Continue, text, Session.Console.WriteWarning);
        _warningVariable?.Add(new WarningRecord(text));
        if (shown)
            Session.Console.WriteWarning(text);
    }

    public void WriteVerbose(string text)
    {
        ThrowIfStopping();
        if (IsShown(Switched(_common.Verbose), "VerbosePreference", ActionPreference.SilentlyContinue, text, Session.Console.WriteVerbose))
            Session.Console.WriteVerbose(text);
    }

    public void WriteDebug(string text)
    {
        ThrowIfStopping();
        if (IsShown(Switched(_common.Debug), "DebugPreference", ActionPreference.SilentlyContinue, text, Session.Console.WriteDebug))
            Session.Console.WriteDebug(text);
    }

    public void WriteInformation(InformationRecord informationRecord)
    {
        ArgumentNullException.ThrowIfNull(informationRecord);
        ThrowIfStopping();
        var action = _common.InformationAction ?? Session.Variables.Preference("InformationPreference", ActionPreference.SilentlyContinue);
        if (action != ActionPreference.Ignore)
            _informationVariable?.Add(informationRecord);

        // What Write-Host says is for the screen, whatever the preference.
        if (informationRecord.Tags.Contains("PSHOST"))
        {
            var message = informationRecord.MessageData as HostInformationMessage;
            if (_common.InformationAction is not (ActionPreference.Ignore or ActionPreference.SilentlyContinue))
                Session.Console.WriteHost(message?.Message ?? informationRecord.ToString(), message?.NoNewLine != true);
        }
        else if (IsShown(action, "InformationPreference", ActionPreference.SilentlyContinue, informationRecord.ToString(), _ => Session.Console.WriteInformation(informationRecord)))
        {
            Session.Console.WriteInformation(informationRecord);
        }
    }

    public void WriteProgress(ProgressRecord progressRecord) => WriteProgress(0, progressRecord);

    public void WriteProgress(long sourceId, ProgressRecord progressRecord)
    {
        ArgumentNullException.ThrowIfNull(progressRecord);
        ThrowIfStopping();
        if (IsShown(_common.ProgressAction, "ProgressPreference", ActionPreference.Continue, progressRecord.ToString(), _ => { }))
            Session.Console.WriteProgress(progressRecord);
    }

    /// <summary>Nothing reads a command's details here, as nothing does in a PowerShell without module logging.</summary>
    public void WriteCommandDetail(string text) => ThrowIfStopping();

    private static ActionPreference? Switched(bool? on) => on switch
    {
        true => ActionPreference.Continue,
        false => ActionPreference.SilentlyContinue,
        null => null,
    };

    private void ThrowIfStopping()
    {
        if (IsStopping)
            throw new PipelineStoppedException();
    }

    private bool IsShown(ActionPreference? given, string preference, ActionPreference otherwise, string text, Action<string> show)
    {
        var action = given ?? Session.Variables.Preference(preference, otherwise);
        switch (action)
        {
            case ActionPreference.Continue:
                return true;
            case ActionPreference.Stop:
                show(text);
                throw Fail(new ActionPreferenceStopException(StopError(preference, text), text));
            case ActionPreference.Inquire:
                AskToGoOn(text, preference);
                return true;
            default:
                return false;
        }
    }

    private ErrorRecord StopError(string preference, string text)
    {
        var error = new ErrorRecord(
            new ParentContainsErrorRecordException($"The running command stopped because the preference variable \"{preference}\" or common parameter is set to Stop: {text}"),
            "ActionPreferenceStop",
            ErrorCategory.OperationStopped,
            targetObject: null);
        error.SetInvocation(Invocation);
        return error;
    }

    private void OpenVariables()
    {
        _errorVariable = OpenVariable(_common.ErrorVariable);
        _warningVariable = OpenVariable(_common.WarningVariable);
        _informationVariable = OpenVariable(_common.InformationVariable);
        _outVariable = OpenVariable(_common.OutVariable);
    }

    /// <summary>The list behind -ErrorVariable x, or what x holds already behind -ErrorVariable +x.</summary>
    private ArrayList? OpenVariable(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return null;
        var list = new ArrayList();
        if (name[0] == '+')
        {
            name = name[1..];
            switch (PSObject.Unwrap(Session.Variables.Find(name)?.Value))
            {
                case ArrayList own:
                    list = own;
                    break;
                case IList values:
                    list.AddRange(values);
                    break;
                case { } value:
                    list.Add(value);
                    break;
            }
        }

        Session.Variables.Set(name, list);
        return list;
    }
}
