# Removed peers are hidden unless asked for; removing one again is a warning; waiting for what can't come fails at once.
$removed = Remove-TgwConnectPeer tgw-connect-peer-0aaaaaa1 -PassThru -Confirm:$false | Wait-TgwConnectPeer -State deleted
$removed.State
Get-TgwConnectPeer | ForEach-Object TransitGatewayConnectPeerId
Get-TgwConnectPeer -IncludeEnded | Select-Object TransitGatewayConnectPeerId, State
Remove-TgwConnectPeer tgw-connect-peer-0aaaaaa1 -Confirm:$false
Wait-TgwConnectPeer tgw-connect-peer-0aaaaaa1
'tgw-connect-peer-0fffffff', 'tgw-connect-peer-0aaaaaa2' | Remove-TgwConnectPeer -Confirm:$false
Remove-TgwConnectPeer 'tgw-attach-0aaaaaa2' -Confirm:$false
Get-TgwConnectPeerConfiguration tgw-connect-peer-0fffffff -Platform JunOS
