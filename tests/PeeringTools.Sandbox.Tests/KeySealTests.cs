using PeeringTools.Sandbox.Files;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Tests;

public sealed class KeySealTests : IDisposable
{
    private readonly NetworkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sealed_key_opens_under_the_same_seal_only()
    {
        var file = Path.Combine(_folder.Path, "deep", "one.key");
        var closed = new KeySeal(file).Close(new Secret("Planted-Key-1"))!;
        Assert.Equal("Planted-Key-1", new KeySeal(file).Open(closed)!.Reveal());
        Assert.Null(new KeySeal(Path.Combine(_folder.Path, "two.key")).Open(closed));
        Assert.Null(new KeySeal(file).Open("not what was sealed"));
        Assert.NotEqual(closed, new KeySeal(file).Close(new Secret("Planted-Key-1")));
    }

    [Fact]
    public void The_seals_own_key_is_the_users_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps the user's folder by its access list instead.");
            return;
        }
        var file = Path.Combine(_folder.Path, "one.key");
        _ = new KeySeal(file);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Without_a_place_for_its_key_a_seal_leaves_secrets_out()
    {
        _folder.Write("file", "");
        var seal = new KeySeal(Path.Combine(_folder.Path, "file", "below-a-file.key"));
        Assert.Null(seal.Close(new Secret("Planted-Key-1")));
        Assert.Null(new KeySeal(null).Close(new Secret("Planted-Key-1")));
    }

    [Fact]
    public void A_secret_has_no_text_form() => Assert.DoesNotContain("Planted", $"{new Secret("Planted-Key-1")}", StringComparison.Ordinal);
}
