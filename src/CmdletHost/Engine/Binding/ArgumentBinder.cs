using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using PeeringTools.CmdletHost.Conversion;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>Puts one argument into one parameter: transform, convert, validate, set.</summary>
internal sealed class ArgumentBinder(InvocationInfo call, EngineIntrinsics engine, Func<CmdletParameter, object> targetOf)
{
    /// <summary>Binds the value; false where it doesn't fit as it is and may not be converted.</summary>
    /// <exception cref="ParameterBindingException">It doesn't fit.</exception>
    public bool TryBind(CmdletParameter parameter, object? value, bool convert)
    {
        try
        {
            value = Transform(parameter, value);
            if (convert)
                value = Convert(parameter, parameter.Type, parameter.Collection, value);
            else if (!FitsUnconverted(parameter, ref value))
                return false;
            CheckTypeName(parameter, value);
            Validate(parameter, value);
        }
        catch (ParameterBindingException e) when (!convert && IsBadCast(e))
        {
            return false;
        }

        if (value is null && parameter.Type.IsValueType && Nullable.GetUnderlyingType(parameter.Type) is null)
            throw BindingErrors.Failed(call, parameter, new SetValueException($"Exception setting \"{parameter.Name}\": \"Cannot convert null to type \"{parameter.Type}\".\""));
        try
        {
            parameter.Set(targetOf(parameter), value);
        }
        catch (TargetInvocationException e)
        {
            throw BindingErrors.Failed(call, parameter, new SetValueException($"Exception setting \"{parameter.Name}\": \"{e.InnerException!.Message}\"", e.InnerException));
        }

        call.BoundParameters[parameter.Name] = value;
        return true;
    }

    private static bool IsBadCast(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is PSInvalidCastException)
                return true;
        }

        return false;
    }

    private object? Transform(CmdletParameter parameter, object? value)
    {
        foreach (var transformation in parameter.Transformations)
        {
            if (value is null && !parameter.IsMandatorySomewhere && !parameter.CannotBeNull && !transformation.TransformNullOptionalParameters)
                continue;
            try
            {
                value = transformation.Transform(engine, value);
            }
            catch (Exception e) when (e is not PipelineStoppedException)
            {
                throw BindingErrors.NotTransformed(call, parameter, e);
            }
        }

        return value;
    }

    private object? Convert(CmdletParameter parameter, Type type, CollectionKind collection, object? value)
    {
        try
        {
            if (value is null || ReferenceEquals(value, AutomationNull.Value))
                return ConvertNull(parameter, type);
            if (type.IsInstanceOfType(value))
                return value;
            if (type == typeof(PSObject))
                return PSObject.AsPSObject(value);
            if (type == typeof(bool) || type == typeof(SwitchParameter) || type == typeof(bool?))
                return ConvertFlag(parameter, type, value);
            if (collection.IsCollection)
                return ConvertCollection(parameter, collection, value);
            if (PSObject.Unwrap(value) is IList && type != typeof(object) && !type.IsEnum)
                throw BindingErrors.CannotConvert(call, parameter, type, value, new NotSupportedException());
            return TypeConversion.Convert(value, type);
        }
        catch (PSInvalidCastException e)
        {
            throw BindingErrors.CannotConvert(call, parameter, value, e);
        }
    }

    private SwitchParameter? ConvertNull(CmdletParameter parameter, Type type)
    {
        if (type == typeof(bool))
            throw BindingErrors.NullNotAllowed(call, parameter);
        return type == typeof(SwitchParameter) ? SwitchParameter.Present : null;
    }

    /// <summary>A flag takes true, false and numbers, not text.</summary>
    private object ConvertFlag(CmdletParameter parameter, Type type, object value)
    {
        var on = PSObject.Unwrap(value) switch
        {
            bool flag => flag,
            SwitchParameter { IsPresent: var flag } => flag,
            { } number when TypeConversion.IsNumber(number.GetType()) => Truth.Of(number),
            var other => throw BindingErrors.CannotConvert(call, parameter, type, other!, inner: null),
        };
        return type == typeof(SwitchParameter) ? new SwitchParameter(on) : on;
    }

    private object ConvertCollection(CmdletParameter parameter, CollectionKind collection, object value)
    {
        var elements = PSObject.Unwrap(value) as IList ?? new[] { value };
        var converted = new List<object?>(elements.Count);
        foreach (var element in elements)
        {
            converted.Add(collection.ElementType is { } type
                ? Convert(parameter, type, CollectionKind.Of(type), element)
                : PSObject.Unwrap(element));
        }

        return collection.Make(converted);
    }

    private static bool FitsUnconverted(CmdletParameter parameter, ref object? value)
    {
        var type = parameter.Type;
        if (value is null)
            return !type.IsValueType && type != typeof(string);
        if (type.IsInstanceOfType(value))
            return true;
        value = PSObject.Unwrap(value);
        if (type.IsInstanceOfType(value))
            return true;
        if (!parameter.Collection.IsCollection)
            return false;

        var elements = value as IList ?? new[] { value };
        var unwrapped = new List<object?>(elements.Count);
        foreach (var element in elements)
        {
            var bare = PSObject.Unwrap(element);
            if (parameter.Collection.ElementType is { } elementType && bare is not null && bare.GetType() != elementType && !bare.GetType().IsSubclassOf(elementType))
                return false;
            unwrapped.Add(bare);
        }

        value = parameter.Collection.Make(unwrapped);
        return true;
    }

    private void CheckTypeName(CmdletParameter parameter, object? value)
    {
        if (parameter.RequiredTypeName is not { } required || value is null)
            return;
        foreach (var element in LanguagePrimitives.GetEnumerable(value) ?? new[] { value })
        {
            if (element is not null && !PSObject.AsPSObject(element).TypeNames.Contains(required, StringComparer.OrdinalIgnoreCase))
                throw BindingErrors.WrongTypeName(call, parameter);
        }
    }

    private void Validate(CmdletParameter parameter, object? value)
    {
        foreach (var validation in parameter.Validations)
        {
            try
            {
                validation.Check(value, engine);
            }
            catch (Exception e) when (e is not PipelineStoppedException)
            {
                throw BindingErrors.Invalid(call, parameter, e);
            }
        }

        if (parameter.IsMandatorySomewhere)
            RequireSomething(parameter, parameter.Type, value, isElement: false);
    }

    private void RequireSomething(CmdletParameter parameter, Type? type, object? value, bool isElement)
    {
        if (value is null)
        {
            if (!parameter.AllowsNull && type != typeof(bool?))
                throw BindingErrors.NothingGiven(call, parameter, "NullNotAllowed", "null");
        }
        else if (type == typeof(string))
        {
            if (value is string { Length: 0 } && !parameter.AllowsEmptyString)
                throw BindingErrors.NothingGiven(call, parameter, "EmptyStringNotAllowed", "an empty string");
        }
        else if (!isElement && parameter.Collection.IsCollection)
        {
            RequireElements(parameter, (IEnumerable)value);
        }
    }

    private void RequireElements(CmdletParameter parameter, IEnumerable elements)
    {
        var isEmpty = true;
        foreach (var element in elements)
        {
            isEmpty = false;
            if (parameter.Collection.ElementType is not { IsValueType: true } elementType)
                RequireSomething(parameter, parameter.Collection.ElementType, element, isElement: true);
        }

        if (!isEmpty || parameter.AllowsEmptyCollection)
            return;
        throw parameter.Collection.IsArray
            ? BindingErrors.NothingGiven(call, parameter, "EmptyArrayNotAllowed", "an empty array")
            : BindingErrors.NothingGiven(call, parameter, "EmptyCollectionNotAllowed", "an empty collection");
    }
}
