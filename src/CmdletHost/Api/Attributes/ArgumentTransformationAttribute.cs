using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Turns an argument into another before its type is looked at.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ArgumentTransformationAttribute : CmdletMetadataAttribute
{
    /// <summary>Whether an optional parameter's null is transformed too.</summary>
    public virtual bool TransformNullOptionalParameters => true;

    /// <summary>The value to bind.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The argument can't be transformed.</exception>
    public abstract object? Transform(EngineIntrinsics engineIntrinsics, object? inputData);
}

/// <summary>Leaves a credential as it is; a user name alone would need a prompt, which this host doesn't give.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class CredentialAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => false;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        PSObject.Unwrap(inputData) is string user && user.Length > 0
            ? throw new ArgumentTransformationMetadataException($"A password for '{user}' can't be asked for here. Pass a PSCredential.")
            : inputData;
}
