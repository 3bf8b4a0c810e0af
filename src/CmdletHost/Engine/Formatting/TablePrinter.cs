using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Prints one table: headings, a rule, and a line per object. It streams unless its columns are sized by their contents.</summary>
internal sealed class TablePrinter(View view, bool autoSize, int width, Action<string> print)
{
    private const int MostSized = 1000;
    private readonly IReadOnlyList<ViewItem> _columns = view.Items;
    private readonly List<PSObject> _waiting = [];
    private int[]? _widths;
    private bool[] _right = [];

    public void Add(PSObject row)
    {
        if (_widths is null)
        {
            _waiting.Add(row);
            if (!autoSize || _waiting.Count == MostSized)
                Flush();
            return;
        }

        PrintRow(row);
    }

    /// <summary>Prints what waits for its columns to be sized.</summary>
    public void Flush()
    {
        if (_widths is null && _waiting.Count > 0)
        {
            Size();
            PrintHeaders();
        }

        foreach (var row in _waiting)
            PrintRow(row);
        _waiting.Clear();
    }

    public void End()
    {
        Flush();
        print(string.Empty);
    }

    private void Size()
    {
        _right = new bool[_columns.Count];
        for (var i = 0; i < _columns.Count; i++)
        {
            _right[i] = _columns[i].Alignment == Alignment.Right
                || (_columns[i].Alignment == Alignment.ByValue && PSObject.Unwrap(_columns[i].ValueOf(_waiting[0])) is { } value && TypeConversion.IsNumber(value.GetType()));
        }

        var widths = _columns.Select(column => column.Width).ToArray();
        if (autoSize)
        {
            for (var i = 0; i < widths.Length; i++)
                widths[i] = Math.Max(_columns[i].Label.Length, _waiting.Max(row => TextOf(_columns[i], row).Length));
        }
        else
        {
            // Columns without a width share what the others leave.
            var open = widths.Count(each => each == 0);
            var left = width - widths.Sum() - (widths.Length - 1);
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] == 0)
                    widths[i] = Math.Max(left / open, Math.Min(_columns[i].Label.Length, 10));
            }
        }

        // The last columns give way where the line is too short, but never all of the first.
        var room = width;
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Clamp(widths[i], 0, Math.Max(room, 0));
            room -= widths[i] + 1;
        }

        _widths = widths;
    }

    private void PrintHeaders()
    {
        print(string.Empty);
        if (view.HideHeaders)
            return;
        PrintCells(i => _columns[i].Label);
        PrintCells(i => new string('-', Math.Min(_columns[i].Label.Length, _widths![i])));
    }

    private void PrintRow(PSObject row)
    {
        if (!view.Wraps)
        {
            PrintCells(i => TextOf(_columns[i], row));
            return;
        }

        var pieces = new string[_columns.Count][];
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = _widths![i] == 0 ? [] : [.. TextColumns.Wrap(TextOf(_columns[i], row), _widths[i])];
        for (var line = 0; line < pieces.Max(each => each.Length); line++)
            PrintCells(i => line < pieces[i].Length ? pieces[i][line] : string.Empty);
    }

    private void PrintCells(Func<int, string> textOf)
    {
        var cells = Enumerable.Range(0, _columns.Count).Where(i => _widths![i] > 0).Select(i => TextColumns.Fit(textOf(i), _widths![i], _right[i]));
        print(string.Join(' ', cells).TrimEnd());
    }

    private static string TextOf(ViewItem column, PSObject row) => DisplayText.Of(column.ValueOf(row), column.FormatString);
}
