using System.Management.Automation;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>The errors of binding, under PowerShell's ids.</summary>
internal static class BindingErrors
{
    public static ParameterBindingException NamedParameterNotFound(InvocationInfo call, string name) =>
        Plain("NamedParameterNotFound", $"A parameter cannot be found that matches parameter name '{name}'.", call, name);

    public static ParameterBindingException PositionalParameterNotFound(InvocationInfo call, string argument) =>
        Plain("PositionalParameterNotFound", $"A positional parameter cannot be found that accepts argument '{argument}'.", call, argument);

    public static ParameterBindingException AmbiguousParameter(InvocationInfo call, string name, IEnumerable<CmdletParameter> matches) => Plain(
        "AmbiguousParameter", $"The parameter name '{name}' is ambiguous. It could be: {string.Join(' ', matches.Select(match => "-" + match.Name))}.", call, name);

    public static ParameterBindingException MissingArgument(InvocationInfo call, CmdletParameter parameter) => Plain(
        "MissingArgument", $"Missing an argument for parameter '{parameter.Name}'. Specify a parameter of type '{parameter.Type}' and try again.", call, parameter.Name);

    public static ParameterBindingException AlreadyBound(InvocationInfo call, string name) => Plain(
        "ParameterAlreadyBound", $"The parameter '{name}' is specified more than once. To give it several values, separate them by commas.", call, name);

    public static ParameterBindingException AmbiguousSet(InvocationInfo call) => Plain(
        "AmbiguousParameterSet",
        "Parameter set cannot be resolved using the specified named parameters. Some can't be used together, or too few were given.",
        call,
        name: null);

    public static ParameterBindingException MissingMandatory(InvocationInfo call, IEnumerable<CmdletParameter> missing)
    {
        var names = Names(missing);
        return Plain("MissingMandatoryParameter", $"Cannot process command because of one or more missing mandatory parameters:{names}.", call, names);
    }

    public static ParameterBindingException CannotConvert(InvocationInfo call, CmdletParameter parameter, Type type, object argument, Exception? inner) => new(
        "CannotConvertArgument",
        ErrorCategory.InvalidArgument,
        $"Cannot convert '{argument.GetType()}' to the type '{type}' required by parameter '{parameter.Name}'. {inner?.Message}",
        call,
        parameter.Name,
        inner) { ParameterType = parameter.Type, TypeSpecified = argument.GetType() };

    public static ParameterBindingException CannotConvert(InvocationInfo call, CmdletParameter parameter, object? argument, PSInvalidCastException inner) => new(
        "CannotConvertArgumentNoMessage", ErrorCategory.InvalidArgument, $"Cannot bind parameter '{parameter.Name}'. {inner.Message}", call, parameter.Name, inner)
        { ParameterType = parameter.Type, TypeSpecified = argument?.GetType() };

    public static ParameterBindingException NullNotAllowed(InvocationInfo call, CmdletParameter parameter) => Plain(
        "ParameterArgumentValidationErrorNullNotAllowed", $"Cannot bind argument to parameter '{parameter.Name}' because it is null.", call, parameter.Name);

    public static ParameterBindingException Failed(InvocationInfo call, CmdletParameter parameter, Exception inner) => new(
        "ParameterBindingFailed", ErrorCategory.WriteError, $"Cannot bind parameter '{parameter.Name}' to the target. {inner.Message}", call, parameter.Name, inner);

    public static ParameterBindingException WrongTypeName(InvocationInfo call, CmdletParameter parameter) => Plain(
        "MismatchedPSTypeName", $"Cannot bind argument to parameter '{parameter.Name}': it takes objects of the type name {parameter.RequiredTypeName}.", call, parameter.Name);

    public static ValidationBindingException Invalid(InvocationInfo call, CmdletParameter parameter, Exception inner) =>
        new("ParameterArgumentValidationError", $"Cannot validate argument on parameter '{parameter.Name}'. {inner.Message}", call, parameter.Name, inner);

    // The kind ends the id: NullNotAllowed, EmptyStringNotAllowed, EmptyArrayNotAllowed, EmptyCollectionNotAllowed.
    public static ValidationBindingException NothingGiven(InvocationInfo call, CmdletParameter parameter, string kind, string what) =>
        new($"ParameterArgumentValidationError{kind}", $"Cannot bind argument to parameter '{parameter.Name}' because it is {what}.", call, parameter.Name, inner: null);

    public static TransformationBindingException NotTransformed(InvocationInfo call, CmdletParameter parameter, Exception inner) =>
        new("ParameterArgumentTransformationError", $"Cannot process argument transformation on parameter '{parameter.Name}'. {inner.Message}", call, parameter.Name, inner);

    public static ParameterBindingException InputNotBound(InvocationInfo call) => Plain(
        "InputObjectNotBound",
        "The input object cannot be bound to any parameters: the command takes no such pipeline input, and no property of the object fits a parameter that does.",
        call,
        name: null);

    public static ParameterBindingException InputIncomplete(InvocationInfo call, IEnumerable<CmdletParameter> missing) => Plain(
        "InputObjectMissingMandatory",
        $"The input object cannot be bound because it doesn't hold what these mandatory parameters need:{Names(missing)}",
        call,
        name: null);

    private static string Names(IEnumerable<CmdletParameter> parameters) => string.Concat(parameters.Select(parameter => " " + parameter.Name));

    private static ParameterBindingException Plain(string id, string message, InvocationInfo call, string? name) =>
        new(id, ErrorCategory.InvalidArgument, message, call, name, inner: null);
}

/// <summary>An argument was refused. It ends the search for another parameter that might take it.</summary>
internal sealed class ValidationBindingException(string id, string message, InvocationInfo call, string name, Exception? inner)
    : ParameterBindingException(id, ErrorCategory.InvalidData, message, call, name, inner);

/// <summary>An argument couldn't be transformed.</summary>
internal sealed class TransformationBindingException(string id, string message, InvocationInfo call, string name, Exception? inner)
    : ParameterBindingException(id, ErrorCategory.InvalidData, message, call, name, inner);
