using System.Globalization;
using System.Xml;

namespace PeeringTools.Benchmarks;

/// <summary>What the job costs at least: HttpClient and an XmlReader loop that reads every field of every peering into plain objects, with nothing around it.</summary>
internal sealed class BareReader(string url) : IDisposable
{
    private readonly HttpClient _client = new();

    public async Task<int> CountAsync()
    {
        var count = 0;
        string? token = null;
        do
        {
            using var content = new FormUrlEncodedContent(Form(token));
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            using var reader = XmlReader.Create(body, new XmlReaderSettings { IgnoreWhitespace = true, IgnoreComments = true });
            token = null;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "vpcPeeringConnectionSet")
                    count += ReadSet(reader);
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "nextToken")
                    token = reader.ReadElementContentAsString();
            }
        }
        while (token is not null);
        return count;
    }

    public void Dispose() => _client.Dispose();

    private static Dictionary<string, string> Form(string? token)
    {
        var form = new Dictionary<string, string>
        {
            ["Action"] = "DescribeVpcPeeringConnections",
            ["Version"] = "2016-11-15",
            ["MaxResults"] = PeeringPages.PageSize.ToString(CultureInfo.InvariantCulture),
        };
        if (token is not null)
            form["NextToken"] = token;
        return form;
    }

    private static int ReadSet(XmlReader reader)
    {
        var count = 0;
        for (var inside = Enter(reader); inside && At(reader); count++)
            ReadPeering(reader);
        return count;
    }

    private static Peering ReadPeering(XmlReader reader)
    {
        var peering = new Peering();
        for (var inside = Enter(reader); inside && At(reader);)
        {
            switch (reader.LocalName)
            {
                case "vpcPeeringConnectionId": peering.Id = reader.ReadElementContentAsString(); break;
                case "requesterVpcInfo": peering.Requester = ReadVpc(reader); break;
                case "accepterVpcInfo": peering.Accepter = ReadVpc(reader); break;
                case "expirationTime": peering.Expires = DateTime.Parse(reader.ReadElementContentAsString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal); break;
                case "status": ReadStatus(reader, peering); break;
                case "tagSet": peering.Tags = ReadTags(reader); break;
                default: reader.Skip(); break;
            }
        }

        return peering;
    }

    private static void ReadStatus(XmlReader reader, Peering peering)
    {
        for (var inside = Enter(reader); inside && At(reader);)
        {
            if (reader.LocalName == "code")
                peering.Code = reader.ReadElementContentAsString();
            else
                peering.Message = reader.ReadElementContentAsString();
        }
    }

    private static List<KeyValuePair<string, string>> ReadTags(XmlReader reader)
    {
        var tags = new List<KeyValuePair<string, string>>();
        for (var inside = Enter(reader); inside && At(reader);)
        {
            string? key = null, value = null;
            for (var within = Enter(reader); within && At(reader);)
            {
                if (reader.LocalName == "key")
                    key = reader.ReadElementContentAsString();
                else
                    value = reader.ReadElementContentAsString();
            }

            tags.Add(new(key!, value!));
        }

        return tags;
    }

    private static Vpc ReadVpc(XmlReader reader)
    {
        var vpc = new Vpc();
        for (var inside = Enter(reader); inside && At(reader);)
        {
            switch (reader.LocalName)
            {
                case "ownerId": vpc.OwnerId = reader.ReadElementContentAsString(); break;
                case "vpcId": vpc.VpcId = reader.ReadElementContentAsString(); break;
                case "region": vpc.Region = reader.ReadElementContentAsString(); break;
                case "cidrBlock": vpc.CidrBlock = reader.ReadElementContentAsString(); break;
                case "cidrBlockSet": vpc.Blocks = ReadBlocks(reader); break;
                case "peeringOptions": ReadOptions(reader, vpc); break;
                default: reader.Skip(); break;
            }
        }

        return vpc;
    }

    private static List<string> ReadBlocks(XmlReader reader)
    {
        var blocks = new List<string>();
        for (var inside = Enter(reader); inside && At(reader);)
        {
            for (var within = Enter(reader); within && At(reader);)
                blocks.Add(reader.ReadElementContentAsString());
        }

        return blocks;
    }

    private static void ReadOptions(XmlReader reader, Vpc vpc)
    {
        for (var inside = Enter(reader); inside && At(reader);)
        {
            switch (reader.LocalName)
            {
                case "allowDnsResolutionFromRemoteVpc": vpc.Dns = reader.ReadElementContentAsBoolean(); break;
                case "allowEgressFromLocalClassicLinkToRemoteVpc": vpc.ToRemoteVpc = reader.ReadElementContentAsBoolean(); break;
                default: vpc.ToRemoteClassicLink = reader.ReadElementContentAsBoolean(); break;
            }
        }
    }

    /// <summary>Steps into an element; false where it is empty.</summary>
    private static bool Enter(XmlReader reader)
    {
        var hasContent = !reader.IsEmptyElement;
        reader.Read();
        return hasContent;
    }

    /// <summary>True at the next child; at the end of the element steps out of it.</summary>
    private static bool At(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
            return true;
        reader.Read();
        return false;
    }

    private sealed class Peering
    {
        public string? Id { get; set; }
        public Vpc? Requester { get; set; }
        public Vpc? Accepter { get; set; }
        public DateTime? Expires { get; set; }
        public string? Code { get; set; }
        public string? Message { get; set; }
        public List<KeyValuePair<string, string>>? Tags { get; set; }
    }

    private sealed class Vpc
    {
        public string? OwnerId { get; set; }
        public string? VpcId { get; set; }
        public string? Region { get; set; }
        public string? CidrBlock { get; set; }
        public List<string>? Blocks { get; set; }
        public bool? Dns { get; set; }
        public bool? ToRemoteVpc { get; set; }
        public bool? ToRemoteClassicLink { get; set; }
    }
}
