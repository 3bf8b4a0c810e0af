BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $planted = 'Planted0Secret1Key'
    $null = Start-PeeringSandbox -Path $ExampleNetwork
}

AfterAll {
    Stop-PeeringSandbox
}

Describe 'A secret' {
    It 'is refused as plain text by -<Parameter>, with the line that makes one, and is not repeated' -ForEach @(
        @{ Parameter = 'AuthKey'; Given = { Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6 -AuthKey $planted } }
        @{ Parameter = 'SecretKey'; Given = { Get-VpcPeering -AccessKey 111122223333 -SecretKey $planted } }
        @{ Parameter = 'SessionToken'; Given = { Get-VpcPeering -SessionToken $planted } }
    ) {
        $refusal = $null
        try { & $Given } catch { $refusal = $_ }
        $refusal.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError,*'
        $refusal.Exception.Message | Should -BeLike '*Read-Host -AsSecureString*'
        $refusal.Exception.ToString() | Should -Not -BeLike "*$planted*"
    }

    It 'is in no stream, record or saved state' {
        $key = ConvertTo-SecureString $planted -AsPlainText
        $saved = Join-Path $TestDrive 'saved.json'
        $all = & {
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6 -AuthKey $key -WhatIf
            Add-DxBgpPeer dxvif-fgc1a001 65010 -AddressFamily ipv6 -AuthKey $key -Verbose -Debug
            Get-DxVirtualInterface dxvif-fgc1a001
            Get-DxBgpPeer dxvif-fgc1a001 -IncludeAuthKey
        } *>&1
        Save-PeeringSandbox $saved
        $text = @(
            $all | Out-String -Width 4000
            $all | Format-List * | Out-String -Width 4000
            $all | ConvertTo-Json -Depth 6 -WarningAction Ignore
            Get-Content $saved -Raw
        ) -join "`n"
        $text | Should -Not -BeLike "*$planted*"
        $all | Where-Object { $_ -is [Management.Automation.VerboseRecord] } | Should -Not -BeNullOrEmpty
    }

    It 'comes out as a SecureString, by -IncludeAuthKey only' {
        $peer = Get-DxBgpPeer dxvif-fgc1a001 -AddressFamily ipv6 -IncludeAuthKey
        $peer.AuthKey | Should -BeOfType securestring
        ConvertFrom-SecureString $peer.AuthKey -AsPlainText | Should -Be $planted
        (Get-DxBgpPeer dxvif-fgc1a001).PSObject.Properties.Name | Should -Not -Contain 'AuthKey'
    }
}
