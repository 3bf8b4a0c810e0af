using System.Globalization;
using System.Text.Json;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <summary>A file of a describe's output.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Json">Its bytes.</param>
/// <param name="Account">The account whose folder it is in, or null at the root.</param>
/// <param name="Region">The Region whose folder it is in, or null.</param>
internal sealed record DescribeFile(string Path, byte[] Json, string? Account, string? Region);

/// <summary>One resource in a describe's output, with what is needed to complain about it.</summary>
internal sealed class LoadedItem(DescribeFile file, string key, int index, JsonElement json)
{
    /// <summary>The file.</summary>
    public DescribeFile File { get; } = file;

    /// <summary>The resource as it stands there.</summary>
    public JsonElement Json { get; } = json;

    private string Where { get; } = string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");

    /// <summary>The resource in AWS's own shape.</summary>
    public T As<T>()
    {
        try
        {
            return Json.Deserialize<T>(FileFormat.Describe) ?? throw Wrong(null, "is null");
        }
        catch (JsonException problem)
        {
            throw FileFormat.Complain(File.Path, File.Json, problem, "$." + Where);
        }
    }

    /// <summary>A value that must be there.</summary>
    public T Require<T>(T? value, string field)
        where T : class => value ?? throw Wrong(field, "is missing.");

    /// <summary>A value that must be there.</summary>
    public T Require<T>(T? value, string field)
        where T : struct => value ?? throw Wrong(field, "is missing.");

    /// <summary>An id of a kind that must be there.</summary>
    public string Id(ResourceKind kind, string? value, string field)
    {
        Check(ResourceIds.Check(kind, value, field), field);
        return value!;
    }

    /// <summary>An address block that must be there.</summary>
    public string Block(string? value, string field)
    {
        Check(Cidrs.Check(value, field), field);
        return value!;
    }

    /// <summary>Complains where a rule is broken.</summary>
    public void Check(RuleBreak? broken, string field)
    {
        if (broken is { IsWarning: false })
            throw Wrong(field, broken.Message);
    }

    /// <summary>The account that the resource belongs to: its own word for it, else its folder's, else the only one there is.</summary>
    public string Account(string? own, string field, Settings settings)
    {
        if (own is { Length: > 0 })
        {
            Check(AccountIds.Check(own, field), field);
            return own;
        }
        return File.Account ?? settings.DefaultAccount;
    }

    /// <summary>The Region that the resource lives in: its own word for it, else its folder's, else sandbox.json's.</summary>
    public string Region(string? own, string field, Settings settings)
    {
        var region = own is { Length: > 0 } ? own : File.Region ?? settings.Region;
        if (region is null)
            throw Wrong(null, $"lies in no Region: put the file into <account>/<region>/, or say \"region\" in {SettingsFile.Name}.");
        Check(Regions.Check(region, field), field);
        return region;
    }

    /// <summary>The owner's place of a resource without a Region of its own in its description.</summary>
    public Place Place(string? owner, string field, Settings settings) => new(Account(owner, field, settings), Region(null, "region", settings));

    /// <summary>A complaint about a field (or, with null, about the whole resource).</summary>
    public SandboxFileException Wrong(string? field, string problem)
    {
        var at = field is null ? Where : $"{Where}.{field}";
        return new SandboxFileException(File.Path, JsonLines.Find(File.Json, "$." + at), at, problem);
    }
}
