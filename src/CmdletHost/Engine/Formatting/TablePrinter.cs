using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Prints one table: headings, a rule, and a line per object. It streams unless its columns are sized by their contents.</summary>
internal sealed class TablePrinter(IReadOnlyList<ViewItem> columns, bool autoSize, bool hideHeaders, int width, Action<string> print)
{
    private const int MostSized = 1000;
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
        _right = new bool[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            _right[i] = columns[i].Alignment == Alignment.Right
                || (columns[i].Alignment == Alignment.ByValue && PSObject.Unwrap(columns[i].ValueOf(_waiting[0])) is { } value && TypeConversion.IsNumber(value.GetType()));
        }

        var widths = columns.Select(column => column.Width).ToArray();
        if (autoSize)
        {
            for (var i = 0; i < widths.Length; i++)
                widths[i] = Math.Max(columns[i].Label.Length, _waiting.Max(row => TextOf(columns[i], row).Length));
        }
        else
        {
            // Columns without a width share what the others leave.
            var open = widths.Count(each => each == 0);
            var left = width - widths.Sum() - (widths.Length - 1);
            for (var i = 0; i < widths.Length; i++)
            {
                if (widths[i] == 0)
                    widths[i] = Math.Max(left / open, Math.Min(columns[i].Label.Length, 10));
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
        if (hideHeaders)
            return;
        PrintCells(i => columns[i].Label);
        PrintCells(i => new string('-', Math.Min(columns[i].Label.Length, _widths![i])));
    }

    private void PrintRow(PSObject row) => PrintCells(i => TextOf(columns[i], row));

    private void PrintCells(Func<int, string> textOf)
    {
        var cells = Enumerable.Range(0, columns.Count).Where(i => _widths![i] > 0).Select(i => TextColumns.Fit(textOf(i), _widths![i], _right[i]));
        print(string.Join(' ', cells).TrimEnd());
    }

    private static string TextOf(ViewItem column, PSObject row) => DisplayText.Of(column.ValueOf(row), column.FormatString);
}
