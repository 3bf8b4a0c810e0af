BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $hub = 'vpc-0a1300000000000c3'
    $backup = 'vpc-0a2100000000000d1'
}

Describe '-WhatIf' {
    BeforeEach {
        $null = Start-PeeringSandbox -Path $ExampleNetwork
    }

    AfterAll {
        if (Get-PeeringSandbox) { Stop-PeeringSandbox }
    }

    It 'asks AWS, changes nothing and emits a planned record' {
        $planned = New-VpcPeering $hub $backup -PeerRegion eu-west-1 -WhatIf -InformationVariable told -InformationAction SilentlyContinue
        $planned.State | Should -Be 'planned'
        $planned.VpcPeeringConnectionId | Should -BeLike 'pcx-planned-*'
        $planned.Sandbox | Should -BeTrue
        $answer = $told | Where-Object { $_.Tags -contains 'PeeringTools.WhatIf' }
        $answer.MessageData | Should -BeLike 'Sandbox: CreateVpcPeeringConnection: AWS would allow it.*request id*'
        Get-VpcPeering | Should -BeNullOrEmpty
    }

    It 'is heeded when the caller sets $WhatIfPreference' {
        $planned = & { $WhatIfPreference = $true; New-VpcPeering $hub $backup -PeerRegion eu-west-1 6> $null }
        $planned.State | Should -Be 'planned'
        Get-VpcPeering | Should -BeNullOrEmpty
    }

    It 'is heeded when a calling function has it' {
        function Connect-Everything {
            [CmdletBinding(SupportsShouldProcess)]
            param()
            New-VpcPeering $hub $backup -PeerRegion eu-west-1 6> $null
        }

        (Connect-Everything -WhatIf).State | Should -Be 'planned'
        Get-VpcPeering | Should -BeNullOrEmpty
        (Connect-Everything).State | Should -Not -Be 'planned'
        Get-VpcPeering | Should -Not -BeNullOrEmpty
    }

    It 'gives the error of the real call when AWS would refuse' {
        New-VpcPeering vpc-0b2100000000000f1 vpc-0a1100000000000c1 -PeerOwnerId 111122223333 -ProfileName studio -WhatIf -ErrorAction SilentlyContinue -ErrorVariable refused |
            Should -BeNullOrEmpty
        Get-ErrorId $refused | Should -Be 'UnauthorizedOperation'
        $refused[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
    }

    It 'reads on Direct Connect, where AWS has no dry run' {
        Remove-DxBgpPeer dxvif-fgc1a001 dxpeer-fgp1a001 -WhatIf -ErrorAction SilentlyContinue -ErrorVariable last
        Get-ErrorId $last | Should -Be 'DxBgpPeerLast'
        $last[0].CategoryInfo.Category | Should -Be 'ResourceUnavailable'
        $peer = Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6 -WhatIf -InformationVariable told -InformationAction SilentlyContinue
        $peer.BgpPeerState | Should -Be 'planned'
        $told[-1].MessageData | Should -BeLike '*AWS has no dry run here*'
        @(Get-DxBgpPeer dxvif-fgc1a001).Count | Should -Be 1
    }

    It 'goes on with what is only planned' {
        $answers = & {
            $WhatIfPreference = $true
            New-VpcPeering vpc-planned-7 $backup -InformationVariable told -InformationAction SilentlyContinue
            $told[-1].MessageData
        }
        $answers[0].State | Should -Be 'planned'
        $answers[1] | Should -BeLike '*cannot be asked yet*'
    }

    It 'is wanted for a planned id: a real call refuses it' {
        New-VpcPeering vpc-planned-7 $backup -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
        Get-ErrorId $refused | Should -Be 'PlannedIdInCall'
    }

    It 'lets a planned id be read in a plan, of a preference or of a calling function, and only there' {
        function Read-Plan {
            [CmdletBinding(SupportsShouldProcess)]
            param()
            Get-VpcPeering pcx-planned-1
        }

        (Read-Plan -WhatIf).State | Should -Be 'planned'
        (& { $WhatIfPreference = $true; Get-VpcPeering pcx-planned-1 }).State | Should -Be 'planned'
        Read-Plan -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
        Get-ErrorId $refused[0] | Should -Be 'PlannedIdInCall'
        $refused[0].TargetObject | Should -Be 'pcx-planned-1'
    }

    It 'prints the plan of the whole example script, and changes nothing' {
        $before = (Get-PeeringSandbox).ResourceCounts | ConvertTo-Json
        $WhatIfPreference = $true
        $plan = & $RepositoryRoot/examples/hybrid-network.ps1 2> $null 6> $null
        $WhatIfPreference = $false
        @($plan | Where-Object { $_.PSObject.Properties.Value -contains 'planned' }).Count | Should -BeGreaterThan 3
        (Get-PeeringSandbox).ResourceCounts | ConvertTo-Json | Should -Be $before
    }
}

Describe '-DryRun' {
    BeforeAll {
        $null = Start-PeeringSandbox -Path $ExampleNetwork
    }

    AfterAll {
        Stop-PeeringSandbox
    }

    It 'emits what AWS would say: <Case>' -ForEach @(
        @{ Case = 'permitted'; Permitted = $true; Code = 'DryRunOperation'; Script = { New-VpcPeering vpc-0a1300000000000c3 vpc-0a2100000000000d1 -PeerRegion eu-west-1 -DryRun } }
        @{ Case = 'denied'; Permitted = $false; Code = 'UnauthorizedOperation'; Script = { New-VpcPeering vpc-0b2100000000000f1 vpc-0a1100000000000c1 -PeerOwnerId 111122223333 -ProfileName studio -DryRun } }
        @{ Case = 'a rule'; Permitted = $false; Code = 'InsideCidrReserved'; Script = { New-TgwConnectPeer tgw-attach-0a11000000000cc01 10.0.1.12 169.254.5.0/29 -DryRun } }
        @{ Case = 'no dry run'; Permitted = $null; Code = 'NoDryRun'; Script = { Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6 -DryRun } }
        @{ Case = 'planned'; Permitted = $null; Code = 'Planned'; Script = { New-VpcPeering vpc-planned-1 vpc-0a2100000000000d1 -DryRun } }
    ) {
        $answer = & $Script
        $answer | Should -BeOfType PeeringTools.DryRunResult
        $answer.Permitted | Should -Be $Permitted
        $answer.Code | Should -Be $Code
        $answer.Message | Should -Not -BeNullOrEmpty
        Get-VpcPeering | Should -BeNullOrEmpty
    }
}
