BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $null = Start-PeeringSandbox -Path $ExampleNetwork
}

AfterAll {
    Stop-PeeringSandbox
}

Describe 'A table at 80 columns' {
    It 'shows what matters of <Name>, with no heading cut' -ForEach @(
        @{
            Name = 'a VPC peering'; Script = { New-VpcPeering vpc-0a1300000000000c3 vpc-0b2100000000000f1 -PeerOwnerId 444455556666 -PeerRegion eu-west-1 -WhatIf 6> $null }
            Headings = 'Id, State', 'Requester', 'Accepter'; Values = 'planned', 'vpc-0a1300000000000c3', '111122223333 eu-central-1', 'vpc-0b2100000000000f1', '444455556666 eu-west-1'
        }
        @{
            Name = 'BGP peers'; Script = { Get-DxVirtualInterface | Get-DxBgpPeer }
            Headings = 'BgpPeerId', 'VirtualInterfaceId', 'CustomerAsn', 'Family', 'State', 'BgpStatus'; Values = 'dxpeer-fgp1a003', '4200000010', 'ipv6', 'available', 'down'
        }
        @{
            Name = 'virtual interfaces'; Script = { Get-DxVirtualInterface }
            Headings = 'VirtualInterfaceId', 'Name', 'Type', 'State', 'Vlan', 'BgpStatus'; Values = 'campus-secondary', 'available', '102', '{up, down}'
        }
        @{
            Name = 'Connect peers'; Script = { Get-TgwConnectPeer }
            Headings = 'Id', 'State', 'BgpStatus', 'PeerAddress'; Values = 'tgw-connect-peer-0a11000000000ee01', 'available', '10.0.1.10'
        }
        @{
            Name = 'a planned authorization'; Script = { New-GameLiftPeeringAuthorization vpc-0a2100000000000d1 444455556666 -Region eu-west-1 -WhatIf 6> $null }
            Headings = 'PeerVpcId', 'VpcOwner', 'GameLiftOwner', 'State', 'ExpirationTime'; Values = 'vpc-0a2100000000000d1', '444455556666', 'planned'
        }
    ) {
        $lines = (& $Script | Out-String -Width 80) -split '\r?\n' | Where-Object { $_ }
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $lines[0].Trim() -split '\s{2,}|(?<!,)\s' | Should -Be $Headings
        foreach ($value in $Values) { "$lines" | Should -BeLike "*$value*" }
        $lines[1] | Should -Match '^[- ]+$' -Because 'headings take one line'
    }
}
