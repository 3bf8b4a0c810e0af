# Test- tells why traffic wouldn't flow; the lines it gives mend it.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1 | Wait-VpcPeering -State pending-acceptance
$peering | Test-VpcPeering -PeerProfileName partner | Where-Object Severity -EQ 'Error' | Select-Object FindingId, Resource, Fix
$peering | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering | Out-Null
$peering | Test-VpcPeering -PeerProfileName partner | Select-Object Severity, Side, FindingId, Resource
$peering | Test-VpcPeering -PeerProfileName partner | Where-Object Side -EQ 'Accepter' | Select-Object FindingId, Fix

# The very lines that the findings gave.
$id = $peering.VpcPeeringConnectionId
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa0 -Side Requester -Region eu-central-1 | Out-Null
Add-VpcPeeringRoute $id -RouteTableId rtb-0aaaaaa1 -Side Requester -Region eu-central-1 | Out-Null
Add-VpcPeeringRoute $id -RouteTableId rtb-0cccccc0 -Side Accepter -Region eu-west-1 -ProfileName partner | Out-Null
Set-VpcPeeringOption $id -AllowDnsResolutionFromRemoteVpc -Side Requester -Region eu-central-1 | Out-Null
$peering | Test-VpcPeering -PeerProfileName partner | Select-Object FindingId, Fix
Set-VpcPeeringOption $id -AllowDnsResolutionFromRemoteVpc -Side Accepter -Region eu-west-1 -ProfileName partner | Out-Null
$peering | Test-VpcPeering -PeerProfileName partner
