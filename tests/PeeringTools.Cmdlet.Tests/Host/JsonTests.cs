using System.Management.Automation;
using System.Security;
using PeeringTools.Cmdlet.Tests.Cmdlets;
using PeeringTools.CmdletHost.Formatting;

namespace PeeringTools.Cmdlet.Tests.Host;

public sealed class JsonTests
{
    [Fact]
    public void An_object_is_one_line_of_its_properties() => Assert.Equal(
        """{"Id":"t","Count":3,"State":"up","Part":{"PartId":"part-of-t","Numbers":[3,4]}}""",
        JsonText.LineOf(new Thing("t", 3, "up")));

    [Fact]
    public void Enums_are_names_times_are_ISO_and_secrets_are_left_out()
    {
        var bag = new PSObject();
        bag.Properties.Add(new PSNoteProperty("Day", DayOfWeek.Monday));
        bag.Properties.Add(new PSNoteProperty("When", new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)));
        bag.Properties.Add(new PSNoteProperty("Key", new SecureString()));
        bag.Properties.Add(new PSNoteProperty("Text", "ä\n\"<"));
        Assert.Equal("""{"Day":"Monday","When":"2024-01-02T03:04:05Z","Text":"ä\n\"<"}""", JsonText.LineOf(bag));
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        const string Line = """{"A":1,"B":4294967296,"C":1.5,"D":[{"E":"x"},null,true],"F":{"G":"y"}}""";
        var read = Assert.Single(JsonInput.Read(new StringReader($"\n{Line}\n\n"), TestContext.Current.CancellationToken));
        Assert.Equal(Line, JsonText.LineOf(read));
    }

    [Fact]
    public void A_line_that_is_no_JSON_is_named()
    {
        var error = Assert.Throws<InvalidDataException>(() => JsonInput.Read(new StringReader("{\"A\":1}\nnope\n"), TestContext.Current.CancellationToken).ToList());
        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }
}
