using System.Collections;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Parameters;

/// <summary>Completes profile names: those of the AWS config and credentials files, or of the sandbox where the call goes there.</summary>
public sealed class ProfileNameCompleter : NameCompleter
{
    private protected override IEnumerable<(string Name, string ToolTip)> Names(IDictionary? given) => KnownProfiles.For(new SessionRequest
    {
        ProfileLocation = given?["ProfileLocation"]?.ToString(),
        EndpointUrl = given?["EndpointUrl"]?.ToString(),
        Live = given?.Contains("Live") == true,
    });
}
