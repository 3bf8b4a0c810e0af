BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $null = Start-PeeringSandbox -Path $ExampleNetwork
    Push-Location $TestDrive
}

AfterAll {
    Pop-Location
    Stop-PeeringSandbox
}

Describe '-Path' {
    It 'on a drive without files is an error of its item, and nothing is written: <Line>' -ForEach @(
        @{ Line = "Save-PeeringSandbox -Path 'Env:/saved.json'" }
        @{ Line = "Save-PeeringSandbox -Path 'Function:saved.json'" }
        @{ Line = "Start-PeeringSandbox -Path 'Variable:/network'" }
        @{ Line = "Restore-PeeringSandbox -Path 'Alias:/saved.json'" }
        @{ Line = "Get-TgwConnectPeer | Get-TgwConnectPeerConfiguration -Platform FRRouting -Path 'Env:/routers'" }
    ) {
        $processFolder = [Environment]::CurrentDirectory
        $before = Get-ChildItem $processFolder, $TestDrive | ForEach-Object FullName
        $out = & ([scriptblock]::Create("$Line -ErrorAction SilentlyContinue -ErrorVariable script:told"))
        Get-ErrorId $told | Should -Be 'PathNotInFileSystem'
        $out | Should -BeNullOrEmpty
        Get-ChildItem $processFolder, $TestDrive | ForEach-Object FullName | Should -Be $before
    }

    It 'on a drive or of a provider that is not there is an error of its item, and the next one is taken: <_>' -ForEach 'Nowhere:/saved.json', 'Nobody::saved.json' {
        $_, (Join-Path $TestDrive 'saved.json') | Save-PeeringSandbox -ErrorAction SilentlyContinue -ErrorVariable told
        Get-ErrorId $told | Should -Be 'PathDriveNotFound'
        $told[0].TargetObject | Should -Be $_
        Join-Path $TestDrive 'saved.json' | Should -Exist
        Remove-Item (Join-Path $TestDrive 'saved.json')
    }

    It 'may be on any drive of files' {
        Save-PeeringSandbox 'TestDrive:/saved.json'
        'TestDrive:/saved.json' | Should -Exist
        (Restore-PeeringSandbox 'TestDrive:/saved.json').AccountId | Should -Not -BeNullOrEmpty
    }
}
