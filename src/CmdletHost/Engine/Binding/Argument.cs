namespace PeeringTools.CmdletHost.Binding;

/// <summary>A name, a value, or both, as given to a command.</summary>
internal sealed class Argument
{
    /// <summary>The parameter's name as given, without the dash, or null.</summary>
    public string? Name { get; private init; }

    public bool HasValue { get; private set; }

    public object? Value { get; private set; }

    /// <summary>Whether it comes out of a splatted hashtable: a name given in the line goes before it.</summary>
    public bool FromTable { get; private init; }

    public static Argument Named(string name) => new() { Name = name };

    public static Argument Named(string name, object? value, bool fromTable = false) => new() { Name = name, HasValue = true, Value = value, FromTable = fromTable };

    public static Argument Positional(object? value) => new() { HasValue = true, Value = value };

    public void Give(object? value) => (HasValue, Value) = (true, value);
}
