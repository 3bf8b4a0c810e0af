# Runs each line of a JSON array in a runspace of its own, with a module of cmdlets, and prints as JSON what came out of it.
param([string] $Module, [string] $Lines)

$records = foreach ($line in Get-Content -Raw -LiteralPath $Lines | ConvertFrom-Json) {
    $shell = [powershell]::Create()
    $null = $shell.AddCommand('Import-Module').AddArgument($Module).Invoke()
    $shell.Commands.Clear()
    $null = $shell.AddScript($line)
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $ended = @()
    try {
        $shell.Invoke($null, $output)
    }
    catch {
        # The method call's own exception wraps the script's.
        $exception = $_.Exception.InnerException
        $ended = @($exception.ErrorRecord.FullyQualifiedErrorId)
    }

    [ordered]@{
        out      = @($output | ForEach-Object { if ($null -eq $_) { 'null' } else { "$_" } })
        errors   = @($shell.Streams.Error | ForEach-Object FullyQualifiedErrorId) + $ended
        warnings = @($shell.Streams.Warning | ForEach-Object Message)
        verbose  = @($shell.Streams.Verbose | ForEach-Object Message)
    }
    $shell.Dispose()
}

ConvertTo-Json -InputObject @($records) -Depth 3
