using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Files;

/// <summary>
/// Seals BGP keys in saved state with AES-GCM under a key of this user, which lies in a file that only the user can read. Restored elsewhere, a sealed key can't be
/// opened and the sandbox makes a new one, as AWS does where a request brings none.
/// </summary>
internal sealed class KeySeal
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[]? _key;

    /// <summary>Under the key in a file. Where it isn't there yet it is made; where that isn't possible, keys are left out of what is saved.</summary>
    public KeySeal(string? keyFile) => _key = keyFile is null ? null : ReadOrMake(keyFile);

    /// <summary>This user's seal.</summary>
    public static KeySeal OfUser()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new KeySeal(folder.Length == 0 ? null : Path.Combine(folder, "PeeringTools", "sandbox-state.key"));
    }

    /// <summary>The key, unreadable.</summary>
    public string? Close(Secret secret)
    {
        if (_key is null)
            return null;
        var text = Encoding.UTF8.GetBytes(secret.Reveal());
        var sealedBytes = new byte[NonceLength + TagLength + text.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceLength));
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(sealedBytes.AsSpan(0, NonceLength), text, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength));
        CryptographicOperations.ZeroMemory(text);
        return Convert.ToBase64String(sealedBytes);
    }

    /// <summary>The key again, or null where it was sealed elsewhere or left out.</summary>
    public Secret? Open(string? closed)
    {
        if (_key is null || closed is null)
            return null;
        Span<byte> bytes = new byte[closed.Length];
        if (!Convert.TryFromBase64String(closed, bytes, out var length) || length < NonceLength + TagLength)
            return null;
        bytes = bytes[..length];
        var text = new byte[length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        try
        {
            aes.Decrypt(bytes[..NonceLength], bytes[(NonceLength + TagLength)..], bytes.Slice(NonceLength, TagLength), text);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        return new Secret(Encoding.UTF8.GetString(text));
    }

    private static byte[]? ReadOrMake(string file)
    {
        try
        {
            if (!File.Exists(file))
                MakeOnce(file);
            return File.ReadAllBytes(file) is { Length: KeyLength } key ? key : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Another process may be first.
    private static void MakeOnce(string file)
    {
        try
        {
            Make(file);
        }
        catch (IOException) when (File.Exists(file))
        {
            return;
        }
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
    }
}

/// <summary>Writes secrets sealed.</summary>
internal sealed class SecretConverter(KeySeal seal) : JsonConverter<Secret>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => seal.Open(reader.GetString()) ?? Secret.New();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(seal.Close(value));
}
