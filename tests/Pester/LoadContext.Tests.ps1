BeforeAll {
    . $PSScriptRoot/Suite.ps1

    # Imports, makes a call against a sandbox, and tells what is loaded where.
    $probe = {
        param($manifest, $network, $preload)
        $ErrorActionPreference = 'Stop'
        $default = [Runtime.Loader.AssemblyLoadContext]::Default
        if ($preload) { $null = $default.LoadFromAssemblyPath($preload) }
        Import-Module $manifest
        $atImport = @($default.Assemblies | ForEach-Object { $_.GetName().Name }) -match '^AWSSDK'
        $null = Start-PeeringSandbox -Path $network
        $peerings = @(Get-DxVirtualInterface)
        [pscustomobject]@{
            AtImport   = $atImport
            AfterCall  = @($default.Assemblies | ForEach-Object { $_.GetName().Name }) -match '^AWSSDK'
            Ours       = @([Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'PeeringTools' | ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name })
            Contexts   = @([Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'PeeringTools').Count
            Interfaces = $peerings.Count
        }
    }
}

Describe 'The load context' {
    It 'keeps the AWS SDK out of the shell, after import and after a call' {
        $seen = Invoke-InNewProcess $probe $StagedManifest, $ExampleNetwork, $null
        $seen.AtImport | Should -BeNullOrEmpty
        $seen.AfterCall | Should -BeNullOrEmpty
        $seen.Ours | Should -Contain 'AWSSDK.Core'
        $seen.Ours | Should -Contain 'PeeringTools.Core'
        $seen.Contexts | Should -Be 1
        $seen.Interfaces | Should -Be 2
    }

    It 'works beside an older AWSSDK.Core of another module' {
        $old = Join-Path $TestDrive 'AWSSDK.Core.dll'
        Invoke-InNewProcess {
            param($path)
            Add-Type -OutputAssembly $path -TypeDefinition '
                [assembly: System.Reflection.AssemblyVersion("4.0.0.0")]
                namespace Amazon.Runtime { public class AmazonServiceClient { } public class AmazonServiceException : System.Exception { } }'
        } $old
        $seen = Invoke-InNewProcess $probe $StagedManifest, $ExampleNetwork, $old
        $seen.AtImport | Should -Be 'AWSSDK.Core'
        $seen.AfterCall | Should -Be 'AWSSDK.Core'
        $seen.Ours | Should -Contain 'AWSSDK.Core'
        $seen.Interfaces | Should -Be 2
    }
}
