# Under $WhatIfPreference the line prints its plan to the end, and nothing is made.
$WhatIfPreference = $true
$planned = New-TgwPeering tgw-0aaaaaaa tgw-0bbbbbbb -PeerAccountId 222222222222 -PeerRegion eu-west-1 -DestinationCidrBlock 10.2.0.0/16 | Approve-TgwPeering -ProfileName partner | Wait-TgwPeering
"$($planned.State) $($planned.Region)"
New-TgwConnect tgw-attach-0aaaaaa1 | New-TgwConnectPeer -PeerAddress 10.0.1.20 | Wait-TgwConnectPeer | Select-Object State
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.20 | Select-Object State, PeerAddress
$WhatIfPreference = $false
Get-TgwPeering -IncludeEnded
Get-TgwConnect | ForEach-Object TransitGatewayAttachmentId
$planned | Deny-TgwPeering -Confirm:$false
New-TgwPeering tgw-0aaaaaaa tgw-0aaaaaaa
