using System.Net;

namespace PeeringTools.Core.VpcPeering;

/// <summary>What a peering needs to know of a VPC.</summary>
/// <param name="VpcId">The VPC.</param>
/// <param name="OwnerId">Its account.</param>
/// <param name="Blocks">Its IPv4 and IPv6 blocks, the primary one first; only those that are associated.</param>
/// <param name="HasDnsSupport">Its attribute enableDnsSupport.</param>
/// <param name="HasDnsHostnames">Its attribute enableDnsHostnames.</param>
internal sealed record VpcFacts(string VpcId, string OwnerId, IReadOnlyList<IPNetwork> Blocks, bool HasDnsSupport, bool HasDnsHostnames);
