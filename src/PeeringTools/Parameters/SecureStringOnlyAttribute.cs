using System.Management.Automation;
using System.Security;

namespace PeeringTools.Parameters;

/// <summary>Refuses a secret given as plain text, with the line that makes a SecureString; the text itself is in no message.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecureStringOnlyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is null or SecureString
            ? value
            : throw new ArgumentTransformationMetadataException(
                "A secret is taken as a SecureString only, so that it shows in no history, log or transcript. Make one with: $key = Read-Host -AsSecureString");
    }
}
