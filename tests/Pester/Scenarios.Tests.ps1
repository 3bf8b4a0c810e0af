# The files of tests/Scenarios in PowerShell; ScenarioTests.cs runs the same ones in the Host.
BeforeDiscovery {
    $scenarios = Get-ChildItem "$PSScriptRoot/../Scenarios" -Recurse -Filter *.ps1 |
        ForEach-Object { @{ Name = "$($_.Directory.Name)/$($_.BaseName)"; File = $_.FullName; Area = $_.Directory.Name } }
}

BeforeAll {
    . $PSScriptRoot/Suite.ps1
    $tests = "$RepositoryRoot/tests/PeeringTools.Cmdlet.Tests"

    # Ids that the sandbox made have 17 digits, those of the network 8.
    function Get-Settled($Lines) { @($Lines) -replace '-[0-9a-f]{17}\b', '-*' -join "`n" }
}

AfterAll {
    Import-Module $StagedManifest
    Stop-PeeringSandbox
}

Describe 'A scenario' {
    It 'comes to what is expected: <Name>' -ForEach $scenarios {
        $start = "Start-PeeringSandbox -Path '$tests/$Area/network' | Out-Null`n"
        $lines = Join-Path $TestDrive 'lines.json'
        ConvertTo-Json @($start + (Get-Content -Raw -LiteralPath $File)) | Set-Content $lines
        $result = (& "$tests/Binding/run-cases.ps1" -Module $StagedManifest -Lines $lines | ConvertFrom-Json)[0]
        $expected = Get-Content -Raw ($File -replace '\.ps1$', '.json') | ConvertFrom-Json
        foreach ($stream in 'out', 'errors', 'warnings') {
            Get-Settled $result.$stream | Should -Be (@($expected.$stream) -join "`n") -Because "that is its $stream"
        }
    }
}
