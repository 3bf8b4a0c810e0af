using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using PeeringTools.CmdletHost.Binding;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Pipelines;

/// <summary>One command of a pipeline: binds, runs the cmdlet's methods, and is what the cmdlet writes to.</summary>
internal sealed partial class CommandStage : ICommandRuntime2, IStoppable, IDisposable
{
    private readonly Pipeline _pipeline;
    private readonly CmdletDescription _description;
    private readonly CommonParameters _common = new();
    private readonly Cmdlet _cmdlet;
    private readonly ParameterBinder _binder;

    public CommandStage(Session session, Pipeline pipeline, CommandNode node, int place, int length, bool expectsInput)
    {
        Session = session;
        _pipeline = pipeline;
        var entry = session.Commands.Find(node.Name)
            ?? throw new CommandNotFoundException($"The term '{node.Name}' is not the name of a command here.") { CommandName = node.Name };
        _description = CmdletDescription.Of(entry.Type);
        _cmdlet = (Cmdlet)Activator.CreateInstance(entry.Type)!;
        _cmdlet.CommandRuntime = this;
        Invocation = new InvocationInfo(new CmdletInfo(entry.Name, entry.Type) { ModuleName = entry.ModuleName, OwnErrorIdSuffix = entry.ErrorIdSuffix }, node.Name, node.Position)
        {
            PipelinePosition = place,
            PipelineLength = length,
            ExpectingInput = expectsInput,
        };
        _binder = new ParameterBinder(_description, Invocation, session.Engine, parameter => parameter.IsCommon ? _common : _cmdlet);
    }

    public Session Session { get; }

    public InvocationInfo Invocation { get; }

    public string ParameterSetName => _binder.Sets.Name;

    public bool IsStopping => _pipeline.IsStopping;

    /// <summary>Takes what the cmdlet writes.</summary>
    public Action<object?> Next { get; set; } = _ => { };

    /// <summary>Works the arguments out and binds them.</summary>
    public void Prepare(CommandNode node, EvaluationScope scope) => Guard(() =>
    {
        _binder.BindCommandLine(ArgumentsOf(node, scope), Invocation.ExpectingInput);
        OpenVariables();
    });

    public void Begin() => Guard(() =>
    {
        foreach (var warning in _binder.Warnings)
            WriteWarning(warning);
        _cmdlet.DoBegin();
    });

    /// <summary>Runs the cmdlet on its command line alone.</summary>
    public void ProcessOnce() => Guard(_cmdlet.DoProcess);

    /// <summary>Runs the cmdlet on a piped object. One that doesn't bind is an error of its own; the next ones go on.</summary>
    public void Process(object? input) => Guard(() =>
    {
        if (ReferenceEquals(input, AutomationNull.Value))
            return;
        try
        {
            if (!_binder.BindInput(input is null ? null : PSObject.AsPSObject(input)))
                throw BindingErrors.InputNotBound(Invocation);
            if (_binder.MissingAfterInput() is { Count: > 0 } missing)
                throw BindingErrors.InputIncomplete(Invocation, missing);
        }
        catch (ParameterBindingException e)
        {
            e.ErrorRecord.SetTarget(input);
            WriteError(new ErrorRecord(e.ErrorRecord, e));
            return;
        }

        _cmdlet.DoProcess();
    });

    public void End() => Guard(_cmdlet.DoEnd);

    public void Stop() => _cmdlet.DoStop();

    public void Dispose() => (_cmdlet as IDisposable)?.Dispose();

    private static List<Argument> ArgumentsOf(CommandNode node, EvaluationScope scope)
    {
        var arguments = new List<Argument>();
        foreach (var element in node.Elements)
        {
            switch (element)
            {
                case ParameterElement { Value: null } parameter:
                    arguments.Add(Argument.Named(parameter.Name));
                    break;
                case ParameterElement parameter:
                    arguments.Add(Argument.Named(parameter.Name, ValueOf(parameter.Value!, scope)));
                    break;
                case ArgumentElement argument:
                    arguments.Add(Argument.Positional(ValueOf(argument.Value, scope)));
                    break;
                case SplatElement splat:
                    AddSplat(PSObject.Unwrap(scope.Required.Variables.Find(splat.VariableName)?.Value), arguments);
                    break;
            }
        }

        return arguments;
    }

    private static object? ValueOf(Expression expression, EvaluationScope scope)
    {
        var value = expression.Evaluate(scope);
        return ReferenceEquals(value, AutomationNull.Value) ? null : value;
    }

    private static void AddSplat(object? value, List<Argument> arguments)
    {
        switch (value)
        {
            case IDictionary table:
                foreach (DictionaryEntry entry in table)
                    arguments.Add(Argument.Named(Conversion.ToText.Of(entry.Key), entry.Value, fromTable: true));
                break;
            case IList list:
                foreach (var element in list)
                    arguments.Add(Argument.Positional(element));
                break;
            default:
                arguments.Add(Argument.Positional(value));
                break;
        }
    }

    /// <summary>Runs a step of the cmdlet. An exception ends the statement; below the cmdlet it looks like a stop.</summary>
    private void Guard(Action step)
    {
        if (IsStopping)
            throw new PipelineStoppedException();
        try
        {
            step();
        }
        catch (Exception e) when (e is not (PipelineStoppedException or FlowControlException))
        {
            throw Terminate(e);
        }
    }

    private PipelineStoppedException Terminate(Exception e)
    {
        if (e is ParameterBindingException binding)
            return Fail(binding);
        var error = e is IContainsErrorRecord { ErrorRecord: var own } ? new ErrorRecord(own, e) : new ErrorRecord(e, e.GetType().FullName!, ErrorCategory.NotSpecified, null);
        error.SetInvocation(Invocation);
        return Fail(e is ActionPreferenceStopException stop ? stop : new CmdletInvocationException(error));
    }

    private PipelineStoppedException Fail(RuntimeException failure)
    {
        Session.Succeeded = false;
        _errorVariable?.Add(failure.ErrorRecord);
        return _pipeline.Fail(failure);
    }
}
