using System.Diagnostics;

namespace PeeringTools.Benchmarks;

/// <summary>
/// Import-Module of this module beside that of a binary module with one empty cmdlet, where PowerShell is; and beside the same with one view and one type,
/// because PowerShell builds all its views anew for the first view of a module, and that time is no module's own.
/// </summary>
internal static class ModuleImport
{
    private const string Measure = """
        $ErrorActionPreference = 'Stop'
        function Get-Median([string]$path) {
            $times = foreach ($i in 1..11) { [double](& (Get-Process -Id $PID).Path -NoProfile -Command "(Measure-Command { Import-Module '$path' }).TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)") }
            ($times | Sort-Object)[5]
        }
        $folder = Join-Path ([IO.Path]::GetTempPath()) "empty-module-$PID"
        $null = New-Item -ItemType Directory -Path $folder
        try {
            Add-Type -OutputAssembly (Join-Path $folder EmptyModule.dll) -TypeDefinition 'using System.Management.Automation; [Cmdlet("Get", "Nothing")] public class GetNothingCommand : PSCmdlet { }'
            Set-Content (Join-Path $folder EmptyModule.psd1) "@{ RootModule = 'EmptyModule.dll'; ModuleVersion = '1.0'; CmdletsToExport = @('Get-Nothing') }"
            Set-Content (Join-Path $folder Viewed.psd1) "@{ RootModule = 'EmptyModule.dll'; ModuleVersion = '1.0'; CmdletsToExport = @('Get-Nothing'); FormatsToProcess = 'One.format.ps1xml'; TypesToProcess = 'One.types.ps1xml' }"
            Set-Content (Join-Path $folder One.format.ps1xml) '<Configuration><ViewDefinitions><View><Name>One</Name><ViewSelectedBy><TypeName>One</TypeName></ViewSelectedBy><TableControl><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>'
            Set-Content (Join-Path $folder One.types.ps1xml) '<Types><Type><Name>One</Name><Members><NoteProperty><Name>Two</Name><Value>2</Value></NoteProperty></Members></Type></Types>'
            $empty = Get-Median (Join-Path $folder EmptyModule.psd1)
            $viewed = Get-Median (Join-Path $folder Viewed.psd1)
            $ours = Get-Median '$MODULE'
            [string]::Format([cultureinfo]::InvariantCulture, 'empty module {0:0} ms, with one view and one type {1:0} ms, PeeringTools {2:0} ms; ratios {3:0.0} and {4:0.0} (medians of 11)', $empty, $viewed, $ours, $ours / $empty, $ours / $viewed)
        } finally { Remove-Item $folder -Recurse -Force }
        """;

    public static async Task<int> RunAsync()
    {
        if (Timing.Find("pwsh") is not { } pwsh)
        {
            await Console.Error.WriteLineAsync("Not measured: PowerShell ('pwsh') is not on this machine.");
            return 1;
        }

        using var process = Process.Start(new ProcessStartInfo(
            pwsh, ["-NoProfile", "-Command", Measure.Replace("$MODULE", Surroundings.Manifest, StringComparison.Ordinal)]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
