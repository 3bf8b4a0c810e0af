# Connect-VpcPeering works on several piped pairs at once; PowerShell's pipeline must not notice.

BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $network = Join-Path $RepositoryRoot tests PeeringTools.Cmdlet.Tests VpcPeering network
    $pairs = @'
VpcId,PeerVpcId,PeerRegion
vpc-0aaaaaaa,vpc-0ccccccc,eu-west-1
vpc-0aaaaaaa,vpc-00000000,eu-west-1
vpc-0aaaaaaa,vpc-0ddddddd,eu-central-1
vpc-0bbbbbbb,vpc-0ccccccc,eu-west-1
'@ | ConvertFrom-Csv
    $connect = @{ PeerProfileName = 'partner'; All = $true }
}

Describe 'Many pairs' {
    BeforeEach {
        $null = Start-PeeringSandbox -Path $network
    }

    AfterEach {
        Stop-PeeringSandbox
    }

    It 'come out in their order, with the error of one that cannot be made' {
        $made = $pairs | Connect-VpcPeering @connect -ErrorVariable failed -ErrorAction SilentlyContinue
        $made.PeerVpcId | Should -Be 'vpc-0ccccccc', 'vpc-0ddddddd', 'vpc-0ccccccc'
        $made.State | Should -Be 'active', 'active', 'active'
        Get-ErrorId $failed | Should -Be 'InvalidVpcID.NotFound'
    }

    It 'that come before an error are there when -ErrorAction Stop ends it' {
        $made = [Collections.Generic.List[object]]::new()
        { $pairs | Connect-VpcPeering @connect -ErrorAction Stop | ForEach-Object { $made.Add($_) } } | Should -Throw -ErrorId 'InvalidVpcID.NotFound*'
        $made.PeerVpcId | Should -Be 'vpc-0ccccccc'
        @(Get-VpcPeering).Count | Should -Be 1
    }

    It 'are so under $ErrorActionPreference, too' {
        $ErrorActionPreference = 'Stop'
        $made = [Collections.Generic.List[object]]::new()
        { $pairs | Connect-VpcPeering @connect | ForEach-Object { $made.Add($_) } } | Should -Throw -ErrorId 'InvalidVpcID.NotFound*'
        $made.PeerVpcId | Should -Be 'vpc-0ccccccc'
    }

    It 'that have begun are finished although Select-Object has enough' {
        $made = $pairs | Connect-VpcPeering @connect -ErrorAction SilentlyContinue | Select-Object -First 1
        $made.PeerVpcId | Should -Be 'vpc-0ccccccc'
        Get-VpcPeering | ForEach-Object State | Should -Be (@('active') * @(Get-VpcPeering).Count)
    }

    It 'broken off by the command before are finished by the same line' {
        { & { $pairs[0]; $pairs[2]; throw 'no more' } | Connect-VpcPeering @connect } | Should -Throw 'no more'
        $made = $pairs[0], $pairs[2] | Connect-VpcPeering @connect
        $made.State | Should -Be 'active', 'active'
        @(Get-VpcPeering).Count | Should -Be 2
    }
}
