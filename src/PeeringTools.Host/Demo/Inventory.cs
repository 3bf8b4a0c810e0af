using System.Management.Automation;
using PeeringTools.CmdletHost;

namespace PeeringTools.Host.Demo;

/// <summary>What the reader cmdlets show of every account and Region of the sandbox, to tell two moments apart.</summary>
internal sealed class Inventory
{
    private const string Variable = "inventory";

    private static readonly (string Reader, string Id, string State)[] Readers =
    [
        ("Get-VpcPeering", "VpcPeeringConnectionId", "State"),
        ("Get-TgwConnectPeer", "TransitGatewayConnectPeerId", "State"),
        ("Get-DxVirtualInterface {0} | Get-DxBgpPeer", "BgpPeerId", "BgpPeerState"),
        ("Get-GameLiftPeeringAuthorization", "PeerVpcId", "GameLiftAwsAccountId"),
    ];

    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    private Inventory()
    {
    }

    public static Inventory Take(Session session)
    {
        var inventory = new Inventory();
        foreach (var profile in (string[])["network", "studio"])
        {
            foreach (var region in (string[])["eu-central-1", "eu-west-1"])
            {
                foreach (var (reader, id, state) in Readers)
                    inventory.Add(session, reader, $"-ProfileName {profile} -Region {region}", id, state);
            }
        }

        return inventory;
    }

    /// <summary>What differs in <paramref name="later"/>, a line for each resource.</summary>
    public IReadOnlyList<string> Changes(Inventory later) =>
    [
        .. later._states.Where(now => !_states.ContainsKey(now.Key)).Select(now => $"  + {now.Key}  {now.Value}"),
        .. _states.Where(then => later._states.TryGetValue(then.Key, out var now) && now != then.Value).Select(then => $"  ~ {then.Key}  {then.Value} -> {later._states[then.Key]}"),
        .. _states.Where(then => !later._states.ContainsKey(then.Key)).Select(then => $"  - {then.Key}  was {then.Value}"),
    ];

    private void Add(Session session, string reader, string where, string id, string state)
    {
        var pipeline = reader.Contains("{0}", StringComparison.Ordinal) ? reader.Replace("{0}", where, StringComparison.Ordinal) : $"{reader} {where}";
        session.Run(session.Parse($"${Variable} = @({pipeline})", path: null));
        foreach (var item in (object?[])session.GetVariable(Variable)!)
        {
            var record = PSObject.AsPSObject(item!);
            var noun = reader.Split(' ', '|')[^1].Replace("Get-", "", StringComparison.Ordinal);
            _states[$"{noun} {record.Properties[id].Value} in {record.Properties["Region"].Value}"] = $"{record.Properties[state].Value}";
        }
    }
}
