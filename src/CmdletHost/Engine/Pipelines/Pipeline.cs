using System.Management.Automation;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Pipelines;

/// <summary>Commands in a row; what one writes the next takes at once.</summary>
internal sealed class Pipeline(Session session) : IDisposable
{
    private readonly List<CommandStage> _stages = [];
    private volatile bool _isStopping;
    private RuntimeException? _failure;

    /// <summary>The pipeline whose argument this one works out.</summary>
    public Pipeline? Outer { get; set; }

    public bool IsStopping => _isStopping || Outer is { IsStopping: true };

    public void Run(IReadOnlyList<CommandNode> commands, EvaluationScope scope, IEnumerable<object?>? input, Action<object?> output)
    {
        try
        {
            for (var i = 0; i < commands.Count; i++)
                Add(new CommandStage(session, this, commands[i], i + 1, commands.Count, expectsInput: i > 0 || input is not null), i == 0, output);
            for (var i = 0; i < commands.Count; i++)
                _stages[i].Prepare(commands[i], scope);
            Execute(input);
        }
        catch (PipelineStoppedException) when (_failure is not null)
        {
            throw _failure;
        }
    }

    /// <summary>Tells every command to stop. The pipeline's thread ends at its next write, or when the command it is in returns.</summary>
    public void Stop()
    {
        _isStopping = true;
        Outer?.Stop();
        CommandStage[] stages;
        lock (_stages)
            stages = [.. _stages];
        foreach (var stage in stages)
            stage.Stop();
    }

    /// <summary>Notes why the pipeline ends; what is thrown through the commands says no more than that it does.</summary>
    public PipelineStoppedException Fail(RuntimeException failure)
    {
        _failure ??= failure;
        return new PipelineStoppedException();
    }

    public void Dispose()
    {
        foreach (var stage in _stages)
            stage.Dispose();
    }

    private void Add(CommandStage stage, bool isFirst, Action<object?> output)
    {
        if (!isFirst)
            _stages[^1].Next = stage.Process;
        stage.Next = output;
        lock (_stages)
            _stages.Add(stage);
    }

    private void Execute(IEnumerable<object?>? input)
    {
        var firstToEnd = Stoppable(() =>
        {
            foreach (var stage in _stages)
                stage.Begin();
            Feed(input);
        });

        // One that stops those before it ends there too; only those after it go on.
        while (firstToEnd < _stages.Count)
        {
            var stage = _stages[firstToEnd];
            var next = Stoppable(stage.End);
            firstToEnd = Math.Max(firstToEnd + 1, next);
        }
    }

    private void Feed(IEnumerable<object?>? input)
    {
        if (input is null)
        {
            _stages[0].ProcessOnce();
            return;
        }

        foreach (var value in input)
        {
            if (IsStopping)
                throw new PipelineStoppedException();
            _stages[0].Process(value);
        }
    }

    /// <summary>Runs the step; returns the place of the first command that is still to end.</summary>
    private int Stoppable(Action step)
    {
        try
        {
            step();
            return 0;
        }
        catch (StopUpstreamException e)
        {
            return _stages.IndexOf(e.Requester) + 1;
        }
    }
}
