#!/usr/bin/env pwsh
#Requires -Version 7.4

<#
.SYNOPSIS
    Builds the module and stages it in output/PeeringTools/<version>/; with -Test, runs the Pester suite on the staged copy.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Configuration Release -Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Run the Pester suite too. It needs Pester 5.
    [switch] $Test
)

$ErrorActionPreference = 'Stop'

# The build compiles, makes Get-Help and stages: one target, the same for people without PowerShell.
dotnet build "$PSScriptRoot/src/PeeringTools/PeeringTools.csproj" -c $Configuration -nologo
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

if ($Test) {
    # A process of its own: an assembly once loaded would keep the next build from replacing it.
    $env:AWS_EC2_METADATA_DISABLED = 'true'
    & ([Environment]::ProcessPath) -NoProfile -NonInteractive -File "$PSScriptRoot/tests/Pester/Invoke-Suite.ps1"
    exit $LASTEXITCODE
}
