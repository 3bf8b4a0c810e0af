# An attachment that has peers is refused and names them; -Force removes them first, but not under -WhatIf.
Remove-TgwConnect tgw-attach-0aaaaaa3 -Confirm:$false
Remove-TgwConnect tgw-attach-0aaaaaa3 -Force -WhatIf
Get-TgwConnectPeer -TransitGatewayAttachmentId tgw-attach-0aaaaaa3 | ForEach-Object State
Remove-TgwConnect tgw-attach-0aaaaaa3 -Force -Confirm:$false
Step-PeeringSandboxClock -Minutes 1
Get-TgwConnect | Select-Object TransitGatewayAttachmentId, State
Get-TgwConnect -IncludeEnded | Select-Object TransitGatewayAttachmentId, State
Remove-TgwConnect tgw-attach-0aaaaaa3 -Confirm:$false
