using PeeringTools.Cmdlet.Tests.Binding;
using PeeringTools.CmdletHost;

namespace PeeringTools.Cmdlet.Tests.Host;

public sealed class ParserTests
{
    /// <summary>A script, the construct that is named, and where it stands.</summary>
    public static TheoryData<string, string, int, int> NeedPowerShell => new()
    {
        { "if ($true) { 1 }", "'if'", 1, 1 },
        { "'a'\nforeach ($x in 1) { }", "'foreach'", 2, 1 },
        { "function f { }", "'function'", 1, 1 },
        { "try { } catch { }", "'try'", 1, 1 },
        { "Get-Process", "the command 'Get-Process'", 1, 1 },
        { "Get-Thing | Get-Process", "the command 'Get-Process'", 1, 13 },
        { "& Get-Thing", "the call operator &", 1, 1 },
        { ". ./x.ps1", "the call operator .", 1, 1 },
        { "$x = 1 + 2", "the operator +", 1, 8 },
        { "$x += 1", "the operator +=", 1, 4 },
        { "1..3", "the operator ..", 1, 2 },
        { "'a' -eq 'a'", "the operator -eq", 1, 5 },
        { "'a' -join ','", "the operator -join", 1, 5 },
        { "-not $true", "the operator -not", 1, 1 },
        { "Get-Thing | ForEach-Object { $_.Id }", "a script block for ForEach-Object", 1, 28 },
        { "Get-Thing | Where-Object { Get-Thing }", "a script block with commands", 1, 26 },
        { "$x = { 1 }", "a script block here", 1, 6 },
        { "[int]'5'", "a type in brackets", 1, 1 },
        { "'a'.ToUpper()", "the method call .ToUpper()", 1, 1 },
        { "$x.Name = 5", "an assignment to that", 1, 1 },
        { "$a, $b = 1, 2", "an assignment to that", 1, 1 },
        { "$x = @'\na\n'@", "a here-string", 1, 6 },
        { "Get-Thing > out.txt", "a redirection", 1, 11 },
        { "Get-Thing 2>$null", "a redirection", 1, 11 },
        { "Get-Thing && Get-Thing", "'&&'", 1, 11 },
        { "Get-Thing &", "'&'", 1, 11 },
        { "Import-Module Pester", "the module 'Pester'", 1, 15 },
        { "ConvertTo-SecureString abc", "ConvertTo-SecureString without -AsPlainText", 1, 1 },
        { "Read-Host", "Read-Host without -AsSecureString", 1, 1 },
        { "$using:x", "$using:", 1, 1 },
        { "Get-Thing -- x", "'--'", 1, 11 },
    };

    /// <summary>A script that is malformed, and where.</summary>
    public static TheoryData<string, int, int> Malformed => new()
    {
        { "'abc", 1, 1 },
        { "\"abc", 1, 1 },
        { "(1", 1, 3 },
        { "@(1, 2", 1, 7 },
        { "@{ a = 1", 1, 9 },
        { "@{ a }", 1, 6 },
        { "Get-Thing |", 1, 12 },
        { "Get-Thing )", 1, 11 },
        { "'a' 'b'", 1, 5 },
        { "<# never closed", 1, 1 },
        { "\n\n  \"a$x: b\"", 3, 8 },
        { "Get-Thing -Count:", 1, 18 },
    };

    [Theory]
    [MemberData(nameof(NeedPowerShell))]
    public void What_is_outside_the_language_is_named_with_its_place(string script, string construct, int line, int column)
    {
        var error = Assert.Throws<ScriptParseException>(() => new TestSession().Session.Parse(script, path: null));
        Assert.Equal(($"needs PowerShell: {construct}", line, column), (error.Message, error.Line, error.Column));
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void What_is_malformed_is_refused_with_its_place(string script, int line, int column)
    {
        var error = Assert.Throws<ScriptParseException>(() => new TestSession().Session.Parse(script, path: null));
        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void Nothing_runs_before_all_is_read()
    {
        var test = new TestSession();
        Assert.Throws<ScriptParseException>(() => test.Run("Write-Output first\nGet-Process"));
        Assert.Empty(test.Console.Objects);
    }

    [Theory]
    [InlineData("Get-Thing `\n  2 |\n  Select-Object -First 1 | # a comment\n  ForEach-Object Id")]
    [InlineData("Get-Thing 2 <# inside #> | Select-Object -First 1\n  | ForEach-Object Id # end")]
    [InlineData("#Requires -Version 7.4\nImport-Module PeeringTools\nImport-Module ./PeeringTools.psd1 -Force\n$p = @{\n  # first\n  Count = 1\n}\nGet-Thing @p | % Id;")]
    [InlineData("\uFEFFTestModule\\Get-Thing 1 | ForEach-Object Id\r\n\r\n")]
    public void Line_ends_comments_and_imports_are_read_as_PowerShell_reads_them(string script)
    {
        var test = new TestSession();
        Assert.Equal(ScriptResult.Completed, test.Run(script));
        Assert.Equal(["thing-1"], test.Console.Objects);
    }

    [Fact]
    public void PSScriptRoot_is_the_scripts_folder()
    {
        var test = new TestSession();
        test.Session.Run(test.Session.Parse("\"$PSScriptRoot/data\"", "/some/folder/script.ps1"));
        Assert.Equal(["/some/folder/data"], test.Console.Objects);
    }
}
