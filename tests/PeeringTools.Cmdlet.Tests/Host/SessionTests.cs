using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.Cmdlet.Tests.Cmdlets;
using PeeringTools.CmdletHost;

namespace PeeringTools.Cmdlet.Tests.Host;

public sealed class SessionTests
{
    private const int Yes = 0;
    private const int YesToAll = 1;
    private const int No = 2;
    private const int NoToAll = 3;
    private const int Halt = 4;

    [Theory]
    [InlineData("Remove-Thing t-1 -WhatIf", "What if: Performing the operation \"Remove\" on target \"t-1\".", "t-1 kept WhatIf")]
    [InlineData("Set-Thing t-1 -WhatIf", "What if: Performing the operation \"Set\" on target \"t-1\".", "t-1 left")]
    [InlineData("$WhatIfPreference = $true; Remove-Thing t-1 -Force", "What if: Performing the operation \"Remove\" on target \"t-1\".", "t-1 kept WhatIf")]
    [InlineData("Remove-Thing t-1 -WhatIf -Confirm", "What if: Performing the operation \"Remove\" on target \"t-1\".", "t-1 kept WhatIf")]
    public void WhatIf_says_what_would_happen(string script, string said, string emitted)
    {
        var test = new TestSession();
        Assert.Equal(ScriptResult.Completed, test.Run(script));
        Assert.Equal([said], test.Console.Said);
        Assert.Equal([emitted], test.Console.Objects);
    }

    [Fact]
    public void WhatIf_false_goes_before_the_preference()
    {
        var test = new TestSession();
        test.Run("$WhatIfPreference = $true; Remove-Thing t-1 -WhatIf:$false -Confirm:$false");
        Assert.Equal(["t-1 removed None"], test.Console.Objects);
    }

    [Theory]
    [InlineData("Remove-Thing t-1")]
    [InlineData("Set-Thing t-1 -Confirm")]
    [InlineData("$ConfirmPreference = 'Low'; Set-Thing t-1")]
    public void A_question_that_nobody_can_answer_ends_the_statement_and_names_the_way_out(string script)
    {
        var test = new TestSession();
        Assert.Equal(ScriptResult.Failed, test.Run(script));
        Assert.Contains("-Confirm:$false", Assert.Single(test.Console.Errors).ToString(), StringComparison.Ordinal);
        Assert.Empty(test.Console.Objects);
    }

    [Theory]
    [InlineData(new[] { Yes, No, Yes }, "thing-1 removed None|thing-2 kept None|thing-3 removed None", 3)]
    [InlineData(new[] { YesToAll }, "thing-1 removed None|thing-2 removed None|thing-3 removed None", 1)]
    [InlineData(new[] { No, NoToAll }, "thing-1 kept None|thing-2 kept None|thing-3 kept None", 2)]
    public void Answers_hold_for_one_or_for_all(int[] answers, string emitted, int questions)
    {
        var test = new TestSession();
        Array.ForEach(answers, test.Console.Answers.Enqueue);
        test.Run("Get-Thing 3 | Remove-Thing");
        Assert.Equal(emitted, string.Join('|', test.Console.Objects));
        Assert.Equal(questions, test.Console.Questions.Count);
    }

    [Fact]
    public void Halting_ends_the_script()
    {
        var test = new TestSession();
        test.Console.Answers.Enqueue(Halt);
        Assert.Equal(ScriptResult.Failed, test.Run("Get-Thing 3 | Remove-Thing; 'next'"));
        Assert.Empty(test.Console.Objects);
    }

    [Fact]
    public async Task Stop_ends_a_cmdlet_that_waits()
    {
        var test = new TestSession();
        WaitForeverCommand.Waiting.Reset();
        var run = Task.Run(() => test.Run("Wait-Forever; 'next'"));
        Assert.True(WaitForeverCommand.Waiting.Wait(TimeSpan.FromSeconds(30)));
        test.Session.Stop();
        Assert.Equal(ScriptResult.Stopped, await run.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Empty(test.Console.Objects);
        Assert.Empty(test.Console.Errors);
    }

    [Fact]
    public void Input_enters_the_first_pipeline_only()
    {
        var test = new TestSession();
        test.Run("Test-Pipe; Test-Pipe", [1, 2]);
        Assert.Equal(["__AllParameterSets Value=Int32(1)", "__AllParameterSets Value=Int32(2)", "__AllParameterSets"], test.Console.Objects);
    }

    [Fact]
    public void Empty_input_is_none()
    {
        var test = new TestSession();
        test.Run("Test-Pipe", []);
        Assert.Equal(["__AllParameterSets"], test.Console.Objects);
    }

    [Fact]
    public void Input_is_read_as_it_is_taken()
    {
        var read = 0;
        IEnumerable<object?> Numbers()
        {
            while (true)
                yield return ++read;
        }

        var test = new TestSession();
        test.Run("Test-Pipe | Select-Object -First 2", Numbers());
        Assert.Equal(2, test.Console.Objects.Count);
        Assert.Equal(2, read);
    }

    [Fact]
    public void Cmdlets_are_disposed_however_their_pipeline_ends()
    {
        var before = TestFailureCommand.DisposedCount;
        new TestSession().Run("Test-Failure 1; 1 | Test-Failure -FailOn 1 -Throw; 1,2 | Test-Failure | Select-Object -First 1");
        Assert.Equal(before + 3, TestFailureCommand.DisposedCount);
    }

    [Fact]
    public void Errors_carry_their_position()
    {
        var test = new TestSession();
        test.Session.Run(test.Session.Parse("'first'\n  Test-Scalar -Count abc", "/some/script.ps1"));
        var call = Assert.Single(test.Console.Errors).InvocationInfo!;
        Assert.Equal(("/some/script.ps1", 2, 3, "  Test-Scalar -Count abc"), (call.ScriptName, call.ScriptLineNumber, call.OffsetInLine, call.Line));
    }

    [Fact]
    public void Progress_follows_its_preference()
    {
        var test = new TestSession();
        test.Run("Write-Stream; Write-Stream -ProgressAction SilentlyContinue; $ProgressPreference = 'Ignore'; Write-Stream");
        Assert.Equal(50, Assert.Single(test.Console.Progress).PercentComplete);
    }

    [Fact]
    public void Messages_follow_their_preferences()
    {
        var test = new TestSession();
        test.Run("Write-Stream -Debug; Write-Stream -InformationAction Continue; Write-Stream -InformationAction Ignore -InformationVariable i; $i.Count; Write-Host a b");
        Assert.Equal(["DEBUG: a trace", "a message", "a b"], test.Console.Said);
        Assert.Equal(0, test.Console.Objects[^1]);
    }
}
