# Four peers fit an attachment; the fifth is refused with the limit.
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.21 | ForEach-Object InsideCidrBlocks
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.22 | ForEach-Object InsideCidrBlocks
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.23 169.254.6.0/29
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.23 169.254.5.0/29
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.23 | ForEach-Object InsideCidrBlocks
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.24 | ForEach-Object InsideCidrBlocks
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.25
New-TgwConnectPeer tgw-attach-0aaaaaa2 10.0.1.25 -WhatIf
