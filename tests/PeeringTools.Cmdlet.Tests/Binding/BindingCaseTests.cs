namespace PeeringTools.Cmdlet.Tests.Binding;

public sealed class BindingCaseTests
{
    public static TheoryData<string> Lines => [.. BindingCase.ByLine.Keys];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Host_binds_as_the_case_says(string line) =>
        Assert.Equal(BindingCase.ByLine[line].Expected.ToString(), new TestSession().RunCase(line).ToString());

    [Fact]
    public async Task PowerShell_binds_as_the_cases_say()
    {
        var cases = BindingCase.ByLine.Values.ToArray();
        var results = await PowerShell.RunAsync(cases.Select(each => each.Line));
        var differences = cases.Zip(results)
            .Where(pair => pair.First.Expected.ToString() != pair.Second.ToString())
            .Select(pair => $"{pair.First.Line}\nexpected\n{pair.First.Expected}\nPowerShell\n{pair.Second}");
        Assert.Equal(string.Empty, string.Join("\n\n", differences));
    }
}
