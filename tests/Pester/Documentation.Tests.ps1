# What the documentation shows is run: every example of every cmdlet, and the PowerShell blocks of the README.
BeforeDiscovery {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    $examples = foreach ($command in Get-Command -Module PeeringTools) {
        foreach ($example in (Get-Help $command.Name -Full).examples.example) {
            @{ Command = $command.Name; Title = $example.title.Trim('- '); Code = $example.code; Words = ($example.remarks.Text -join "`n") }
        }
    }
    $topics = Get-ChildItem $StagedFolder/en-US/about_*.help.txt | ForEach-Object { @{ Topic = $_.BaseName -replace '\.help$'; Text = Get-Content $_ -Raw } }
    $blocks = [regex]::Matches((Get-Content $RepositoryRoot/README.md -Raw), '(?ms)^```powershell\r?\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
}

BeforeAll {
    . $PSScriptRoot/Suite.ps1
    Import-Module $StagedManifest
    Copy-Item $RepositoryRoot/examples $TestDrive -Recurse
    $env:BGP_KEY = 'NotARealKey1'

    # Each in a runspace of its own, on the example network, in a folder where examples/ is.
    function Invoke-Documented([string] $Code) {
        $shell = [powershell]::Create()
        $null = $shell.AddScript({
            param($manifest, $folder, $code)
            Import-Module $manifest
            Set-Location $folder
            $null = Start-PeeringSandbox -Path examples/hybrid-network
            . ([scriptblock]::Create($code))
        }).AddArgument($StagedManifest).AddArgument("$TestDrive").AddArgument($Code)
        $thrown = $null
        try { $null = $shell.Invoke() } catch { $thrown = $_.Exception.InnerException.ErrorRecord }
        @($shell.Streams.Error) + @($thrown) -ne $null
        $shell.Dispose()
    }
}

AfterAll {
    if (Get-PeeringSandbox) { Stop-PeeringSandbox }
    Remove-Item env:BGP_KEY
}

Describe '<Command>, <Title>' -ForEach $examples {
    It 'runs, and errors only where it says so' {
        $expected = [regex]::Matches($Words, 'error (?:with the|id is the rule''s:) (?:id )?(\w+)') | ForEach-Object { $_.Groups[1].Value }
        foreach ($id in Get-ErrorId (Invoke-Documented $Code)) {
            $expected | Should -Contain $id
        }
    }
}

Describe 'The README' {
    It 'shows commands that run: <_>' -ForEach $blocks {
        # The script of the five jobs ends with the three errors that it means to show.
        $meant = if ($_ -like '*hybrid-network.ps1*') { 'UnauthorizedOperation', 'InsideCidrReserved', 'DirectConnectClientException', 'DxBgpPeerLast' }
        Get-ErrorId (Invoke-Documented ($_ -replace 'Import-Module \./PeeringTools\.psd1', '')) | Where-Object { $_ -notin $meant } | Should -BeNullOrEmpty
    }
}

Describe '<Topic>' -ForEach $topics {
    It 'names cmdlets and parameters that are there' {
        $code = ($Text -split "`n" | Where-Object { $_ -match '^ {4}\S' }) -join "`n"
        $errors = $null
        $ast = [Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        foreach ($call in $ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
            $command = Get-Command $call.GetCommandName() -ErrorAction Ignore
            if (-not $command -or $command.ModuleName -ne 'PeeringTools') { continue }
            foreach ($parameter in $call.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] }) {
                $command.Parameters.Keys | Should -Contain $parameter.ParameterName
            }
        }

        # A cmdlet that is named anywhere exists.
        foreach ($name in [regex]::Matches($Text, '\b(?:New|Get|Add|Remove|Start|Stop|Save|Restore|Step)-(?:Vpc|Tgw|Dx|GameLift|PeeringSandbox)\w*') | ForEach-Object Value | Sort-Object -Unique) {
            Get-Command $name -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because $name
        }
    }
}
