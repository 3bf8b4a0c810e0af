using Amazon.Runtime;
using PeeringTools.Aws;
using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sandboxes;

namespace PeeringTools.Core.Sessions;

/// <summary>Opens sessions: the running sandbox first, AWS only where no sandbox runs or where the request says so itself.</summary>
internal static class SessionOpener
{
    /// <summary>Opens a session for <paramref name="request"/>. Nothing is sent, but a profile with a role or SSO may sign in when its first call leaves.</summary>
    /// <exception cref="SessionException">No Region, no credentials or an unknown profile.</exception>
    /// <exception cref="RuleException">The Region or the endpoint has no valid form.</exception>
    /// <exception cref="FailureException">A record of a sandbox that runs no more would leave for AWS.</exception>
    public static async ValueTask<PeeringSession> OpenAsync(SessionRequest request, ICallObserver? observer)
    {
        if (request.EndpointUrl is { } endpoint && (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            throw new RuleException(
                new("EndpointUrlMalformed", $"-EndpointUrl '{endpoint}' is no http or https address.", "Give it as https://HOST or http://127.0.0.1:PORT."), endpoint);
        }

        if (SandboxLatch.Current is { } sandbox && StaysInside(request))
            return InSandbox(request, sandbox, observer);

        if (request.IsFromSandbox && StaysInside(request))
        {
            throw new FailureException(new(
                ErrorKind.BadInput,
                "SandboxRecordAfterStop",
                "This record was read in a sandbox, and no sandbox runs any more; what was rehearsed doesn't go to AWS.",
                "Start the sandbox again, or read the record from AWS; -Live sends this one to AWS all the same."));
        }

        var region = RegionSource.Resolve(request);
        var credentials = await CredentialSource.ResolveAsync(request).ConfigureAwait(false);
        var asked = SandboxLatch.Current is null ? credentials : new OutsideCredentials(credentials);
        return new(region, KnownAccount(credentials), ProfileOf(request), asked, request.EndpointUrl, null, observer, ActionPacer.For(AccessKeyOf(request, credentials), region));
    }

    /// <summary>Whether the request names neither of the ways out of a sandbox.</summary>
    public static bool StaysInside(SessionRequest request) => request.EndpointUrl is null && !request.Live;

    private static PeeringSession InSandbox(SessionRequest request, ISandbox sandbox, ICallObserver? observer)
    {
        // The network's own Region comes before the machine's: a rehearsal runs the same on every machine.
        var region = request.Region ?? request.Ambient.Region ?? sandbox.DefaultRegion ?? RegionSource.Resolve(request);
        var credentials = CredentialSource.OfKeys(request);
        var account = credentials is null ? AccountOf(request.ProfileName, sandbox) : null;
        return new(
            RegionSource.Checked(region),
            account ?? (AccountIds.IsAccountId(request.AccessKey) ? request.AccessKey : null),
            ProfileOf(request),
            credentials ?? new BasicAWSCredentials(account, "sandbox"),
            endpointUrl: null,
            sandbox,
            observer,
            ActionPacer.For($"sandbox {account ?? request.AccessKey}", region));
    }

    private static string AccountOf(string? profile, ISandbox sandbox)
    {
        if (profile is null)
        {
            // What the machine says counts where the sandbox knows it.
            var named = Environment.GetEnvironmentVariable("AWS_PROFILE");
            var key = Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID");
            return sandbox.Accounts.FirstOrDefault(a => named is not null && a.Profiles.Contains(named, StringComparer.OrdinalIgnoreCase))?.AccountId
                ?? sandbox.Accounts.FirstOrDefault(a => a.AccountId == key)?.AccountId
                ?? sandbox.DefaultAccountId;
        }

        return sandbox.Accounts.FirstOrDefault(a => a.Profiles.Contains(profile, StringComparer.OrdinalIgnoreCase))?.AccountId
            ?? throw new SessionException(
                "SandboxProfileNotFound",
                $"The sandbox has no account for the profile '{profile}', and while it runs no profile leads to AWS.",
                $"Its profiles are: {string.Join(", ", sandbox.Accounts.SelectMany(a => a.Profiles).DefaultIfEmpty("none"))}. Name it in sandbox.json, or use -Live for AWS itself.");
    }

    // Keys win over a profile, so a record must not send the next cmdlet to that profile's account.
    private static string? ProfileOf(SessionRequest request) => request.AccessKey is null ? request.ProfileName : null;

    // Only credentials that are there already are looked at: asking a role or SSO for them would be a call.
    private static string? KnownAccount(AWSCredentials credentials) =>
        credentials is BasicAWSCredentials or SessionAWSCredentials or EnvironmentVariablesAWSCredentials && credentials.GetCredentials().AccountId is { Length: > 0 } id ? id : null;

    private static string AccessKeyOf(SessionRequest request, AWSCredentials credentials) =>
        request.AccessKey ?? request.ProfileName ?? (credentials is EnvironmentVariablesAWSCredentials or BasicAWSCredentials ? credentials.GetCredentials().AccessKey : "default");
}
