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
        # An assembly with the real one's full name and public key, and hardly anything in it.
        $old = Join-Path $TestDrive 'AWSSDK.Core.dll'
        Invoke-InNewProcess {
            param($path, $real)
            $ErrorActionPreference = 'Stop'
            Add-Type 'public static class BringsTheCompiler { }'
            $key = [Collections.Immutable.ImmutableArray]::Create[byte]([Reflection.AssemblyName]::GetAssemblyName($real).GetPublicKey())
            $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new('DynamicallyLinkedLibrary').WithCryptoPublicKey($key).WithPublicSign($true)
            $source = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText('
                [assembly: System.Reflection.AssemblyVersion("4.0.0.0")]
                namespace Amazon.Runtime { public class AmazonServiceClient { } public class AmazonServiceException : System.Exception { } }')
            $object = [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile([object].Assembly.Location)
            $compilation = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create('AWSSDK.Core', [Microsoft.CodeAnalysis.SyntaxTree[]] $source, [Microsoft.CodeAnalysis.MetadataReference[]] $object, $options)
            $file = [IO.File]::Create($path)
            $made = $compilation.Emit($file)
            $file.Dispose()
            if (-not $made.Success) { throw "$($made.Diagnostics)" }
        } $old, (Join-Path $StagedFolder 'Dependencies' 'AWSSDK.Core.dll')
        $seen = Invoke-InNewProcess $probe $StagedManifest, $ExampleNetwork, $old
        $seen.AtImport | Should -Be 'AWSSDK.Core'
        $seen.AfterCall | Should -Be 'AWSSDK.Core'
        $seen.Ours | Should -Contain 'AWSSDK.Core'
        $seen.Interfaces | Should -Be 2
    }
}
