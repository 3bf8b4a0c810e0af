using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using System.Security;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>The language's conversions, in its order: no change, its own rules, a Parse method, a constructor, a cast, IConvertible.</summary>
internal static class TypeConversion
{
    public static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    /// <exception cref="PSInvalidCastException">The value can't be that type.</exception>
    public static object? Convert(object? value, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (ReferenceEquals(value, AutomationNull.Value))
            value = null;
        if (value is null)
            return FromNull(type);
        if (type == typeof(PSObject))
            return PSObject.AsPSObject(value);
        if (type.IsInstanceOfType(value))
            return value;
        if (type == typeof(string))
            return ToText.Of(value);

        var source = PSObject.Unwrap(value);
        if (type.IsInstanceOfType(source))
            return source;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return source is string { Length: 0 } && !IsNumber(underlying) ? null : Convert(source, underlying);

        try
        {
            return ByOwnRules(source, type, out var result) || ByConverter(source, type, out result) || ByParse(source, type, out result)
                || ByConstructor(source, type, out result) || ByCast(source, type, out result) || ByProperties(source, type, out result)
                || ByConvertible(source, type, out result)
                ? result
                : throw CannotConvert(source, type, innerException: null);
        }
        catch (TargetInvocationException e)
        {
            throw CannotConvert(source, type, e.InnerException);
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            throw CannotConvert(source, type, e);
        }
    }

    private static object? FromNull(Type type)
    {
        if (type == typeof(string))
            return string.Empty;
        if (type == typeof(bool) || type == typeof(char) || IsNumber(type) || type == typeof(SwitchParameter))
            return Activator.CreateInstance(type);
        if (!type.IsValueType || Nullable.GetUnderlyingType(type) is not null)
            return null;
        throw new PSInvalidCastException("nullToStruct", $"Cannot convert null to type \"{type}\".", innerException: null);
    }

    private static bool ByOwnRules(object source, Type type, out object? result)
    {
        result = null;
        if (type == typeof(bool))
            result = Truth.Of(source);
        else if (type == typeof(SwitchParameter))
            result = new SwitchParameter(Truth.Of(source));
        else if (type.IsEnum && source is string name)
            result = EnumConversion.FromText(name, type);
        else if (type.IsEnum && source is IList names)
            result = EnumConversion.FromText(string.Join(',', names.Cast<object?>().Select(ToText.Of)), type);
        else if (type.IsEnum && (IsNumber(source.GetType()) || source is Enum))
            result = EnumConversion.FromNumber(source is Enum ? System.Convert.ToInt64(source, CultureInfo.InvariantCulture) : source, type);
        else if (IsNumber(type) && source is string text)
            result = NumberFromText(text, type);
        else if (IsNumber(type) && source is IConvertible && source is not DateTime)
            result = System.Convert.ChangeType(source is Enum or char ? System.Convert.ToInt64(source, CultureInfo.InvariantCulture) : source, type, CultureInfo.InvariantCulture);
        else if (type == typeof(char) && source is string { Length: 1 } letter)
            result = letter[0];
        else if (type.IsArray)
            result = ToArray(source, type.GetElementType()!);
        else if (type == typeof(DateTime) && source is string time)
            result = DateTime.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.None);
        else if (type == typeof(SecureString))
            return false;
        return result is not null;
    }

    private static object NumberFromText(string text, Type type)
    {
        text = text.Trim();
        if (text.Length == 0)
            return System.Convert.ChangeType(0, type, CultureInfo.InvariantCulture);
        if (type != typeof(double) && type != typeof(float) && decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var exact))
            return System.Convert.ChangeType(exact, type, CultureInfo.InvariantCulture);
        if (Numbers.TryParse(text, out var number))
            return System.Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
        throw new FormatException($"The input string '{text}' was not in a correct format.");
    }

    private static Array ToArray(object source, Type elementType)
    {
        if (source is string || LanguagePrimitives.GetEnumerable(source) is not { } elements)
            elements = new[] { source };
        var converted = new List<object?>();
        foreach (var element in elements)
            converted.Add(Convert(element, elementType));
        var array = Array.CreateInstance(elementType, converted.Count);
        for (var i = 0; i < converted.Count; i++)
            array.SetValue(converted[i], i);
        return array;
    }

    private static bool ByConverter(object source, Type type, out object? result)
    {
        result = null;
        if (type.GetCustomAttribute<TypeConverterAttribute>() is not { ConverterTypeName: var name }
            || Type.GetType(name, typeName => type.Assembly.GetType(typeName.FullName) is { } own ? own.Assembly : Assembly.Load(typeName), typeResolver: null) is not { } converterType
            || !converterType.IsAssignableTo(typeof(TypeConverter))
            || Activator.CreateInstance(converterType) is not TypeConverter converter
            || !converter.CanConvertFrom(source.GetType()))
        {
            return false;
        }

        result = converter.ConvertFrom(context: null, CultureInfo.InvariantCulture, source);
        return true;
    }

    private static bool ByParse(object source, Type type, out object? result)
    {
        result = null;
        if (source is not string text)
            return false;
        if (StaticParse(type, typeof(string), typeof(IFormatProvider)) is { } withCulture)
            result = withCulture.Invoke(null, [text, CultureInfo.InvariantCulture]);
        else if (StaticParse(type, typeof(string)) is { } plain)
            result = plain.Invoke(null, [text]);
        return result is not null;
    }

    private static MethodInfo? StaticParse(Type type, params Type[] parameters) =>
        type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, parameters) is { } parse && type.IsAssignableFrom(parse.ReturnType) ? parse : null;

    private static bool ByConstructor(object source, Type type, out object? result)
    {
        result = null;
        if (type.IsAbstract)
            return false;
        if (type.GetConstructor([source.GetType()]) is { } constructor)
            result = constructor.Invoke([source]);
        else if (IsNumber(source.GetType()) && type.GetConstructor([typeof(string)]) is { } fromText)
            result = fromText.Invoke([ToText.Of(source)]);
        return result is not null;
    }

    private static bool ByCast(object source, Type type, out object? result)
    {
        result = null;
        foreach (var holder in (Type[])[type, source.GetType()])
        {
            foreach (var method in holder.GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                if (method.Name is "op_Implicit" or "op_Explicit"
                    && type.IsAssignableFrom(method.ReturnType)
                    && method.GetParameters() is [{ ParameterType: var from }] && from.IsInstanceOfType(source))
                {
                    result = method.Invoke(null, [source]);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A hashtable or property bag sets the properties of a new object.</summary>
    private static bool ByProperties(object source, Type type, out object? result)
    {
        result = null;
        if (type.IsAbstract || IsNumber(type) || type.GetConstructor(Type.EmptyTypes) is null)
            return false;
        IEnumerable<(string Name, object? Value)>? pairs = source switch
        {
            IDictionary table => table.Keys.Cast<object>().Select(key => (ToText.Of(key), table[key])),
            PSObject bag => bag.Properties.Select(property => (property.Name, property.Value)),
            _ => null,
        };
        if (pairs is null)
            return false;

        var made = new PSObject(Activator.CreateInstance(type)!);
        foreach (var (name, value) in pairs)
        {
            if (made.Properties[name] is not PSProperty { IsSettable: true } property)
                throw new PSInvalidCastException("ObjectCreationError", $"Cannot create an object of type \"{type}\": it has no property '{name}' to set.", innerException: null);
            property.Value = value;
        }

        result = made.BaseObject;
        return true;
    }

    private static bool ByConvertible(object source, Type type, out object? result)
    {
        result = null;
        if (source is not IConvertible || Type.GetTypeCode(type) is TypeCode.Object or TypeCode.DateTime)
            return false;
        try
        {
            result = System.Convert.ChangeType(source, type, CultureInfo.InvariantCulture);
            return true;
        }
        catch (InvalidCastException)
        {
            return false;
        }
    }

    private static PSInvalidCastException CannotConvert(object source, Type type, Exception? innerException)
    {
        // Never the text of what may be a secret.
        var shown = type == typeof(SecureString) || type == typeof(PSCredential) ? string.Empty : $" \"{ToText.Of(source)}\"";
        return innerException is null
            ? new PSInvalidCastException("ConvertToFinalInvalidCastException", $"Cannot convert the{shown} value of type \"{source.GetType()}\" to type \"{type}\".", innerException)
            : new PSInvalidCastException("InvalidCastFromStringToType", $"Cannot convert value{shown} to type \"{type}\". Error: \"{innerException.Message}\"", innerException);
    }
}
