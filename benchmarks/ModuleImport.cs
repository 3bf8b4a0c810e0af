using System.Diagnostics;

namespace PeeringTools.Benchmarks;

/// <summary>Import-Module of this module beside that of a binary module with one empty cmdlet, where PowerShell is.</summary>
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
            $empty = Get-Median (Join-Path $folder EmptyModule.psd1)
            $ours = Get-Median '$MODULE'
            [string]::Format([cultureinfo]::InvariantCulture, 'empty module {0:0} ms, PeeringTools {1:0} ms, ratio {2:0.00} (medians of 11)', $empty, $ours, $ours / $empty)
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
