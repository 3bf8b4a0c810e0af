using System.Collections;
using System.Management.Automation;
using PeeringTools.CmdletHost.Language;
using PeeringTools.CmdletHost.Pipelines;

namespace PeeringTools.CmdletHost;

/// <summary>Runs scripts: holds the variables, the commands and $Error between statements.</summary>
public sealed class Session
{
    private readonly Lock _lock = new();
    private Pipeline? _running;
    private bool _stopped;

    public Session(SessionConsole console)
    {
        Console = console;
        Variables = new VariableTable(Errors);
        SessionState = new SessionState(this);
        Engine = new EngineIntrinsics(SessionState);
        Commands = new CommandTable(Builtin.BuiltinCommands.All);
    }

    /// <summary>The commands that scripts can call.</summary>
    public CommandTable Commands { get; }

    /// <summary>$Error: the newest first.</summary>
    public ArrayList Errors { get; } = [];

    /// <summary>The folder that relative paths start from.</summary>
    public string CurrentDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Is told the text of each statement of a script before it runs; null for nobody.</summary>
    public Action<string>? StatementStarting { get; init; }

    internal SessionConsole Console { get; }

    internal VariableTable Variables { get; }

    internal SessionState SessionState { get; }

    internal EngineIntrinsics Engine { get; }

    /// <summary>Whether the statement that runs has had no error yet: the next one's $?.</summary>
    internal bool Succeeded { get; set; } = true;

    /// <summary>Reads a script without running anything of it.</summary>
    /// <param name="text">The script.</param>
    /// <param name="path">Its file, or null; $PSScriptRoot and messages need it.</param>
    /// <exception cref="ScriptParseException">It is malformed, or needs PowerShell.</exception>
    public Script Parse(string text, string? path)
    {
        var source = new ScriptSource(text, path);
        return new Script(ScriptParser.Parse(source, Commands.Check));
    }

    /// <summary>The value of a variable, or null.</summary>
    public object? GetVariable(string name) => Variables.Find(name)?.Value;

    /// <summary>Sets a variable.</summary>
    public void SetVariable(string name, object? value) => Variables.Set(name, value);

    /// <summary>Runs a script. What no command takes goes to the console.</summary>
    /// <param name="script">The script.</param>
    /// <param name="input">Objects for the first statement that is a pipeline of commands, read as the pipeline takes them; null or empty where there are none.</param>
    /// <returns>How it ended.</returns>
    public ScriptResult Run(Script script, IEnumerable<object?>? input = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        var result = ScriptResult.Completed;
        var scope = new EvaluationScope(this, Current: null);
        foreach (var statement in script.Statements)
        {
            StatementStarting?.Invoke(statement.Position.Text);
            Variables.Put(new PSVariable("?", Succeeded));
            Succeeded = true;
            try
            {
                var takesInput = statement is PipelineStatement { Head: null };
                statement.Run(scope, Console.WriteObject, takesInput && input is not null ? OrNone(input) : null);
            }
            catch (PipelineStoppedException)
            {
                return ScriptResult.Stopped;
            }
            catch (Exception e) when (e is IContainsErrorRecord)
            {
                result = ScriptResult.Failed;
                var preference = Variables.Preference("ErrorActionPreference", ActionPreference.Continue);
                Report(((IContainsErrorRecord)e).ErrorRecord, statement, preference);
                if (e is ActionPreferenceStopException || preference == ActionPreference.Stop)
                    return result;
            }

            if (statement is PipelineStatement { Head: null })
                input = null;
        }

        return result;
    }

    /// <summary>Stops what runs, from any thread: cmdlets get StopProcessing, and nothing more is written.</summary>
    public void Stop()
    {
        Pipeline? running;
        lock (_lock)
        {
            _stopped = true;
            running = _running;
        }

        running?.Stop();
    }

    internal void RunPipeline(IReadOnlyList<CommandNode> commands, EvaluationScope scope, IEnumerable<object?>? input, Action<object?> output)
    {
        using var pipeline = new Pipeline(this);
        var outer = Enter(pipeline);
        try
        {
            pipeline.Run(commands, scope, input, output);
        }
        finally
        {
            lock (_lock)
                _running = outer;
        }
    }

    // An empty input, as of a job that a scheduler starts, is none: the first cmdlet then runs as it does at a prompt.
    private static IEnumerable<object?>? OrNone(IEnumerable<object?> input)
    {
        var objects = input.GetEnumerator();
        return objects.MoveNext() ? Rest(objects) : null;

        static IEnumerable<object?> Rest(IEnumerator<object?> objects)
        {
            using (objects)
            {
                do
                    yield return objects.Current;
                while (objects.MoveNext());
            }
        }
    }

    internal void AddError(ErrorRecord error) => Errors.Insert(0, error);

    private Pipeline? Enter(Pipeline pipeline)
    {
        lock (_lock)
        {
            if (_stopped)
                throw new PipelineStoppedException();
            var outer = _running;
            pipeline.Outer = outer;
            _running = pipeline;
            return outer;
        }
    }

    private void Report(ErrorRecord error, Statement statement, ActionPreference preference)
    {
        Succeeded = false;
        if (error.InvocationInfo is null)
            error.SetInvocation(new InvocationInfo(new CmdletInfo("script", typeof(Script)), string.Empty, statement.Position));
        AddError(error);
        if (preference is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore))
            Console.WriteError(error);
    }
}
