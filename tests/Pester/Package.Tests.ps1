BeforeDiscovery {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $commands = Get-Command -Module PeeringTools
    $manifests = @{ Name = 'staged'; Manifest = $StagedManifest }, @{ Name = 'root'; Manifest = $RootManifest }
    $assembly = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'PeeringTools' }
    $recordTypes = $assembly.GetExportedTypes() | Where-Object {
        $_.Namespace -eq 'PeeringTools' -and -not $_.IsAbstract -and $_.IsClass -and -not $_.IsSubclassOf([Exception])
    } | ForEach-Object FullName
}

BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
}

Describe 'The staged package' {
    It 'is a valid module' {
        (Test-ModuleManifest $StagedManifest).Version | Should -Be $Version
    }

    It 'holds what a gallery gets, and nothing else' {
        $files = Get-ChildItem $StagedFolder -Recurse -File | ForEach-Object { [IO.Path]::GetRelativePath($StagedFolder, $_.FullName).Replace('\', '/') }
        $expected = @(
            'LICENSE', 'NOTICE', 'PeeringTools.dll', 'PeeringTools.format.ps1xml', 'PeeringTools.psd1', 'PeeringTools.types.ps1xml'
            'AWSSDK.Core', 'AWSSDK.SSO', 'AWSSDK.SSOOIDC', 'AWSSDK.SecurityToken', 'PeeringTools.Aws', 'PeeringTools.Core', 'PeeringTools.Sandbox', 'System.Threading.RateLimiting' |
                ForEach-Object { "Dependencies/$_.dll" }
            'en-US/PeeringTools.dll-Help.xml'
            Get-ChildItem $RepositoryRoot/docs/en-US/about_*.md | ForEach-Object { "en-US/$($_.BaseName).help.txt" }
        )
        $files | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'exports exactly the cmdlets that are compiled into it' {
        $compiled = (Get-Command New-VpcPeering).ImplementingType.Assembly.GetExportedTypes() | ForEach-Object {
            $attribute = $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)
            if ($attribute) { "$($attribute.VerbName)-$($attribute.NounName)" }
        }
        (Import-PowerShellDataFile $StagedManifest).CmdletsToExport | Sort-Object | Should -Be ($compiled | Sort-Object)
        (Get-Command -Module PeeringTools).Name | Sort-Object | Should -Be ($compiled | Sort-Object)
    }

    It 'refers to no AWSSDK assembly from PeeringTools.dll' {
        (Get-Command New-VpcPeering).ImplementingType.Assembly.GetReferencedAssemblies().Name | Should -Not -Match '^AWSSDK'
    }
}

Describe 'Import from the <Name> manifest' -ForEach $manifests {
    It 'works in a new process, twice more with -Force, and after a removal' {
        $counts = Invoke-InNewProcess {
            param($manifest)
            $ErrorActionPreference = 'Stop'
            Import-Module $manifest; @(Get-Command -Module PeeringTools).Count
            Import-Module $manifest -Force; @(Get-Command -Module PeeringTools).Count
            Import-Module $manifest -Force; @(Get-Command -Module PeeringTools).Count
            Remove-Module PeeringTools
            Import-Module $manifest; @(Get-Command -Module PeeringTools).Count
            New-VpcPeering vpc-1 vpc-2 -Region eu-west-1 -AccessKey 111122223333 -SecretKey (ConvertTo-SecureString x -AsPlainText) -ErrorAction SilentlyContinue -ErrorVariable broken
            $broken[0].Exception.GetType().FullName
        } $Manifest
        $exported = (Import-PowerShellDataFile $Manifest).CmdletsToExport.Count
        $counts | Should -Be $exported, $exported, $exported, $exported, 'PeeringTools.PeeringException'
    }

    It 'brings help for cmdlets, parameters and topics' {
        $help = Invoke-InNewProcess {
            param($manifest)
            Import-Module $manifest
            (Get-Help New-VpcPeering -Full).Synopsis
            (Get-Help New-VpcPeering -Examples).examples.example.Count
            (Get-Help New-VpcPeering -Parameter Region).description.Text
            (Get-Help about_PeeringWhatIf) -split "`n" | Select-Object -First 1
        } $Manifest
        $help[0] | Should -Be 'Requests a VPC peering connection, in the same or another account or Region.'
        $help[1] | Should -BeGreaterThan 1
        $help[2] | Should -Match 'Region'
        $help[3].Trim() | Should -Be '# about_PeeringWhatIf'
    }

    It 'asks no network' {
        # With a proxy that nobody answers at, anything that is sent fails.
        $failed = Invoke-InNewProcess {
            param($manifest)
            $env:HTTPS_PROXY = $env:HTTP_PROXY = 'http://127.0.0.1:9'
            $Error.Clear()
            Import-Module $manifest
            $Error.Count
        } $Manifest
        $failed | Should -Be 0
    }
}

Describe '<_>' -ForEach $commands.Name {
    BeforeAll {
        $name = $_
        $command = Get-Command $name
        $help = Get-Help $name -Full
        $common = [Management.Automation.PSCmdlet]::CommonParameters
        $parameters = $command.Parameters.Values | Where-Object Name -NotIn $common
        $code = $help.examples.example.code -join "`n"
    }

    It 'has an approved verb' {
        (Get-Verb).Verb | Should -Contain $command.Verb
    }

    It 'has help with synopsis, description, inputs, outputs and links' {
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match '^\s*[A-Z]\w+-\w+ \['
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.inputTypes.inputType | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink | Should -Not -BeNullOrEmpty
    }

    It 'has examples with words' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 1
        foreach ($example in $help.examples.example) {
            $example.code | Should -Not -BeNullOrEmpty
            ($example.remarks.Text -join '').Trim() | Should -Not -BeNullOrEmpty -Because $example.title
        }
    }

    It 'has every parameter in its help, as it is' {
        $help.parameters.parameter.name | Sort-Object | Should -Be ($parameters.Name | Sort-Object)
        foreach ($parameter in $parameters) {
            $told = $help.parameters.parameter | Where-Object name -EQ $parameter.Name
            $told.description.Text | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name)"
            $told.required | Should -Be "$($parameter.Attributes.Where{ $_ -is [Parameter] }[0].Mandatory)" -Because "-$($parameter.Name)"
            if ($parameter.Aliases) { $told.aliases -split ', ' | Should -Be $parameter.Aliases -Because "-$($parameter.Name)" }
        }
    }

    It 'has as many syntaxes in its help as parameter sets' {
        @($help.syntax.syntaxItem).Count | Should -Be $command.ParameterSets.Count
    }

    It 'has a view for every type it emits' {
        foreach ($type in @($command.OutputType.Name) -match '^PeeringTools\.') {
            Get-FormatData -TypeName $type | Should -Not -BeNullOrEmpty -Because $type
        }
    }

    It 'confirms if and only if it changes something' {
        $changes = $command.Verb -notin 'Get', 'Test', 'Wait'
        $command.Parameters.ContainsKey('WhatIf') | Should -Be $changes
    }
}

Describe 'The view of <_>' -ForEach $recordTypes {
    It 'is there, and its table fits 120 letters' {
        $data = Get-FormatData -TypeName $_
        $data | Should -Not -BeNullOrEmpty
        foreach ($table in $data.FormatViewDefinition.Control | Where-Object { $_ -is [Management.Automation.TableControl] }) {
            $widths = $table.Headers | ForEach-Object Width
            ($widths | Measure-Object -Sum).Sum + $widths.Count - 1 | Should -BeLessOrEqual 120
        }
    }
}
