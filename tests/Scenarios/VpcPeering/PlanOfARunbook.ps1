# Under $WhatIfPreference a whole runbook prints its plan to the end.
$WhatIfPreference = $true
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1 | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering
$peering.State
$peering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc | ForEach-Object State
$peering | Add-VpcPeeringRoute -All
$peering | Test-VpcPeering
$peering | Deny-VpcPeering
$peering | Remove-VpcPeering
$WhatIfPreference = $false
Get-VpcPeering -IncludeEnded
$peering | Remove-VpcPeering -Confirm:$false
