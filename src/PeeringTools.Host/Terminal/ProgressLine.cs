using System.Management.Automation;

namespace PeeringTools.Host.Terminal;

/// <summary>One line in a terminal that says how far an activity is, and goes when anything else is written.</summary>
internal sealed class ProgressLine(TextWriter writer)
{
    private bool _isShown;

    public void Show(ProgressRecord progress)
    {
        if (progress.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        var percent = progress.PercentComplete >= 0 ? $" {progress.PercentComplete}%" : string.Empty;
        var line = $"{progress.Activity}: {progress.StatusDescription}{percent}".ReplaceLineEndings(" ");
        var width = Math.Max(Console.WindowWidth - 1, 20);
        writer.Write("\r\e[K" + (line.Length > width ? line[..width] : line));
        _isShown = true;
    }

    public void Clear()
    {
        if (_isShown)
            writer.Write("\r\e[K");
        _isShown = false;
    }
}
