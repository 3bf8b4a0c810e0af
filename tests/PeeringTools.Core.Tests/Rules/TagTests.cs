using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Core.Rules;

namespace PeeringTools.Core.Tests.Rules;

public partial class TagTests
{
    [Theory]
    [InlineData(1, null)]
    [InlineData(128, null)]
    [InlineData(129, RuleIds.TagKeyTooLong)]
    [InlineData(256, RuleIds.TagKeyTooLong)]
    public void Keys_have_1_to_128_characters(int length, string? ruleId)
    {
        Assert.Equal(ruleId, Tags.CheckKey(new string('k', length), TagService.Ec2, "Tag")?.RuleId);
        // A character beyond the basic plane counts once, though it takes two UTF-16 units.
        Assert.Equal(ruleId, Tags.CheckKey(string.Concat(Enumerable.Repeat("\U0001F600", length)), TagService.Ec2, "Tag")?.RuleId);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(256, null)]
    [InlineData(257, RuleIds.TagValueTooLong)]
    public void Values_have_0_to_256_characters(int length, string? ruleId) =>
        Assert.Equal(ruleId, Tags.CheckValue("k", new string('v', length), TagService.Ec2, "Tag")?.RuleId);

    [Theory]
    [InlineData("aws:x")]
    [InlineData("AWS:x")]
    [InlineData("Aws:")]
    public void The_prefix_of_AWS_is_refused_in_any_case(string key) => Assert.Equal(RuleIds.TagKeyReserved, Tags.CheckKey(key, TagService.Ec2, "Tag")?.RuleId);

    [Theory]
    [InlineData("awsx")]
    [InlineData("my:aws:x")]
    [InlineData("aws")]
    public void Keys_that_only_resemble_it_pass(string key) => Assert.Null(Tags.CheckKey(key, TagService.DirectConnect, "Tag"));

    [Fact]
    public void Fifty_tags_pass_and_keys_that_differ_in_case_are_two()
    {
        var fifty = Enumerable.Range(0, 50).Select(i => new KeyValuePair<string?, string?>("key" + i, "v")).ToList();
        Assert.Null(Tags.Check(fifty, TagService.Ec2, "Tag"));
        Assert.Null(Tags.Check([new("name", "a"), new("Name", "b")], TagService.Ec2, "Tag"));
        Assert.Null(Tags.Check([], TagService.Ec2, "Tag"));
    }

    [Fact]
    public void Direct_Connect_takes_the_characters_of_its_model()
    {
        var text = Gen.Elements("aZ9_.:/=+-@ \u00a0\u2028éßжسक中ⅷ²½#!,;'\"<>&*()[]{}\t\n\u0301€🙂".ToCharArray())
            .NonEmptyListOf().Select(chars => new string([.. chars]));
        Prop.ForAll(text.ToArbitrary(), key =>
        {
            var passes = Tags.CheckValue("k", key, TagService.DirectConnect, "Tag") is null;
            return passes == ModelPattern().IsMatch(key) && Tags.CheckValue("k", key, TagService.Ec2, "Tag") is null;
        }).QuickCheckThrowOnFailure();
    }

    // The pattern of TagKey and TagValue in the API model, anchored to the very end.
    [GeneratedRegex(@"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ModelPattern();
}
