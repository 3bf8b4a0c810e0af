using System.Collections.Concurrent;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace PeeringTools.Core.Sessions;

/// <summary>Finds the credentials of a session. AWSSDK.Core reads, signs in, assumes roles and refreshes; this only orders its providers.</summary>
internal static class CredentialSource
{
    private static readonly TimeSpan InstanceProbe = TimeSpan.FromSeconds(1);

    // Signing in and assuming a role cost a call; a runbook's hundredth cmdlet must not pay for it again.
    private static readonly ConcurrentDictionary<(string Name, string? Location, DateTime Written), AWSCredentials> Profiles = new();
    private static readonly Lazy<Task<bool>> InstanceAnswers = new(ProbeInstanceAsync);

    /// <summary>The SDK's default chain, in order, up to the instance service; each gives null where it has nothing.</summary>
    private static readonly Func<AWSCredentials?>[] DefaultChain =
    [
        () => Has("AWS_ACCESS_KEY_ID") && Has("AWS_SECRET_ACCESS_KEY") ? new EnvironmentVariablesAWSCredentials() : null,
        () => OfProfile(Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } named ? named : "default", null),
        () => Has("AWS_WEB_IDENTITY_TOKEN_FILE") && Has("AWS_ROLE_ARN") ? AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables() : null,
        () => Has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || Has("AWS_CONTAINER_CREDENTIALS_FULL_URI") ? new GenericContainerCredentials() : null,
    ];

    /// <summary>The credentials that the request, the shell or the default chain names.</summary>
    /// <exception cref="SessionException">Nothing names any, or the named profile isn't there.</exception>
    public static async ValueTask<AWSCredentials> ResolveAsync(SessionRequest request)
    {
        if (OfKeys(request) is { } keys)
            return keys;

        if (request.ProfileName is { } name)
            return OfProfile(name, request.ProfileLocation) ?? throw UnknownProfile(name, request.ProfileLocation);

        if (request.Ambient.ResolveCredentials() is { } ambient)
            return ambient;

        foreach (var provider in DefaultChain)
        {
            if (provider() is { } found)
                return found;
        }

        if (await InstanceAnswers.Value.ConfigureAwait(false))
            return new InstanceProfileAWSCredentials();

        throw new SessionException(
            "CredentialsMissing",
            "No AWS credentials were found: not in parameters, $StoredAWSCredentials, the environment, the default profile, a container or an instance role.",
            "Give -ProfileName, or -AccessKey with -SecretKey, or set $env:AWS_PROFILE or $env:AWS_ACCESS_KEY_ID and $env:AWS_SECRET_ACCESS_KEY, or run 'aws configure'.");
    }

    /// <summary>The credentials of -AccessKey and -SecretKey, or null when they aren't given.</summary>
    /// <exception cref="SessionException">Only one of the two is given.</exception>
    public static AWSCredentials? OfKeys(SessionRequest request)
    {
        if (request.AccessKey is null && request.SecretKey is null)
        {
            return request.SessionToken is null
                ? null
                : throw new SessionException("CredentialsIncomplete", "-SessionToken is given without -AccessKey and -SecretKey.", "Give all three, or use -ProfileName.");
        }

        if (request.AccessKey is null || request.SecretKey is null)
        {
            var (has, lacks) = request.AccessKey is null ? ("SecretKey", "AccessKey") : ("AccessKey", "SecretKey");
            throw new SessionException("CredentialsIncomplete", $"-{has} is given without -{lacks}.", $"Give -{lacks} as well, or use -ProfileName.");
        }

        var secret = Secrets.Reveal(request.SecretKey);
        return request.SessionToken is null
            ? new BasicAWSCredentials(request.AccessKey, secret)
            : new SessionAWSCredentials(request.AccessKey, secret, Secrets.Reveal(request.SessionToken));
    }

    private static AWSCredentials? OfProfile(string name, string? location)
    {
        var store = new CredentialProfileStoreChain(location);
        if (!store.TryGetProfile(name, out _))
            return null;

        return Profiles.GetOrAdd((name, location, LastWritten(location)), static (key, chain) =>
            chain.TryGetAWSCredentials(key.Name, out var credentials)
                ? credentials
                : throw new SessionException(
                    "ProfileUnusable",
                    $"The AWS profile '{key.Name}' holds nothing to sign with.",
                    "Add keys, a role_arn with its source, or an SSO session to it ('aws configure')."), store);
    }

    private static DateTime LastWritten(string? location)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] files =
        [
            location ?? Environment.GetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE") ?? Path.Combine(home, ".aws", "credentials"),
            Environment.GetEnvironmentVariable("AWS_CONFIG_FILE") ?? Path.Combine(home, ".aws", "config"),
        ];
        return files.Max(File.GetLastWriteTimeUtc);
    }

    private static SessionException UnknownProfile(string name, string? location)
    {
        var known = new CredentialProfileStoreChain(location).ListProfiles().Select(p => p.Name).Order(StringComparer.OrdinalIgnoreCase).Take(12).ToList();
        return new(
            "ProfileNotFound",
            $"There is no AWS profile '{name}'{(location is null ? "" : $" in {location}")}.",
            known.Count == 0 ? "No profile is set up: run 'aws configure --profile NAME'." : $"The profiles here are: {string.Join(", ", known)}.");
    }

    private static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };

    private static async Task<bool> ProbeInstanceAsync()
    {
        if (string.Equals(Environment.GetEnvironmentVariable("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            return false;

        var address = Environment.GetEnvironmentVariable("AWS_EC2_METADATA_SERVICE_ENDPOINT") is { Length: > 0 } set && Uri.TryCreate(set, UriKind.Absolute, out var uri)
            ? uri : new Uri("http://169.254.169.254");
        using var limit = new CancellationTokenSource(InstanceProbe);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
