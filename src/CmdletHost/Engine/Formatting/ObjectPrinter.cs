using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Members;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>Prints objects as a shell does: by their view, else as a table of a few properties or a list of many; plain values as text.</summary>
public sealed class ObjectPrinter(ViewTable views, int width, Action<string> print)
{
    private const int MostTableColumns = 4;
    private TablePrinter? _table;
    private object? _tableOf;
    private bool _inList;
    private bool _inText;

    /// <summary>Prints an object, in the table of the one before where they share a view.</summary>
    public void Write(object? value)
    {
        if (PSObject.Unwrap(value) is FormattedObject wish)
        {
            WriteWished(wish);
            return;
        }

        if (value is null)
            return;
        var target = PSObject.AsPSObject(value);
        if (IsPlain(target))
        {
            End();
            print(LanguagePrimitives.GetEnumerable(target.BaseObject) is null ? ToText.Of(target) : DisplayText.Of(target));
        }
        else if (views.Find(target, shape: null) is { } view)
        {
            WriteByView(target, view, view.AutoSize, view);
        }
        else
        {
            WriteByProperties(target);
        }
    }

    /// <summary>Prints what waits for more, before something else is printed.</summary>
    public void Flush() => _table?.Flush();

    /// <summary>Ends the table or list that is open.</summary>
    public void End()
    {
        _table?.End();
        _table = null;
        _tableOf = null;
        _inList = false;
        _inText = false;
    }

    private static bool IsPlain(PSObject value) => value.BaseObject is string or Enum or DateTime or DateTimeOffset or Guid or TimeSpan or Uri or Version or bool or char
        || TypeConversion.IsNumber(value.BaseObject.GetType())
        || (!value.IsCustom && value.Added is null && (LanguagePrimitives.GetEnumerable(value.BaseObject) is not null || ClrProperties.Of(value.BaseObject.GetType()).Count == 0));

    private static IReadOnlyList<ViewItem> ItemsOf(PSObject target) =>
        [.. (TypeTable.Shared.DefaultDisplayProperties(target) ?? [.. target.Properties.Select(property => property.Name)]).Select(name => new ViewItem(name, name, Body: null))];

    private static View ViewOf(IReadOnlyList<ViewItem> items) => new(string.Empty, [], ViewShape.Table, items);

    private void WriteWished(FormattedObject wish)
    {
        if (wish.Properties.Length == 0 && views.Find(wish.Value, wish.Shape) is { } view)
        {
            WriteByView(wish.Value, view, view.AutoSize || wish.AutoSize, wish.Call);
            return;
        }

        IReadOnlyList<ViewItem> items = wish.Properties.Length == 0 ? ItemsOf(wish.Value) : [.. wish.Properties.SelectMany(name => Named(wish.Value, name))];
        if (wish.Shape == ViewShape.List)
            WriteList(wish.Value, items);
        else
            WriteRow(wish.Value, ViewOf(items), autoSize: true, wish.Call);
    }

    private static IEnumerable<ViewItem> Named(PSObject target, string name) => WildcardPattern.ContainsWildcardCharacters(name)
        ? target.Properties.Match(name).Select(property => new ViewItem(property.Name, property.Name, Body: null))
        : [new ViewItem(target.Properties[name]?.Name ?? name, name, Body: null)];

    private void WriteByView(PSObject target, View view, bool autoSize, object tableOf)
    {
        switch (view.Shape)
        {
            case ViewShape.List:
                WriteList(target, view.Items);
                break;
            case ViewShape.Text:
                WriteText(target, view.Items);
                break;
            default:
                WriteRow(target, view, autoSize, tableOf);
                break;
        }
    }

    private void WriteByProperties(PSObject target)
    {
        // A table of property bags goes on with the first one's columns.
        if (_table is not null && Equals(_tableOf, target.TypeNames[0]))
        {
            _table.Add(target);
            return;
        }

        var items = ItemsOf(target);
        if (items.Count <= MostTableColumns)
            WriteRow(target, ViewOf(items), autoSize: true, target.TypeNames[0]);
        else
            WriteList(target, items);
    }

    private void WriteRow(PSObject target, View view, bool autoSize, object tableOf)
    {
        if (_table is null || !Equals(_tableOf, tableOf))
        {
            End();
            _table = new TablePrinter(view, autoSize, width, print);
            _tableOf = tableOf;
        }

        _table.Add(target);
    }

    private void WriteText(PSObject target, IReadOnlyList<ViewItem> items)
    {
        if (!_inText)
        {
            End();
            print(string.Empty);
            _inText = true;
        }

        // Not wrapped: it may be a router's configuration, to be copied.
        foreach (var line in string.Concat(items.Select(item => DisplayText.Of(item.ValueOf(target), item.FormatString))).ReplaceLineEndings("\n").Split('\n'))
            print(line);
    }

    private void WriteList(PSObject target, IReadOnlyList<ViewItem> items)
    {
        if (!_inList)
        {
            End();
            print(string.Empty);
            _inList = true;
        }

        var labelWidth = items.Count == 0 ? 0 : items.Max(item => item.Label.Length);
        foreach (var item in items)
        {
            var heading = item.Label.PadRight(labelWidth) + " : ";
            foreach (var line in TextColumns.Wrap(DisplayText.Of(item.ValueOf(target), item.FormatString), Math.Max(width - heading.Length, 10)))
            {
                print((heading + line).TrimEnd());
                heading = new string(' ', heading.Length);
            }
        }

        print(string.Empty);
    }
}
