using System.Globalization;
using System.Text;

namespace PeeringTools.Benchmarks;

/// <summary>Pages of peerings as EC2 sends them: the same bytes for everyone who is measured.</summary>
internal static class PeeringPages
{
    public const int PageSize = 1000;

    public static byte[] Page(int first, int count, string? nextToken)
    {
        var text = new StringBuilder(count * 2200);
        text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DescribeVpcPeeringConnectionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n    <requestId>7a62c49f-347e-4fc4-9331-6e8eEXAMPLE</requestId>\n    <vpcPeeringConnectionSet>\n");
        for (var i = first; i < first + count; i++)
            Append(text, i);
        text.Append("    </vpcPeeringConnectionSet>\n");
        if (nextToken is not null)
            text.Append("    <nextToken>").Append(nextToken).Append("</nextToken>\n");
        return Encoding.UTF8.GetBytes(text.Append("</DescribeVpcPeeringConnectionsResponse>\n").ToString());
    }

    private static void Append(StringBuilder text, int i) => text.Append(CultureInfo.InvariantCulture, $"""
                <item>
                    <vpcPeeringConnectionId>pcx-{i:x17}</vpcPeeringConnectionId>
                    <requesterVpcInfo>
                        <ownerId>111122223333</ownerId>
                        <vpcId>vpc-{i:x17}</vpcId>
                        <cidrBlock>10.{(i >> 8) & 255}.{i & 255}.0/24</cidrBlock>
                        <cidrBlockSet>
                            <item>
                                <cidrBlock>10.{(i >> 8) & 255}.{i & 255}.0/24</cidrBlock>
                            </item>
                        </cidrBlockSet>
                        <peeringOptions>
                            <allowEgressFromLocalClassicLinkToRemoteVpc>false</allowEgressFromLocalClassicLinkToRemoteVpc>
                            <allowEgressFromLocalVpcToRemoteClassicLink>false</allowEgressFromLocalVpcToRemoteClassicLink>
                            <allowDnsResolutionFromRemoteVpc>true</allowDnsResolutionFromRemoteVpc>
                        </peeringOptions>
                        <region>eu-central-1</region>
                    </requesterVpcInfo>
                    <accepterVpcInfo>
                        <ownerId>444455556666</ownerId>
                        <vpcId>vpc-{i + 1:x17}</vpcId>
                        <cidrBlock>172.16.{i & 255}.0/24</cidrBlock>
                        <cidrBlockSet>
                            <item>
                                <cidrBlock>172.16.{i & 255}.0/24</cidrBlock>
                            </item>
                        </cidrBlockSet>
                        <peeringOptions>
                            <allowEgressFromLocalClassicLinkToRemoteVpc>false</allowEgressFromLocalClassicLinkToRemoteVpc>
                            <allowEgressFromLocalVpcToRemoteClassicLink>false</allowEgressFromLocalVpcToRemoteClassicLink>
                            <allowDnsResolutionFromRemoteVpc>false</allowDnsResolutionFromRemoteVpc>
                        </peeringOptions>
                        <region>eu-west-1</region>
                    </accepterVpcInfo>
                    <status>
                        <code>active</code>
                        <message>Active</message>
                    </status>
                    <tagSet>
                        <item>
                            <key>Name</key>
                            <value>peering-{i}</value>
                        </item>
                    </tagSet>
                </item>

        """);
}
