using System.Collections;
using System.Management.Automation;

namespace PeeringTools.Parameters;

/// <summary>
/// Takes an id, or the id that an object carries under a name; an object without it isn't taken as its text. So an attachment that is piped to a cmdlet that takes peers or attachments binds to the parameter for
/// attachments alone.
/// </summary>
/// <param name="propertyName">The property that holds the id.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdOfAttribute(string propertyName) : ArgumentTransformationAttribute
{
    /// <summary>The property that holds the id.</summary>
    public string PropertyName { get; } = propertyName;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or string || (value is IEnumerable and not PSObject))
            return inputData;

        // Binding from a pipeline passes over an input that can't be cast and goes on with its properties.
        return PSObject.AsPSObject(inputData).Properties[PropertyName]?.Value
            ?? throw new ArgumentTransformationMetadataException(
                $"The object has no {PropertyName}.", new PSInvalidCastException($"Cannot convert a value of type {value.GetType()} to an id."));
    }
}
