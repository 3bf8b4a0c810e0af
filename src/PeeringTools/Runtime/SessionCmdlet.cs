using System.Management.Automation;
using System.Security;
using PeeringTools.Core.Rules;
using PeeringTools.Core.Sessions;
using PeeringTools.Parameters;

namespace PeeringTools.Runtime;

/// <summary>A cmdlet that calls AWS: where, and as whom.</summary>
public abstract class SessionCmdlet : PeeringCmdlet
{
    private static readonly string[] MustHaveValue =
        [nameof(Region), nameof(ProfileName), nameof(ProfileLocation), nameof(AccessKey), nameof(SecretKey), nameof(SessionToken), nameof(EndpointUrl), "PeerProfileName"];

    private readonly Dictionary<object, IDisposable> _sessions = [];

    /// <summary>
    /// The AWS Region to work in, such as <c>eu-west-1</c>. A piped record brings its own. Default: <c>$StoredAWSRegion</c>, the profile's Region, <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Alias("RegionToCall")]
    [AllowNull]
    [AllowEmptyString]
    public string? Region { get; set; }

    /// <summary>The profile in your AWS config or credentials file (or of the sandbox) to work as. A piped record brings the one it was made with.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    [Alias("StoredCredentials", "AWSProfileName")]
    [AllowNull]
    [AllowEmptyString]
    public string? ProfileName { get; set; }

    /// <summary>The credentials file that holds the profile, where it isn't the default one.</summary>
    [Parameter]
    [Alias("AWSProfilesLocation", "ProfilesLocation")]
    [AllowNull]
    [AllowEmptyString]
    public string? ProfileLocation { get; set; }

    /// <summary>An access key id; it needs <c>-SecretKey</c> too.</summary>
    [Parameter]
    [Alias("AK")]
    [AllowNull]
    [AllowEmptyString]
    public string? AccessKey { get; set; }

    /// <summary>The secret key of <c>-AccessKey</c>.</summary>
    [Parameter]
    [Alias("SK", "SecretAccessKey")]
    [SecureStringOnly]
    [AllowNull]
    public SecureString? SecretKey { get; set; }

    /// <summary>The session token of temporary credentials.</summary>
    [Parameter]
    [Alias("ST")]
    [SecureStringOnly]
    [AllowNull]
    public SecureString? SessionToken { get; set; }

    /// <summary>Another address to call than AWS's own, such as that of a sandbox on a port. Given explicitly, it is used although a sandbox runs in this process.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    public string? EndpointUrl { get; set; }

    /// <summary>Call AWS itself although a sandbox runs in this process.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>Whether the input was read in a sandbox. A piped record brings it; where no sandbox runs any more, such a record is refused, so that what was rehearsed doesn't reach AWS.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    public object? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var session in _sessions.Values)
                session.Dispose();
            _sessions.Clear();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        foreach (var name in MustHaveValue)
            RefuseEmpty(name);
    }

    /// <summary>Opens, or finds again, the session that the parameters name.</summary>
    /// <param name="region">The Region to work in, where it isn't the one of <c>-Region</c>.</param>
    /// <param name="profileName">The profile of another account, to work as instead of with the cmdlet's own credentials.</param>
    private protected async ValueTask<PeeringSession> OpenSessionAsync(string? region = null, string? profileName = null)
    {
        var other = NullIfEmpty(profileName);
        var request = new SessionRequest
        {
            Region = NullIfEmpty(region) ?? NullIfEmpty(Region),
            ProfileName = other ?? NullIfEmpty(ProfileName),
            ProfileLocation = ProfileLocation is null ? null : FilePaths.Resolve(this, ProfileLocation, nameof(ProfileLocation)),
            AccessKey = other is null ? AccessKey : null,
            SecretKey = other is null ? SecretKey : null,
            SessionToken = other is null ? SessionToken : null,
            EndpointUrl = EndpointUrl,
            Live = Live,

            // A record that went through a file has it as text.
            IsFromSandbox = string.Equals(Sandbox?.ToString(), bool.TrueString, StringComparison.OrdinalIgnoreCase),
            Ambient = new(StoredRegion(), Variable("StoredAWSCredentials")),
        };
        if (_sessions.TryGetValue(request, out var known))
            return (PeeringSession)known;

        var session = await SessionOpener.OpenAsync(request, CallLog.To(PostVerbose));
        _sessions.Add(request, session);
        return session;
    }

    /// <summary>Whether something was to be named by this parameter: on the command line, or by an input. Then nothing ($null, an unset variable) must not stand for all.</summary>
    private protected bool MustName(string parameter) => MyInvocation.ExpectingInput || GivenByName(parameter);

    /// <summary>Whether only a plan is made here (<c>$WhatIfPreference</c>, or a caller's -WhatIf): then an id that -WhatIf made up goes on; else it is a broken rule.</summary>
    private protected bool IsPlan => LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // AWS Tools stores an object with a Region, and a script may store one of its own making. What names none is given as it reads, and refused.
    private string? StoredRegion()
    {
        if (SessionState.PSVariable.GetValue("StoredAWSRegion") is not { } stored)
            return null;

        var wrapped = PSObject.AsPSObject(stored);
        return NullIfEmpty(((wrapped.Properties["Region"] ?? wrapped.Properties["SystemName"])?.Value ?? wrapped).ToString());
    }

    private object? Variable(string name)
    {
        var value = SessionState.PSVariable.GetValue(name);
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }

    // A piped record may lack a Region or a profile; an empty one on the command line is a slip, such as an unset variable, and must not lead elsewhere.
    private void RefuseEmpty(string name)
    {
        if (GivenByName(name) && string.IsNullOrWhiteSpace(MyInvocation.BoundParameters[name]?.ToString()))
        {
            ThrowTerminatingError(ErrorRecords.From(
                new(ErrorKind.BadInput, name + "Empty", $"-{name} has no value.", $"Give -{name} a value (is its variable set?), or leave it out."), item: name));
        }
    }
}
