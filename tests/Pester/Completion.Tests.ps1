BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $null = Start-PeeringSandbox -Path $ExampleNetwork

    function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
}

AfterAll {
    Stop-PeeringSandbox
}

Describe 'Completion' {
    It 'offers <Offered> for <Line>' -ForEach @(
        @{ Line = 'Get-VpcPeering -ProfileName p'; Offered = 'partner' }
        @{ Line = 'Connect-VpcPeering vpc-1 vpc-2 -PeerProfileName p'; Offered = 'partner' }
        @{ Line = 'Get-TgwConnectPeer -State av'; Offered = 'available' }
        @{ Line = 'Get-VpcPeering -Region eu-central-1'; Offered = 'eu-central-1' }
        @{ Line = 'Get-VpcPeering -Status pending'; Offered = 'pending-acceptance' }
    ) {
        Complete $Line | Should -Contain $Offered
    }

    It 'offers no Region that no call can go to' {
        Complete 'Get-VpcPeering -Region us-east-1' | Should -Be 'us-east-1'
    }

    It 'keeps what pipelines bind among themselves to itself' {
        Complete 'Get-VpcPeering -' | Should -Not -Contain '-Sandbox'
    }
}
