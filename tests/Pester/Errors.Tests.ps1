BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $null = Start-PeeringSandbox -Path $ExampleNetwork
    $good = 'dxvif-fgc1a001', 'dxvif-fgc1a002'
}

AfterAll {
    Stop-PeeringSandbox
}

Describe 'A failed item' {
    It 'does not stop the others' {
        $read = $good[0], 'dxvif-zzzzzzzz', $good[1] | Get-DxVirtualInterface -ErrorAction SilentlyContinue -ErrorVariable failed
        $read.VirtualInterfaceId | Should -Be $good
        $failed.Count | Should -Be 1
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failed[0].TargetObject | Should -Be 'dxvif-zzzzzzzz'
    }

    It 'is an error record with id, category, target, advice and our own exception' {
        Get-DxBgpPeer $good[0] dxpeer-zzzzzzzz -ErrorAction SilentlyContinue -ErrorVariable failed
        $record = $failed[0]
        $record.FullyQualifiedErrorId | Should -Be 'BgpPeerNotFound,PeeringTools.Cmdlets.DirectConnect.GetDxBgpPeerCommand'
        $record.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $record.TargetObject | Should -Be 'dxpeer-zzzzzzzz'
        $record.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $record.Exception | Should -BeOfType PeeringTools.PeeringException
    }

    It 'carries AWS''s code, status and request id' {
        New-VpcPeering vpc-0123456789abcdef0 vpc-0a1100000000000c1 -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].Exception.AwsErrorCode | Should -Be 'InvalidVpcID.NotFound'
        $failed[0].Exception.HttpStatus | Should -Be 400
        $failed[0].Exception.RequestId | Should -Not -BeNullOrEmpty
    }

    It 'ends the pipeline with -ErrorAction Stop, and only then' {
        $seen = [Collections.Generic.List[string]]::new()
        { $good[0], 'dxvif-zzzzzzzz', $good[1] | Get-DxVirtualInterface -ErrorAction Stop | ForEach-Object { $seen.Add($_.VirtualInterfaceId) } } |
            Should -Throw -ErrorId '*GetDxVirtualInterfaceCommand'
        $seen | Should -Be $good[0]
    }

    It 'is silent with -ErrorAction Ignore, and stays off $Error' {
        $Error.Clear()
        'dxvif-zzzzzzzz' | Get-DxVirtualInterface -ErrorAction Ignore
        $Error.Count | Should -Be 0
    }

    It 'adds to a variable with +name' {
        $failed = @()
        'dxvif-zzzzzzzz' | Get-DxVirtualInterface -ErrorAction SilentlyContinue -ErrorVariable failed
        'dxvif-yyyyyyyy' | Get-DxVirtualInterface -ErrorAction SilentlyContinue -ErrorVariable +failed
        $failed.TargetObject | Should -Be 'dxvif-zzzzzzzz', 'dxvif-yyyyyyyy'
    }
}

Describe 'A broken rule' {
    It 'has its own id and category, and a message with value and range: <Id>' -ForEach @(
        @{ Id = 'VpcIdMalformed'; Script = { New-VpcPeering vpc-xyz vpc-0a1100000000000c1 }; Says = 'vpc-xyz' }
        @{ Id = 'VpcPeeringSameVpc'; Script = { New-VpcPeering vpc-0a1100000000000c1 vpc-0a1100000000000c1 }; Says = 'vpc-0a1100000000000c1' }
        @{ Id = 'AccountIdMalformed'; Script = { New-VpcPeering vpc-0a1100000000000c1 vpc-0b1100000000000e1 -PeerOwnerId 44445555666 }; Says = '12' }
        @{ Id = 'InsideCidrReserved'; Script = { New-TgwConnectPeer tgw-attach-0a11000000000cc01 10.0.1.12 169.254.5.0/29 }; Says = '169.254.5.0/29' }
        @{ Id = 'InsideCidrNotAligned'; Script = { New-TgwConnectPeer tgw-attach-0a11000000000cc01 10.0.1.12 169.254.10.4/29 }; Says = '169.254.10.0/29' }
        @{ Id = 'AsnOutOfRange'; Script = { Add-DxBgpPeer dxvif-fgc1a001 4294967295 }; Says = '4294967294' }
        @{ Id = 'TagKeyReserved'; Script = { New-VpcPeering vpc-0a1100000000000c1 vpc-0b1100000000000e1 -Tag @{ 'AWS:x' = 'y' } }; Says = 'aws:' }
        @{ Id = 'DxVirtualInterfaceIdMissing'; Script = { '' | Get-DxVirtualInterface }; Says = 'dxvif-' }
        @{ Id = 'RegionMalformed'; Script = { Get-VpcPeering -Region 'not a region' }; Says = 'not a region' }
    ) {
        & $Script 2> $null
        $Error[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $Error[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $Error[0].ErrorDetails.Message | Should -BeLike "*$Says*"
    }
}

Describe 'The last BGP peer' {
    It 'is not removed, and the refusal arrives' {
        Remove-DxBgpPeer dxvif-fgc1a001 dxpeer-fgp1a001 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused[0].Exception.Message | Should -BeLike '*last BGP Peer*'
        $refused[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        @(Get-DxBgpPeer dxvif-fgc1a001).Count | Should -Be 1
    }
}

Describe 'No peer named' {
    It 'is an error, never a guess' {
        { Get-DxVirtualInterface dxvif-fgc1a001 | Remove-DxBgpPeer -Confirm:$false -ErrorAction Stop } | Should -Throw
        @(Get-DxBgpPeer dxvif-fgc1a001).Count | Should -Be 1
    }
}

Describe 'A missing Region or credential' {
    It 'is told at once: <Id>' -ForEach @(
        @{ Id = 'RegionMissing'; Region = $null; Category = 'InvalidArgument' }
        @{ Id = 'CredentialsMissing'; Region = 'eu-west-1'; Category = 'AuthenticationError' }
    ) {
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $given = @{ Live = $true }
        if ($Region) { $given.Region = $Region }
        Get-VpcPeering @given -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-ErrorId $failed | Should -Be $Id
        $failed[0].CategoryInfo.Category | Should -Be $Category
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 3
    }
}

Describe 'The streams' {
    It 'tell of a call before what came of it' {
        $all = Get-TgwConnectPeer -Verbose 4>&1
        $all[0] | Should -BeOfType System.Management.Automation.VerboseRecord
        $all[0].Message | Should -BeLike '*DescribeTransitGatewayConnectPeers*'
        $all[1] | Should -BeOfType PeeringTools.TgwConnectPeer
    }

    It 'tell of each item what is wrong with the session' {
        Get-VpcPeering pcx-00000001, pcx-00000002 -ProfileName nobody -ErrorAction SilentlyContinue -ErrorVariable told
        $told.TargetObject | Should -Be 'pcx-00000001', 'pcx-00000002'
        $told[0].TargetObject | Should -BeOfType string
    }
}
