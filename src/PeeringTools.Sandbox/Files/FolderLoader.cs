using System.Text.Json;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.Ec2;

namespace PeeringTools.Sandbox.Files;

/// <summary>
/// Reads a network from a folder: <c>&lt;account&gt;/&lt;region&gt;/*.json</c> and <c>*.json</c> at the root, each what an <c>aws ... describe-*</c> printed, told by its top-level key; and sandbox.json.
/// Everything is read into a new world, so a mistake anywhere leaves nothing half loaded.
/// </summary>
internal static class FolderLoader
{
    // What the CLI adds around a list.
    private static readonly string[] Wrapping = ["NextToken", "nextToken", "ResponseMetadata"];

    /// <summary>Reads a folder.</summary>
    /// <exception cref="SandboxFileException">A file is malformed.</exception>
    public static World Load(string folder, TimeProvider machine)
    {
        if (!Directory.Exists(folder))
            throw new SandboxFileException(folder, null, null, "there is no such folder.");
        var settingsPath = Path.Combine(folder, SettingsFile.Name);
        var settingsFile = File.Exists(settingsPath) ? SettingsFile.Read(settingsPath, ReadBytes(settingsPath)) : new SettingsFile();
        var world = new World(machine) { Settings = settingsFile.ToSettings() };
        if (settingsFile.Clock is { } clock)
            world.Clock.Set(clock);

        var items = new Dictionary<string, List<LoadedItem>>(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            Collect(file, items);
            if (file.Account is { } account && !world.Settings.Accounts.Exists(known => known.AccountId == account))
                world.Settings.Accounts.Add(new SandboxAccount(account, account, []));
        }
        var loader = new NetworkLoader(world, settingsFile);
        foreach (var (key, load) in DescribeKeys.All)
        {
            foreach (var item in items.GetValueOrDefault(key) ?? [])
                load(loader, item);
        }
        loader.ApplySettings(settingsPath);
        foreach (var vpc in world.Network.Vpcs.All)
            VpcDefaults.Add(world.Network, vpc, NetworkLoader.LongAgo);
        return world;
    }

    private static IEnumerable<DescribeFile> Files(string folder)
    {
        foreach (var path in JsonFiles(folder))
        {
            if (!string.Equals(Path.GetFileName(path), SettingsFile.Name, StringComparison.OrdinalIgnoreCase))
                yield return new DescribeFile(path, ReadBytes(path), null, null);
        }
        foreach (var accountFolder in Folders(folder))
        {
            var account = Path.GetFileName(accountFolder);
            if (AccountIds.Check(account, "folder") is { } badAccount)
                throw new SandboxFileException(accountFolder, null, null, badAccount.Message);
            foreach (var path in JsonFiles(accountFolder))
                yield return new DescribeFile(path, ReadBytes(path), account, null);
            foreach (var regionFolder in Folders(accountFolder))
            {
                var region = Path.GetFileName(regionFolder);
                if (Regions.Check(region, "folder") is { } badRegion)
                    throw new SandboxFileException(regionFolder, null, null, badRegion.Message);
                foreach (var path in JsonFiles(regionFolder))
                    yield return new DescribeFile(path, ReadBytes(path), account, region);
            }
        }
    }

    private static IEnumerable<string> JsonFiles(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);

    private static byte[] ReadBytes(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SandboxFileException(path, null, null, problem.Message);
        }
        // Windows PowerShell's redirection puts a byte order mark first.
        return bytes is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes;
    }

    private static void Collect(DescribeFile file, Dictionary<string, List<LoadedItem>> items)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(file.Json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            root = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw FileFormat.Complain(file.Path, file.Json, problem);
        }
        if (root.ValueKind != JsonValueKind.Object)
            throw new SandboxFileException(file.Path, 1, null, "isn't a JSON object, as a describe prints one.");
        if (DescribeKeys.IsVpcAttribute(root))
        {
            Add(items, DescribeKeys.VpcAttribute, new LoadedItem(file, "", 0, root));
            return;
        }
        foreach (var property in root.EnumerateObject())
        {
            if (Wrapping.Contains(property.Name, StringComparer.Ordinal))
                continue;
            var line = JsonLines.Find(file.Json, "$." + property.Name);
            if (property.Value.ValueKind != JsonValueKind.Array)
                throw new SandboxFileException(file.Path, line, property.Name, DescribeKeys.IsKnown(property.Name) ? "isn't a list, as a describe prints one." : DescribeKeys.Unknown);
            var index = 0;
            foreach (var element in property.Value.EnumerateArray())
            {
                var key = DescribeKeys.KeyOf(property.Name, element) ?? throw new SandboxFileException(file.Path, line, property.Name, DescribeKeys.Unknown);
                Add(items, key, new LoadedItem(file, property.Name, index++, element));
            }
            if (!DescribeKeys.IsKnown(property.Name))
                throw new SandboxFileException(file.Path, line, property.Name, DescribeKeys.Unknown);
        }
    }

    private static void Add(Dictionary<string, List<LoadedItem>> items, string key, LoadedItem item)
    {
        if (!items.TryGetValue(key, out var list))
            items.Add(key, list = []);
        list.Add(item);
    }
}
