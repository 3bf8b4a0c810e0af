# Everything in one line; the same line again changes nothing.
$made = Connect-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerRegion eu-west-1 -PeerProfileName partner -All
"$($made.State), changed: $($made.Changed)"
$made.Steps | Select-Object Action, Side, Target, Region, ProfileName, Outcome
$kept = Connect-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerRegion eu-west-1 -PeerProfileName partner -All
"$($kept.State), changed: $($kept.Changed)"
$kept.Steps | Where-Object Outcome -NE 'Kept'
$read = Get-VpcPeering
"$($read.RequesterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc) $($read.AccepterVpcInfo.PeeringOptions.AllowDnsResolutionFromRemoteVpc)"
$made | Test-VpcPeering -PeerProfileName partner
