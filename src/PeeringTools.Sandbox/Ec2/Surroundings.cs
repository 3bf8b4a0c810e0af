using PeeringTools.Aws.EC2.Model;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Regions, zones and account attributes: what an account finds before it makes anything.</summary>
internal static class Surroundings
{
    private static readonly Filters<Region> KnownRegions = new Filters<Region>()
        .One("endpoint", (_, region) => region.Endpoint)
        .One("opt-in-status", (_, region) => region.OptInStatus)
        .One("region-name", (_, region) => region.RegionName);

    private static readonly Filters<AvailabilityZone> KnownZones = new Filters<AvailabilityZone>()
        .One("group-name", (_, zone) => zone.GroupName)
        .One("group-long-name", (_, zone) => zone.GroupLongName)
        .Any("message", (_, zone) => (zone.Messages ?? []).Select(message => message.Message))
        .One("opt-in-status", (_, zone) => zone.OptInStatus)
        .One("parent-zone-id", (_, zone) => zone.ParentZoneId)
        .One("parent-zone-name", (_, zone) => zone.ParentZoneName)
        .One("region-name", (_, zone) => zone.RegionName)
        .One("state", (_, zone) => zone.State)
        .One("zone-id", (_, zone) => zone.ZoneId)
        .One("zone-name", (_, zone) => zone.ZoneName)
        .One("zone-type", (_, zone) => zone.ZoneType);

    /// <summary>Adds these operations.</summary>
    public static Operations OnSurroundings(this Operations operations) => operations
        .On<DescribeRegionsRequest, DescribeRegionsResponse>(DescribeRegions)
        .On<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse>(DescribeZones)
        .On<DescribeAccountAttributesRequest, DescribeAccountAttributesResponse>(DescribeAttributes);

    private static DescribeRegionsResponse DescribeRegions(Call call, DescribeRegionsRequest request)
    {
        var fits = KnownRegions.Compile(call, request.Filters);
        var domain = RegionMap.DomainOf(call.Region);
        var all = RegionMap.Beside(call.Region).Select(name => new Region
        {
            RegionName = name,
            Endpoint = $"ec2.{name}.{domain}",
            OptInStatus = RegionMap.IsAlwaysOn(name) ? "opt-in-not-required" : name == call.Region ? "opted-in" : "not-opted-in",
        }).ToList();
        foreach (var name in request.RegionNames ?? [])
        {
            if (!all.Exists(region => region.RegionName == name))
                throw new ServiceException("InvalidParameterValue", $"Invalid region: {name}");
        }
        return new DescribeRegionsResponse
        {
            Regions = all.FindAll(region =>
                (request.RegionNames is not { Count: > 0 } names || names.Contains(region.RegionName!, StringComparer.Ordinal))
                && (request.AllRegions == true || request.RegionNames is { Count: > 0 } || region.OptInStatus != "not-opted-in")
                && fits(region)),
        };
    }

    private static DescribeAvailabilityZonesResponse DescribeZones(Call call, DescribeAvailabilityZonesRequest request)
    {
        var fits = KnownZones.Compile(call, request.Filters);
        var all = RegionMap.ZonesOf(call.Region).Select(zone => new AvailabilityZone
        {
            ZoneName = zone.Name,
            ZoneId = zone.Id,
            ZoneType = "availability-zone",
            RegionName = call.Region,
            GroupName = call.Region + "-zg-1",
            GroupLongName = call.Region + " 1",
            NetworkBorderGroup = call.Region,
            OptInStatus = "opt-in-not-required",
            State = "available",
            Messages = [],
        }).ToList();
        foreach (var name in (request.ZoneNames ?? []).Concat(request.ZoneIds ?? []))
        {
            if (!all.Exists(zone => zone.ZoneName == name || zone.ZoneId == name))
                throw new ServiceException("InvalidParameterValue", $"Invalid availability zone: [{name}]");
        }
        return new DescribeAvailabilityZonesResponse
        {
            AvailabilityZones = all.FindAll(zone =>
                (request.ZoneNames is not { Count: > 0 } names || names.Contains(zone.ZoneName!, StringComparer.Ordinal))
                && (request.ZoneIds is not { Count: > 0 } ids || ids.Contains(zone.ZoneId!, StringComparer.Ordinal))
                && fits(zone)),
        };
    }

    private static DescribeAccountAttributesResponse DescribeAttributes(Call call, DescribeAccountAttributesRequest request)
    {
        var defaultVpc = call.Network.Vpcs.In(call.Place).Find(vpc => vpc.IsDefault)?.Id ?? "none";
        (string Name, string Value)[] all =
        [
            ("supported-platforms", "VPC"), ("default-vpc", defaultVpc), ("max-instances", "20"), ("vpc-max-security-groups-per-interface", "5"),
            ("max-elastic-ips", "5"), ("vpc-max-elastic-ips", "5"),
        ];
        foreach (var name in request.AttributeNames ?? [])
        {
            if (!Array.Exists(all, attribute => attribute.Name == name))
                throw Lookup.Invalid("attributeName", name);
        }
        return new DescribeAccountAttributesResponse
        {
            AccountAttributes = [.. all.Where(attribute => request.AttributeNames is not { Count: > 0 } names || names.Contains(attribute.Name, StringComparer.Ordinal))
                .Select(attribute => new AccountAttribute { AttributeName = attribute.Name, AttributeValues = [new AccountAttributeValue { AttributeValue = attribute.Value }] })],
        };
    }
}
