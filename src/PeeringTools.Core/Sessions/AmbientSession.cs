using System.Reflection;
using Amazon.Runtime;

namespace PeeringTools.Core.Sessions;

/// <summary>What the shell's session variables <c>$StoredAWSRegion</c> and <c>$StoredAWSCredentials</c> hold, as AWS Tools for PowerShell sets them.</summary>
/// <param name="Region">The Region's system name, or null.</param>
/// <param name="Credentials">The value of the credentials variable, an object of another copy of the AWS SDK.</param>
internal sealed record AmbientSession(string? Region, object? Credentials)
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// Credentials in our copy of the SDK, read from the other copy's object by the names of its members: types of two copies never match, so a reference could not do this.
    /// They are read again whenever they are needed, so that the other side's refresh works.
    /// </summary>
    /// <exception cref="SessionException">The variable holds something that gives no credentials: whoever set it didn't mean the default ones.</exception>
    public AWSCredentials? ResolveCredentials()
    {
        if (Credentials is null)
            return null;

        var holder = Holder() ?? throw new SessionException(
            "StoredCredentialsUnusable",
            $"$StoredAWSCredentials holds a {Credentials.GetType().Name}, which gives no credentials.",
            "Set it with Set-AWSCredential, or remove it, or give -ProfileName.");
        var borrowed = new BorrowedCredentials(holder);

        // An object that isn't the SDK's may belong to the shell's own thread, which this is and a call's later thread isn't.
        return holder.GetType().GetMethod("GetCredentialsAsync", AnyInstance, []) is null ? new StaticCredentials(borrowed.GetCredentials()) : borrowed;
    }

    private object? Holder()
    {
        if (GetCredentials(Credentials!) is not null)
            return Credentials;
        return Member(Credentials!, "Credentials") is { } inner && GetCredentials(inner) is not null ? inner : null;
    }

    private static MethodInfo? GetCredentials(object holder) => holder.GetType().GetMethod("GetCredentials", AnyInstance, []);

    private static object? Member(object holder, string name) =>
        holder.GetType().GetProperty(name, AnyInstance) is { } property ? property.GetValue(holder)
        : holder.GetType().GetField(name, AnyInstance)?.GetValue(holder);

    private sealed class StaticCredentials(ImmutableCredentials credentials) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => credentials;
    }

    private sealed class BorrowedCredentials(object holder) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials()
        {
            var theirs = AmbientSession.GetCredentials(holder)!.Invoke(holder, null)
                ?? throw new SessionException("CredentialsMissing", "$StoredAWSCredentials gave no credentials.", "Set them again with Set-AWSCredential, or give -ProfileName.");
            return new ImmutableCredentials(
                (string?)Member(theirs, "AccessKey"), (string?)Member(theirs, "SecretKey"), Member(theirs, "Token") is string { Length: > 0 } token ? token : null);
        }
    }
}
