# The other account may make no routes: what was made is undone, and the error lists it. -KeepOnFailure leaves it.
Connect-VpcPeering vpc-0aaaaaaa vpc-0abababa -PeerRegion eu-west-1 -PeerProfileName strict -RouteTableId rtb-0aaaaaa1, rtb-0ababab0 -ErrorVariable failed
$failed.Exception.Message
$failed.TargetObject
Step-PeeringSandboxClock -Minutes 1
Get-VpcPeering | Select-Object State, PeerVpcId
Connect-VpcPeering vpc-0aaaaaaa vpc-0abababa -PeerRegion eu-west-1 -PeerProfileName strict -RouteTableId rtb-0aaaaaa1, rtb-0ababab0 -KeepOnFailure -ErrorVariable failed
$failed.Exception.Message
$kept = Get-VpcPeering
$kept.State
Get-VpcPeeringRoute $kept.VpcPeeringConnectionId | Select-Object RouteTableId, Destination, State

# Without the other side's routes the same line finishes.
$made = Connect-VpcPeering vpc-0aaaaaaa vpc-0abababa -PeerRegion eu-west-1 -PeerProfileName strict -RouteTableId rtb-0aaaaaa1
$made.Steps | Select-Object Action, Side, Outcome
