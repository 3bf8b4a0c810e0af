using System.Management.Automation;

namespace PeeringTools.Parameters;

/// <summary>
/// Refuses an AS number in asdot that wasn't quoted: the shell makes a floating-point number of it, and 1.10 and 1.1, two AS numbers, become one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AsnTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is double or float
            ? throw new ArgumentTransformationMetadataException(
                "An AS number with a dot is two 16-bit halves (asdot), but this one came as a floating-point number, in which 1.10 and 1.1 are the same. Quote it, as in '1.10', or give the whole number, 65546.")
            : inputData;
    }
}
