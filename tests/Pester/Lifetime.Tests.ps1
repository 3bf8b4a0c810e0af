BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
}

Describe 'A stop' {
    It 'ends a call that gets no answer within 1 s' {
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                param($manifest, $url)
                Import-Module $manifest
                Get-VpcPeering -Region eu-west-1 -AccessKey 111122223333 -SecretKey (ConvertTo-SecureString x -AsPlainText) -EndpointUrl $url
            }).AddArgument($StagedManifest).AddArgument("http://127.0.0.1:$($listener.LocalEndpoint.Port)")
            $running = $shell.BeginInvoke()
            $called = $listener.AcceptTcpClientAsync()
            $called.Wait(20000) | Should -BeTrue
            $clock = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.ElapsedMilliseconds | Should -BeLessThan 1000
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $null = $running
        }
        finally {
            $listener.Stop()
            $shell.Dispose()
        }
    }

    It 'by Select-Object -First is no error' {
        $null = Start-PeeringSandbox -Path $ExampleNetwork
        $Error.Clear()
        Get-DxVirtualInterface | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        $Error.Count | Should -Be 0
        Stop-PeeringSandbox
    }
}

Describe 'Two runspaces' {
    BeforeAll {
        $null = Start-PeeringSandbox -Path $ExampleNetwork
    }

    AfterAll {
        Stop-PeeringSandbox
    }

    It 'do not see each other''s session' {
        $regions = foreach ($region in 'eu-west-1', 'eu-central-1') {
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                param($manifest, $region)
                Import-Module $manifest
                $PSDefaultParameterValues['*:Region'] = $region
                (New-VpcPeering vpc-planned-1 vpc-0b1100000000000e1 -WhatIf 6> $null).Region
            }).AddArgument($StagedManifest).AddArgument($region)
            @{ Shell = $shell; Running = $shell.BeginInvoke() }
        }
        $regions | ForEach-Object { $_.Shell.EndInvoke($_.Running); $_.Shell.Dispose() } | Should -Be 'eu-west-1', 'eu-central-1'
    }

    It 'are both kept off AWS by one sandbox: <_>' -ForEach 'ForEach-Object -Parallel', 'Start-ThreadJob', 'a runspace' {
        $read = { Import-Module $using:StagedManifest; Get-DxVirtualInterface dxvif-fgc1a001 }
        $record = switch ($_) {
            'ForEach-Object -Parallel' { 1 | ForEach-Object -Parallel $read }
            'Start-ThreadJob' { Start-ThreadJob $read | Receive-Job -Wait -AutoRemoveJob }
            default {
                $shell = [powershell]::Create()
                $shell.AddScript({ param($manifest) Import-Module $manifest; Get-DxVirtualInterface dxvif-fgc1a001 }).AddArgument($StagedManifest).Invoke()
                $shell.Dispose()
            }
        }
        $record.Sandbox | Should -BeTrue
        $record.VirtualInterfaceId | Should -Be 'dxvif-fgc1a001'
    }
}
