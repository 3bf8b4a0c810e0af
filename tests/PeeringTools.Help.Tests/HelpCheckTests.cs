namespace PeeringTools.Help.Tests;

public sealed class HelpCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("peeringtools-help-").FullName;

    public HelpCheckTests()
    {
        foreach (var page in Directory.EnumerateFiles(Sources.Pages, "*.md"))
            File.Copy(page, In(Path.GetFileName(page)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_pages_are_complete_and_fresh() => Assert.Empty(Problems());

    [Fact]
    public void A_cmdlet_without_a_page_is_found()
    {
        File.Delete(In("New-VpcPeering.md"));
        Assert.Contains("New-VpcPeering has no page", Assert.Single(NewProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_cmdlet_is_found()
    {
        File.Copy(In("New-VpcPeering.md"), In("New-Nothing.md"));
        Assert.Equal("New-Nothing.md is about no cmdlet of the module.", Assert.Single(NewProblems()));
    }

    [Theory]
    [InlineData("| Type | String |", "| Type | Int32 |", "generated part is stale")]
    [InlineData("-Tag @{", "-None @{", "-Tag is in no example")]
    [InlineData("### PeeringTools.DryRunResult", "### PeeringTools.Other", "OUTPUTS doesn't tell of PeeringTools.DryRunResult")]
    [InlineData("# New-VpcPeering", "# Something", "first line isn't its name")]
    [InlineData("## SYNOPSIS", "## OTHER", "SYNOPSIS is empty")]
    [InlineData("## DESCRIPTION", "## OTHER", "DESCRIPTION is empty")]
    [InlineData("## RELATED LINKS", "## OTHER", "RELATED LINKS is empty")]
    [InlineData("`-DryRun` asks the same question and answers with an object instead of text.", "", "lacks code or words")]
    public void A_flaw_in_a_page_is_found(string was, string becomes, string problem)
    {
        Edit("New-VpcPeering.md", was, becomes);
        Assert.Contains(NewProblems(), p => p.StartsWith("New-VpcPeering: ", StringComparison.Ordinal) && p.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shared_parameter_must_be_in_the_examples_of_the_topic_about_sessions()
    {
        Edit("about_PeeringSessions.md", "-SessionToken", "-None");
        Assert.Contains("Get-VpcPeering: -SessionToken is in no example.", NewProblems());
    }

    [Fact]
    public void A_topic_that_lists_with_an_empty_line_is_found()
    {
        Edit("about_PeeringErrors.md", "## Short description\n\n", "## Short description\n\n\n");
        Assert.Contains("about_PeeringErrors.md", Assert.Single(NewProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Updating_mends_a_stale_part_and_makes_a_missing_page()
    {
        Edit("New-VpcPeering.md", "| Type | String |", "| Type | Int32 |");
        File.Delete(In("Get-VpcPeering.md"));
        var changed = Sources.Load(_folder).Update().ToList();
        Assert.Contains("Get-VpcPeering", changed);
        Assert.Contains("New-VpcPeering", changed);
        Assert.Equal(File.ReadAllText(Path.Combine(Sources.Pages, "New-VpcPeering.md")), File.ReadAllText(In("New-VpcPeering.md")));
        Assert.Contains("### -VpcPeeringConnectionId", File.ReadAllText(In("Get-VpcPeering.md")), StringComparison.Ordinal);
        Assert.Empty(Sources.Load(_folder).Update());
    }

    private string In(string name) => Path.Combine(_folder, name);

    private List<string> Problems() => [.. HelpCheck.Problems(Sources.Load(_folder))];

    // What a change to the pages brings, whatever else they lack.
    private List<string> NewProblems() => [.. Problems().Except(HelpCheck.Problems(Sources.Load(Sources.Pages)), StringComparer.Ordinal)];

    private void Edit(string name, string was, string becomes)
    {
        var text = File.ReadAllText(In(name));
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(In(name), text.Replace(was, becomes, StringComparison.Ordinal));
    }
}
