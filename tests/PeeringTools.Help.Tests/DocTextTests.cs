using System.Xml.Linq;

namespace PeeringTools.Help.Tests;

public sealed class DocTextTests
{
    [Theory]
    [InlineData("<summary>\n  A   <c>vpc-</c> id.\n  See <see cref=\"T:PeeringTools.VpcPeering\" />.</summary>", "A `vpc-` id. See `VpcPeering`.", "A vpc- id. See VpcPeering.")]
    [InlineData("<summary>One.<para>Two.</para></summary>", "One. Two.", "One. Two.")]
    public void Reads_the_compilers_documentation(string xml, string markdown, string plain)
    {
        var text = DocText.Of(XElement.Parse(xml, LoadOptions.PreserveWhitespace));
        Assert.Equal(markdown, text.Markdown);
        Assert.Equal(plain, text.Plain);
    }

    [Theory]
    [InlineData("The Region. Default: the one you work in.", "the one you work in")]
    [InlineData("Default: `169.254.0.0/16`; else nothing.", "169.254.0.0/16")]
    [InlineData("Default: all", "all")]
    [InlineData("Nothing is said.", null)]
    public void Finds_the_default_in_the_words(string markdown, string? value) => Assert.Equal(value, new DocText(markdown).Default);

    [Theory]
    [InlineData("[a page](b.md) and **bold** `code`", "a page (b.md) and bold code")]
    [InlineData("169.254.*.* stays", "169.254.*.* stays")]
    public void Takes_the_marks_away(string markdown, string plain) => Assert.Equal(plain, DocText.PlainOf(markdown));
}
