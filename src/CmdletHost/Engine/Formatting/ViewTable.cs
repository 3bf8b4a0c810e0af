using System.Globalization;
using System.Management.Automation;
using System.Xml;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Formatting;

/// <summary>The views of format.ps1xml files. A file is read when a view is first looked for.</summary>
public sealed class ViewTable
{
    private readonly Queue<string> _unread = new();
    private readonly List<View> _views = [];

    /// <summary>Adds a file, to be read when it is needed.</summary>
    public void AddFile(string path) => _unread.Enqueue(path);

    /// <summary>The first view for the object, its nearest type first.</summary>
    internal View? Find(PSObject value, ViewShape? shape)
    {
        while (_unread.TryDequeue(out var path))
            ReadFile(path);
        if (_views.Count == 0)
            return null;
        foreach (var name in value.TypeNames)
        {
            foreach (var view in _views)
            {
                if ((shape is null || view.Shape == shape) && view.TypeNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                    return view;
            }
        }

        return null;
    }

    private void ReadFile(string path)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.Load(path);
        foreach (XmlElement view in document.SelectNodes("/Configuration/ViewDefinitions/View")!)
        {
            var typeNames = view.SelectNodes("ViewSelectedBy/TypeName")!.Cast<XmlNode>().Select(node => node.InnerText.Trim()).ToList();
            var name = view["Name"]?.InnerText.Trim() ?? string.Empty;
            if (view["TableControl"] is { } table)
                _views.Add(ReadTable(name, typeNames, table, path));
            else if (view["ListControl"] is { } list)
                _views.Add(new View(name, typeNames, ViewShape.List, [.. Items(list, "ListEntries/ListEntry[1]/ListItems/ListItem", [], path)]));
            else if (view["CustomControl"] is { } custom)
                _views.Add(new View(name, typeNames, ViewShape.Text, [.. Items(custom, "CustomEntries/CustomEntry[1]/CustomItem/ExpressionBinding", [], path)]));
            else
                throw new NotSupportedException($"{path}: view '{name}' is neither a table nor a list nor text.");
        }
    }

    private static View ReadTable(string name, List<string> typeNames, XmlElement table, string path)
    {
        var headers = table.SelectNodes("TableHeaders/TableColumnHeader")!.Cast<XmlElement>().ToList();
        return new View(name, typeNames, ViewShape.Table, [.. Items(table, "TableRowEntries/TableRowEntry[1]/TableColumnItems/TableColumnItem", headers, path)])
        {
            AutoSize = table["AutoSize"] is not null,
            HideHeaders = table["HideTableHeaders"] is not null,
            Wraps = table.SelectSingleNode("TableRowEntries/TableRowEntry[1]/Wrap") is not null,
        };
    }

    private static IEnumerable<ViewItem> Items(XmlElement control, string itemPath, List<XmlElement> headers, string path)
    {
        var place = 0;
        foreach (XmlElement item in control.SelectNodes(itemPath)!)
        {
            var header = place < headers.Count ? headers[place] : item;
            place++;
            var property = Text(item, "PropertyName");
            var script = Text(item, "ScriptBlock");
            yield return new ViewItem(Text(header, "Label") ?? property ?? script ?? string.Empty, property, script is null ? null : ScriptParser.ParseExpression(script, path))
            {
                Width = int.Parse(Text(header, "Width") ?? "0", CultureInfo.InvariantCulture),
                Alignment = Enum.TryParse<Alignment>(Text(item, "Alignment") ?? Text(header, "Alignment"), ignoreCase: true, out var alignment) ? alignment : Alignment.ByValue,
                FormatString = Text(item, "FormatString"),
            };
        }
    }

    private static string? Text(XmlElement element, string child) => element[child]?.InnerText.Trim() is { Length: > 0 } text ? text : null;
}
