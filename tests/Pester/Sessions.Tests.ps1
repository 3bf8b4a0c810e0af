BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    Add-Type -TypeDefinition 'namespace PeeringToolsTest { public class AWSRegion { public string Region { get; set; } public string Name { get; set; } public bool IsShellDefault { get; set; } public override string ToString() { return Region + " (" + Name + ")"; } } }'

    # In a runspace of its own; gives the records and errors, or says that it hangs.
    function Invoke-Limited([string] $Script) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$StagedManifest'`n$Script")
        $running = $shell.BeginInvoke()
        if (-not $running.AsyncWaitHandle.WaitOne([timespan]::FromSeconds(30))) { throw 'It hangs.' }
        $shell.EndInvoke($running)
        $shell.Streams.Error
        $shell.Dispose()
    }
}

Describe '$StoredAWSRegion' {
    BeforeAll {
        $null = Start-PeeringSandbox
    }

    AfterAll {
        Stop-PeeringSandbox
    }

    It 'is understood as <Case>' -ForEach @(
        @{ Case = 'text'; Make = { 'eu-west-3' } }
        @{ Case = 'the object of Set-DefaultAWSRegion'; Make = { [PeeringToolsTest.AWSRegion] @{ Region = 'eu-west-3'; Name = 'Paris'; IsShellDefault = $true } } }
        @{ Case = 'that object, wrapped'; Make = { [PeeringToolsTest.AWSRegion] @{ Region = 'eu-west-3' } | Add-Member -PassThru note 'x' } }
        @{ Case = 'an object of a script'; Make = { [pscustomobject] @{ Region = 'eu-west-3' } } }
    ) {
        $StoredAWSRegion = & $Make
        (New-VpcPeering vpc-planned-1 vpc-0a1300000000000c3 -WhatIf 6> $null).Region | Should -Be 'eu-west-3'
    }

    It 'is an error where it names no Region' {
        $StoredAWSRegion = [pscustomobject] @{ Place = 'Paris' }
        Get-VpcPeering -ErrorAction SilentlyContinue -ErrorVariable told
        Get-ErrorId $told | Should -Be 'RegionMalformed'
    }
}

Describe '$StoredAWSCredentials' {
    It '<Case>' -ForEach @(
        @{
            Case = 'of a script object is an error, and no call hangs'
            Make = '[pscustomobject] @{} | Add-Member -PassThru ScriptMethod GetCredentials { [pscustomobject] @{ AccessKey = "A"; SecretKey = "S" } }'
            Id = 'StoredCredentialsUnusable'
        }
        @{
            Case = 'of a class of a script is read on the shell''s own thread, and no call hangs'
            Make = 'class Keys { [string] $AccessKey = "A"; [string] $SecretKey = "S"; [string] $Token }; class Maker { [object] GetCredentials() { return [Keys]::new() } }; [Maker]::new()'
            Id = 'ConnectionFailed'
        }
        @{ Case = 'of text is an error'; Make = '"keys"'; Id = 'StoredCredentialsUnusable' }
    ) {
        $told = Invoke-Limited "`$StoredAWSCredentials = & { $Make }; Get-VpcPeering -Region eu-west-1 -EndpointUrl http://127.0.0.1:9"
        Get-ErrorId $told | Should -Be $Id
    }
}

Describe '-ProfileLocation' {
    BeforeAll {
        Set-Content TestDrive:/ci-credentials "[ci]`naws_access_key_id = A`naws_secret_access_key = S"
        Push-Location TestDrive:/
    }

    AfterAll {
        Pop-Location
    }

    It 'is read from where the shell is, as <_>' -ForEach './ci-credentials', 'ci-credentials', 'TestDrive:/ci-credentials' {
        Get-VpcPeering -ProfileName ci -ProfileLocation $_ -Region eu-west-1 -EndpointUrl http://127.0.0.1:9 -ErrorAction SilentlyContinue -ErrorVariable told
        Get-ErrorId $told | Should -Be 'ConnectionFailed'
    }

    It 'on a drive without files is an error' {
        Get-VpcPeering -ProfileName ci -ProfileLocation Env:/ci -Region eu-west-1 -ErrorAction SilentlyContinue -ErrorVariable told
        Get-ErrorId $told | Should -Be 'PathNotInFileSystem'
    }
}

Describe 'Start-PeeringSandbox -WhatIf' {
    It 'warns that what follows reaches AWS, where no sandbox runs' {
        Start-PeeringSandbox -WhatIf -WarningVariable told -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$told" | Should -BeLike '*reach AWS*'
        Get-PeeringSandbox -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'says nothing of it where one runs' {
        $null = Start-PeeringSandbox
        Start-PeeringSandbox -WhatIf -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -BeNullOrEmpty
        Stop-PeeringSandbox
    }
}
