# What the test files share. Dot-source it in BeforeDiscovery or BeforeAll.
$RepositoryRoot = (Resolve-Path "$PSScriptRoot/../..").Path
$Version = (Import-PowerShellDataFile "$RepositoryRoot/PeeringTools.psd1").ModuleVersion
$StagedFolder = Join-Path $RepositoryRoot 'output' 'PeeringTools' $Version
$StagedManifest = Join-Path $StagedFolder 'PeeringTools.psd1'
$RootManifest = Join-Path $RepositoryRoot 'PeeringTools.psd1'
$ExampleNetwork = Join-Path $RepositoryRoot 'examples' 'hybrid-network'

# Pester makes every error terminating; here errors are what is looked at.
$ErrorActionPreference = 'Continue'

# No setting of the machine, and no credentials of its user, take part in a test.
$env:AWS_EC2_METADATA_DISABLED = 'true'
$env:AWS_SHARED_CREDENTIALS_FILE = Join-Path ([IO.Path]::GetTempPath()) 'peeringtools-no-credentials'
$env:AWS_CONFIG_FILE = Join-Path ([IO.Path]::GetTempPath()) 'peeringtools-no-config'
foreach ($name in 'AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL') {
    Remove-Item "env:$name" -ErrorAction Ignore
}

# Runs a script block in a process of its own and gives back what it emits.
function Invoke-InNewProcess([scriptblock] $Script, [object[]] $Arguments) {
    & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $Script -args $Arguments
}

# The ids of errors, without the class that PowerShell adds.
function Get-ErrorId($Records) {
    foreach ($record in $Records) { ($record.FullyQualifiedErrorId -split ',')[0] }
}
