using System.Management.Automation;

namespace PeeringTools.CmdletHost.Pipelines;

/// <content>ShouldProcess and ShouldContinue.</content>
internal sealed partial class CommandStage
{
    private const int Yes = 0;
    private const int YesToAll = 1;
    private const int No = 2;
    private const int NoToAll = 3;
    private static readonly string[] EachChoices = ["&Yes", "Yes to &All", "&No", "No to A&ll", "&Halt Command"];
    private static readonly string[] OneChoices = ["&Yes", "&No", "&Halt Command"];
    private int? _answerToAll;

    public bool ShouldProcess(string target) => ShouldProcess(target, _description.Name);

    public bool ShouldProcess(string target, string action)
    {
        var description = $"Performing the operation \"{action}\" on target \"{target}\".";
        return ShouldProcess(description, verboseWarning: null, caption: null, out _);
    }

    public bool ShouldProcess(string verboseDescription, string? verboseWarning, string? caption) =>
        ShouldProcess(verboseDescription, verboseWarning, caption, out _);

    public bool ShouldProcess(string verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason shouldProcessReason)
    {
        ThrowIfStopping();
        shouldProcessReason = ShouldProcessReason.None;
        if (_answerToAll is { } given)
            return given == YesToAll;
        if (_common.WhatIf ?? Session.Variables.Flag("WhatIfPreference"))
        {
            shouldProcessReason = ShouldProcessReason.WhatIf;
            Session.Console.WriteHost($"What if: {verboseDescription}", newLine: true);
            return false;
        }

        if (!IsToConfirm())
        {
            WriteVerbose(verboseDescription);
            return true;
        }

        var question = string.IsNullOrEmpty(verboseWarning) ? $"Are you sure you want to perform this action?\n{verboseDescription}" : verboseWarning;
        return Answer(Ask(caption, question, EachChoices), ref _answerToAll);
    }

    public bool ShouldContinue(string query, string caption)
    {
        ThrowIfStopping();
        return Ask(caption, query, OneChoices) switch
        {
            0 => true,
            1 => false,
            _ => throw Halt(),
        };
    }

    public bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll) =>
        ShouldContinue(query, caption, hasSecurityImpact: false, ref yesToAll, ref noToAll);

    public bool ShouldContinue(string query, string caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll)
    {
        ThrowIfStopping();
        if (yesToAll || noToAll)
            return yesToAll;
        int? toAll = null;
        var answer = Answer(Ask(caption, query, EachChoices), ref toAll);
        yesToAll = toAll == YesToAll;
        noToAll = toAll == NoToAll;
        return answer;
    }

    private bool IsToConfirm()
    {
        var threshold = _common.Confirm switch
        {
            true => ConfirmImpact.Low,
            false => ConfirmImpact.None,
            null => Session.Variables.Preference("ConfirmPreference", ConfirmImpact.High),
        };
        return threshold != ConfirmImpact.None && _description.ConfirmImpact >= threshold;
    }

    private int Ask(string? caption, string question, string[] choices)
    {
        if (!Session.Console.IsInteractive)
        {
            throw new PSInvalidOperationException(
                $"{_description.Name} asks for confirmation, and nobody can answer here. Use -Confirm:$false, or -Force where the cmdlet has it, to go on without. ({question.ReplaceLineEndings(" ")})");
        }

        return Session.Console.Choose(string.IsNullOrEmpty(caption) ? "Confirm" : caption, question, choices, Yes);
    }

    private void AskToGoOn(string text, string preference)
    {
        if (_answerToAll == YesToAll)
            return;
        if (!Session.Console.IsInteractive)
            throw new PSInvalidOperationException($"The preference variable \"{preference}\" or common parameter is set to Inquire, and nobody can answer here. ({text})");
        var answer = Session.Console.Choose("Confirm", text, EachChoices, Yes);
        if (answer is not (Yes or YesToAll))
            throw Halt();
    }

    private bool Answer(int choice, ref int? toAll)
    {
        switch (choice)
        {
            case Yes or No:
                return choice == Yes;
            case YesToAll or NoToAll:
                toAll = choice;
                return choice == YesToAll;
            default:
                throw Halt();
        }
    }

    private PipelineStoppedException Halt()
    {
        var error = StopError("Confirm", "the user chose to halt.");
        return Fail(new ActionPreferenceStopException(error, error.Exception.Message));
    }
}
