using Amazon.Runtime;

namespace PeeringTools.Core.Sandboxes;

/// <summary>Credentials of a session that was sent outside by name: signing in and assuming a role go there too.</summary>
internal sealed class OutsideCredentials(AWSCredentials inner) : AWSCredentials
{
    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => SandboxLatch.RunOutside(inner.GetCredentials);

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        SandboxLatch.GoOutside();
        return await inner.GetCredentialsAsync().ConfigureAwait(false);
    }
}
