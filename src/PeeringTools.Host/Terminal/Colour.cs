namespace PeeringTools.Host.Terminal;

/// <summary>Terminal colours.</summary>
internal static class Colour
{
    public const string Error = "\e[31;1m";
    public const string Message = "\e[33;1m";
    public const string None = "\e[0m";
}
