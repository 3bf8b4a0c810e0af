using System.Management.Automation;
using PeeringTools.Cmdlet.Tests.Cmdlets;
using PeeringTools.CmdletHost.Formatting;

namespace PeeringTools.Cmdlet.Tests.Host;

public sealed class ObjectPrinterTests : IDisposable
{
    private const string Views = """
        <Configuration>
          <ViewDefinitions>
            <View>
              <Name>Thing</Name>
              <ViewSelectedBy><TypeName>PeeringTools.Cmdlet.Tests.Cmdlets.Thing</TypeName></ViewSelectedBy>
              <TableControl>
                <TableHeaders>
                  <TableColumnHeader><Width>8</Width></TableColumnHeader>
                  <TableColumnHeader><Label>N</Label><Width>5</Width></TableColumnHeader>
                  <TableColumnHeader><Label>Part</Label></TableColumnHeader>
                </TableHeaders>
                <TableRowEntries><TableRowEntry><Wrap /><TableColumnItems>
                  <TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem>
                  <TableColumnItem><PropertyName>Count</PropertyName></TableColumnItem>
                  <TableColumnItem><ScriptBlock>$_.Part.PartId</ScriptBlock></TableColumnItem>
                </TableColumnItems></TableRowEntry></TableRowEntries>
              </TableControl>
            </View>
            <View>
              <Name>ThingList</Name>
              <ViewSelectedBy><TypeName>PeeringTools.Cmdlet.Tests.Cmdlets.Thing</TypeName></ViewSelectedBy>
              <ListControl><ListEntries><ListEntry><ListItems>
                <ListItem><PropertyName>Id</PropertyName></ListItem>
                <ListItem><Label>Numbers</Label><ScriptBlock>$_.Part.Numbers</ScriptBlock></ListItem>
              </ListItems></ListEntry></ListEntries></ListControl>
            </View>
          </ViewDefinitions>
        </Configuration>
        """;

    private readonly string _file = Path.GetTempFileName();
    private readonly List<string> _lines = [];
    private readonly ObjectPrinter _printer;

    public ObjectPrinterTests()
    {
        File.WriteAllText(_file, Views);
        var views = new ViewTable();
        views.AddFile(_file);
        _printer = new ObjectPrinter(views, width: 30, _lines.Add);
    }

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_table_has_the_widths_and_columns_of_its_view()
    {
        Print(new Thing("thing-1", 1, "up"), new Thing("a-long-name", 22, "up"));
        Assert.Equal(
            ["", "Id           N Part", "--           - ----", "thing-1      1 part-of-thing-1", "a-long-n    22 part-of-a-long-", "ame            name", ""],
            _lines);
    }

    [Fact]
    public void Columns_without_a_view_are_sized_by_their_contents()
    {
        Print(Bag(("A", 1), ("Bee", "x")), Bag(("A", 1000), ("Bee", "yy")), Bag(("A", 1)));
        Assert.Equal(["", "   A Bee", "   - ---", "   1 x", "1000 yy", "   1", ""], _lines);
    }

    [Fact]
    public void Many_properties_make_a_list()
    {
        Print(Bag(("A", 1), ("Bb", true), ("C", null), ("D", new[] { 1, 2, 3, 4, 5 }), ("E", "a text that is too long for its line")));
        Assert.Equal(["", "A  : 1", "Bb : True", "C  :", "D  : {1, 2, 3, 4…}", "E  : a text that is too long", "     for its line", ""], _lines);
    }

    [Fact]
    public void Format_commands_choose_the_shape()
    {
        var test = new Binding.TestSession();
        test.Run("Get-Thing | Format-List; Get-Thing | Format-Table State, Id");
        test.Console.Objects.ForEach(_printer.Write);
        _printer.End();
        Assert.Equal(["", "Id      : thing-1", "Numbers : {1, 2}", "", "", "State Id", "----- --", "down  thing-1", ""], _lines);
    }

    [Fact]
    public void The_modules_own_views_are_read()
    {
        var views = new ViewTable();
        views.AddFile(Path.Combine(StagedModule.Directory, "PeeringTools.format.ps1xml"));
        var bag = Bag(("Text", "line 1\n  line 2"));
        bag.TypeNames.Insert(0, "PeeringTools.TgwApplianceConfiguration");
        var printer = new ObjectPrinter(views, width: 80, _lines.Add);
        printer.Write(bag);
        printer.End();
        Assert.Equal(["", "line 1", "  line 2"], _lines);
    }

    [Fact]
    public void Plain_values_are_text()
    {
        Print("a", 5, true, null, DayOfWeek.Monday);
        Assert.Equal(["a", "5", "True", "Monday"], _lines);
    }

    private static PSObject Bag(params (string Name, object? Value)[] properties)
    {
        var bag = new PSObject();
        foreach (var (name, value) in properties)
            bag.Properties.Add(new PSNoteProperty(name, value));
        return bag;
    }

    private void Print(params object?[] values)
    {
        Array.ForEach(values, _printer.Write);
        _printer.End();
    }
}
