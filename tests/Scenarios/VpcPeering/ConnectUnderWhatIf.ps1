# A plan, and nothing is changed; the preflight tells what can't end well.
$plan = Connect-VpcPeering vpc-0aaaaaaa vpc-0ccccccc -PeerRegion eu-west-1 -PeerProfileName partner -All -WhatIf
"$($plan.State), changed: $($plan.Changed)"
$plan.Steps | Select-Object Action, Side, Region, Outcome
Connect-VpcPeering vpc-0aaaaaaa vpc-0eeeeeee -PeerRegion eu-west-1 -PeerProfileName partner -All -WhatIf
Connect-VpcPeering vpc-0aaaaaaa vpc-0fffffff -WhatIf
Get-VpcPeering -IncludeEnded
