@{
    RootModule             = 'output/PeeringTools/0.1.0/PeeringTools.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5b0d3a6e-6f5c-4c5e-9a57-0d6f6a0f7b41'
    Author                 = 'The PeeringTools authors'
    CompanyName            = 'PeeringTools'
    Copyright              = 'Copyright the PeeringTools authors. Licensed under Apache-2.0.'
    Description            = 'Create, inspect and remove AWS network peerings from the shell: Transit Gateway Connect peers, VPC peering, Direct Connect virtual interfaces and BGP peers, GameLift VPC peering. -WhatIf asks AWS; a sandbox on your machine rehearses the runbook.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('output/PeeringTools/0.1.0/PeeringTools.format.ps1xml')
    TypesToProcess         = @('output/PeeringTools/0.1.0/PeeringTools.types.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    # Commas, not lines: PowerShell reads the list as one constant then, which takes milliseconds off the import.
    CmdletsToExport        = @(
        'Add-DxBgpPeer',
        'Add-VpcPeeringRoute',
        'Approve-TgwPeering',
        'Approve-VpcPeering',
        'Connect-VpcPeering',
        'Deny-TgwPeering',
        'Deny-VpcPeering',
        'Get-DxBgpPeer',
        'Get-DxVirtualInterface',
        'Get-GameLiftPeeringAuthorization',
        'Get-PeeringSandbox',
        'Get-TgwConnect',
        'Get-TgwConnectPeer',
        'Get-TgwConnectPeerConfiguration',
        'Get-TgwPeering',
        'Get-VpcPeering',
        'Get-VpcPeeringRoute',
        'New-GameLiftPeeringAuthorization',
        'New-TgwConnect',
        'New-TgwConnectPeer',
        'New-TgwPeering',
        'New-VpcPeering',
        'Remove-DxBgpPeer',
        'Remove-TgwConnect',
        'Remove-TgwConnectPeer',
        'Remove-TgwPeering',
        'Remove-VpcPeering',
        'Remove-VpcPeeringRoute',
        'Restore-PeeringSandbox',
        'Save-PeeringSandbox',
        'Set-VpcPeeringOption',
        'Start-PeeringSandbox',
        'Step-PeeringSandboxClock',
        'Stop-PeeringSandbox',
        'Test-VpcPeering',
        'Wait-TgwConnectPeer',
        'Wait-TgwPeering',
        'Wait-VpcPeering'
    )
    PrivateData            = @{
        PSData = @{
            Tags       = @('AWS', 'Networking', 'VPC', 'TransitGateway', 'DirectConnect', 'GameLift', 'BGP', 'Peering')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
