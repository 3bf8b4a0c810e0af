BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
}

Describe 'The five jobs' {
    BeforeAll {
        $sandbox = Start-PeeringSandbox -Path $ExampleNetwork
    }

    AfterAll {
        Stop-PeeringSandbox
    }

    It 'start on the network of the folder' {
        $sandbox.Accounts.AccountId | Should -Be '111122223333', '444455556666'
        $sandbox.Region | Should -Be 'eu-central-1'
    }

    It 'New-VpcPeering requests a peering across accounts and Regions' {
        $peering = New-VpcPeering vpc-0a1100000000000c1 vpc-0b1100000000000e1 -PeerOwnerId 444455556666 -PeerRegion eu-west-1 -Tag @{ Name = 'hub-to-games' }
        $peering.State | Should -BeIn 'initiating-request', 'pending-acceptance'
        Step-PeeringSandboxClock -Minutes 1
        $read = Get-VpcPeering $peering.VpcPeeringConnectionId
        $read.State | Should -Be 'pending-acceptance'
        "$($read.Tags)" | Should -Be 'Name=hub-to-games'
        $asPartner = Get-VpcPeering -ProfileName partner -Region eu-west-1
        $asPartner.VpcPeeringConnectionId | Should -Be $peering.VpcPeeringConnectionId
        $asPartner.Tags | Should -BeNullOrEmpty
    }

    It 'New-TgwConnectPeer makes a peer with two BGP sessions and a 4-byte AS number' {
        $peer = New-TgwConnectPeer tgw-attach-0a11000000000cc01 10.0.1.11 169.254.10.0/29 -PeerAsn 4200000011
        $peer.PeerAsn | Should -Be 4200000011
        $peer.BgpConfigurations.Count | Should -Be 2
        $peer.BgpConfigurations.TransitGatewayAddress | Should -Be '169.254.10.2', '169.254.10.3'
        @(Get-TgwConnectPeer -TransitGatewayAttachmentId tgw-attach-0a11000000000cc01).Count | Should -Be 2
    }

    It 'Add-DxBgpPeer adds an IPv6 peer' {
        $peer = Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6
        $peer.AddressFamily | Should -Be 'ipv6'
        $peer.AmazonAddress | Should -Match '/125$'
        @(Get-DxBgpPeer dxvif-fgc1a001).Count | Should -Be 2
    }

    It 'Remove-DxBgpPeer removes exactly the chosen peer' {
        Get-DxVirtualInterface dxvif-fgc1a002 | Get-DxBgpPeer | Where-Object BgpStatus -EQ 'down' | Remove-DxBgpPeer -Confirm:$false
        Step-PeeringSandboxClock -Minutes 1
        (Get-DxBgpPeer dxvif-fgc1a002).BgpPeerId | Should -Be 'dxpeer-fgp1a002'
    }

    It 'New-GameLiftPeeringAuthorization authorizes for 24 hours' {
        $authorization = New-GameLiftPeeringAuthorization vpc-0a2100000000000d1 444455556666 -Region eu-west-1
        ($authorization.ExpirationTime - $authorization.CreationTime).TotalHours | Should -Be 24
        Get-GameLiftPeeringAuthorization -Region eu-west-1 | Should -Not -BeNullOrEmpty
        Step-PeeringSandboxClock -Hours 25
        Get-GameLiftPeeringAuthorization -Region eu-west-1 | Should -BeNullOrEmpty
    }

    It 'come back from a saved state' {
        $before = Get-VpcPeering | ConvertTo-Json -Depth 5
        $before | Should -Not -BeNullOrEmpty
        Save-PeeringSandbox (Join-Path $TestDrive 'state.json')
        $null = Start-PeeringSandbox
        Get-VpcPeering -Region eu-central-1 -AccessKey 111122223333 -SecretKey (ConvertTo-SecureString x -AsPlainText) | Should -BeNullOrEmpty
        $null = Restore-PeeringSandbox (Join-Path $TestDrive 'state.json')
        Get-VpcPeering | ConvertTo-Json -Depth 5 | Should -Be $before
    }
}

Describe 'The example script' {
    It 'runs unedited, with exactly the errors it means to show' {
        $null = Start-PeeringSandbox -Path $ExampleNetwork
        $failures = @()
        $out = & $RepositoryRoot/examples/hybrid-network.ps1 6> $null 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $failures += $_ } else { $_ } }
        Get-ErrorId $failures | Should -Be 'UnauthorizedOperation', 'InsideCidrReserved', 'DirectConnectClientException'
        $out | Where-Object { $_ -is [PeeringTools.VpcPeering] } | Should -Not -BeNullOrEmpty
        Stop-PeeringSandbox
    }
}
