# Each side in its own Region and account; what isn't active yet is refused before the call.
$peering = New-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerOwnerId 222222222222 -PeerRegion eu-west-1
$peering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc
$peering | Approve-VpcPeering -ProfileName partner | Wait-VpcPeering | Out-Null

# One side's credentials: that side is done, and the other is told.
$own = $peering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc
"$($own.RequesterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc) $($own.AccepterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc)"
$both = $peering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc -PeerProfileName partner
"$($both.RequesterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc) $($both.AccepterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc)"
$peering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc:$false -Side Accepter

# A side that was named and can't be reached is an error; so is a VPC without DNS host names.
New-VpcPeering vpc-0aaaaaaa vpc-0fffffff | Approve-VpcPeering | Set-VpcPeeringOption -AllowDnsResolutionFromRemoteVpc -WaitActive
