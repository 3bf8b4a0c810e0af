using System.Collections;
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Checks a bound argument.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true)]
public abstract class ValidateArgumentsAttribute : CmdletMetadataAttribute
{
    /// <summary>Throws where the argument isn't valid.</summary>
    /// <exception cref="ValidationMetadataException">It isn't.</exception>
    protected abstract void Validate(object? arguments, EngineIntrinsics engineIntrinsics);

    internal void Check(object? arguments, EngineIntrinsics engine) => Validate(arguments, engine);
}

/// <summary>Checks each element of a bound argument.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class ValidateEnumeratedArgumentsAttribute : ValidateArgumentsAttribute
{
    /// <summary>Throws where the element isn't valid.</summary>
    /// <exception cref="ValidationMetadataException">It isn't.</exception>
    protected abstract void ValidateElement(object element);

    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        if (PSObject.Unwrap(arguments) is not { } argument)
            throw new ValidationMetadataException("The argument is null. Supply a value.");
        if (LanguagePrimitives.GetEnumerable(argument) is not { } elements)
        {
            ValidateElement(argument);
            return;
        }

        foreach (var element in elements)
            ValidateElement(PSObject.Unwrap(element) ?? throw new ValidationMetadataException("The argument holds a null. Supply a value in its place."));
    }
}

/// <summary>Root of the checks for null.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public abstract class NullValidationAttributeBase : ValidateArgumentsAttribute
{
    private protected static void EachElement(object? arguments, Action<object?> check)
    {
        if (arguments is not string && arguments is not IDictionary && arguments is IEnumerable elements)
        {
            foreach (var element in elements)
                check(PSObject.Unwrap(element));
        }
    }
}

/// <summary>Refuses null, also inside a collection.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateNotNullAttribute : NullValidationAttributeBase
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        var argument = PSObject.Unwrap(arguments) ?? throw new ValidationMetadataException("The argument is null. Provide a value that isn't null.");
        EachElement(argument, element =>
        {
            if (element is null)
                throw new ValidationMetadataException("The argument is a collection with a null in it. Provide one without nulls.");
        });
    }
}

/// <summary>Refuses null, the empty string and the empty collection, also inside a collection.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ValidateNotNullOrEmptyAttribute : NullValidationAttributeBase
{
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        var argument = PSObject.Unwrap(arguments);
        if (argument is null or string { Length: 0 } or ICollection { Count: 0 })
            throw new ValidationMetadataException("The argument is null or empty. Provide a value that is neither.");
        EachElement(argument, element =>
        {
            if (element is null or string { Length: 0 })
                throw new ValidationMetadataException("The argument is a collection with a null or empty element. Provide one without them.");
        });
    }
}
