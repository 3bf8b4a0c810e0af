using System.Text.Json;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Sandbox.Files;

/// <summary>sandbox.json, as it is written.</summary>
internal sealed class SettingsFile
{
    /// <summary>The file's name at the root of a network's folder.</summary>
    public const string Name = "sandbox.json";

    private const string DefaultDelay = "default";

    public List<AccountEntry>? Accounts { get; init; }

    public string? Region { get; init; }

    public DateTimeOffset? Clock { get; init; }

    public List<DenialEntry>? Denied { get; init; }

    public List<Fault>? Faults { get; init; }

    /// <summary>Seconds by the name of a <see cref="Delay"/>, or <c>default</c>.</summary>
    public Dictionary<string, double>? Delays { get; init; }

    public bool? Throttling { get; init; }

    public double? ConsistencySeconds { get; init; }

    /// <summary>Raised quotas, by rule id.</summary>
    public Dictionary<string, int>? Quotas { get; init; }

    /// <summary>Ids of virtual interfaces, BGP peers, Connect attachments and Connect peers whose other side doesn't answer.</summary>
    public List<string>? BgpDown { get; init; }

    /// <summary>By VPC id.</summary>
    public Dictionary<string, VpcAttributesEntry>? VpcAttributes { get; init; }

    /// <summary>By fleet id.</summary>
    public Dictionary<string, FleetEntry>? Fleets { get; init; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="SandboxFileException">It is malformed.</exception>
    public static SettingsFile Read(string path, byte[] json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<SettingsFile>(json, FileFormat.Settings) ?? throw new SandboxFileException(path, 1, null, "is null; allowed is a JSON object.");
            file.Check(path, json);
            return file;
        }
        catch (JsonException problem)
        {
            throw FileFormat.Complain(path, json, problem);
        }
    }

    /// <summary>The settings that it asks for.</summary>
    public Settings ToSettings()
    {
        var settings = new Settings
        {
            Accounts = [.. (Accounts ?? []).Select(account => new SandboxAccount(account.Id, account.Name ?? account.Id, account.Profiles ?? []))],
            Region = Region,
            Denied = [.. (Denied ?? []).Select(denied => new Denial(denied.Account ?? "*", denied.Action, denied.Resource))],
            Faults = [.. Faults ?? []],
            Throttling = Throttling ?? false,
            ConsistencySeconds = ConsistencySeconds ?? 0,
            Quotas = new Dictionary<string, int>(Quotas ?? [], StringComparer.OrdinalIgnoreCase),
            BgpDown = new HashSet<string>(BgpDown ?? [], StringComparer.Ordinal),
        };
        foreach (var (name, seconds) in Delays ?? [])
        {
            if (name == DefaultDelay)
                settings.Delays.Default = TimeSpan.FromSeconds(seconds);
            else
                settings.Delays[Enum.Parse<Delay>(name, ignoreCase: true)] = TimeSpan.FromSeconds(seconds);
        }
        return settings;
    }

    /// <summary>The file that says what the settings say.</summary>
    public static SettingsFile Of(Settings settings) => new()
    {
        Accounts = [.. settings.Accounts.Select(account => new AccountEntry { Id = account.AccountId, Name = account.Name, Profiles = [.. account.Profiles] })],
        Region = settings.Region,
        Denied = [.. settings.Denied.Select(denial => new DenialEntry { Account = denial.Account, Action = denial.Action, Resource = denial.Resource })],
        Faults = settings.Faults,
        Delays = new Dictionary<string, double>(
            settings.Delays.Set.Select(delay => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(delay.Key.ToString()), delay.Value.TotalSeconds))
                .Append(KeyValuePair.Create(DefaultDelay, settings.Delays.Default.TotalSeconds)), StringComparer.Ordinal),
        Throttling = settings.Throttling,
        ConsistencySeconds = settings.ConsistencySeconds,
        Quotas = settings.Quotas,
        BgpDown = [.. settings.BgpDown],
    };

    private void Check(string path, byte[] json)
    {
        SandboxFileException Wrong(string field, string problem) => new(path, JsonLines.Find(json, "$." + field), field, problem);
        var accounts = Accounts ?? [];
        for (var i = 0; i < accounts.Count; i++)
        {
            if (!Core.Rules.AccountIds.IsAccountId(accounts[i].Id))
                throw Wrong($"accounts[{i}].id", $"'{accounts[i].Id}' isn't an account id; allowed is exactly 12 digits.");
            if (accounts.FindIndex(other => other.Id == accounts[i].Id) < i)
                throw Wrong($"accounts[{i}].id", $"{accounts[i].Id} is listed twice.");
        }
        if (accounts.SelectMany(account => account.Profiles ?? []).GroupBy(profile => profile, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Wrong("accounts", $"the profile '{twice.Key}' leads to two accounts.");
        if (Region is not null && Regions.Check(Region, "region") is { } region)
            throw Wrong("region", region.Message);
        for (var i = 0; i < (Denied ?? []).Count; i++)
        {
            if (!Denied![i].Action.Contains(':', StringComparison.Ordinal) && Denied[i].Action != "*")
                throw Wrong($"denied[{i}].action", $"'{Denied[i].Action}' isn't an action; allowed is service:Operation, such as ec2:CreateVpcPeeringConnection, with * and ? as wildcards.");
        }
        foreach (var (name, seconds) in Delays ?? [])
        {
            if (name != DefaultDelay && !Enum.TryParse<Delay>(name, ignoreCase: true, out _))
                throw Wrong("delays." + name, $"isn't a delay; allowed is default, {string.Join(", ", Enum.GetNames<Delay>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
            if (seconds is < 0 or > 86400 || double.IsNaN(seconds))
                throw Wrong("delays." + name, "is out of range; allowed is 0..86400 seconds.");
        }
        if (ConsistencySeconds is < 0 or > 86400)
            throw Wrong("consistencySeconds", "is out of range; allowed is 0..86400 seconds.");
        foreach (var (id, fleet) in Fleets ?? [])
        {
            if (fleet.CidrBlock is not null && Cidrs.Check(fleet.CidrBlock, "cidrBlock") is { } broken)
                throw Wrong($"fleets.{id}.cidrBlock", broken.Message);
        }
        foreach (var name in (Quotas ?? []).Keys)
        {
            if (!Core.Rules.Quotas.All.Any(quota => string.Equals(quota.RuleId, name, StringComparison.OrdinalIgnoreCase)))
                throw Wrong("quotas." + name, $"isn't a quota; allowed is {string.Join(", ", Core.Rules.Quotas.All.Select(quota => quota.RuleId))}.");
        }
    }

    /// <summary>An account.</summary>
    internal sealed class AccountEntry
    {
        public required string Id { get; init; }

        public string? Name { get; init; }

        public List<string>? Profiles { get; init; }
    }

    /// <summary>A denied action.</summary>
    internal sealed class DenialEntry
    {
        public string? Account { get; init; }

        public required string Action { get; init; }

        public string? Resource { get; init; }
    }

    /// <summary>A VPC's attributes.</summary>
    internal sealed class VpcAttributesEntry
    {
        public bool? EnableDnsSupport { get; init; }

        public bool? EnableDnsHostnames { get; init; }

        public bool? EnableNetworkAddressUsageMetrics { get; init; }
    }

    /// <summary>The VPC that GameLift runs a fleet in.</summary>
    internal sealed class FleetEntry
    {
        public string? VpcId { get; init; }

        public string? CidrBlock { get; init; }
    }
}
