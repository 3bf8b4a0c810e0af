using System.Globalization;

namespace PeeringTools.Host.Sandbox;

/// <summary>Another process listens on the port already, or the system keeps it.</summary>
internal sealed class PortTakenException(int port, Exception inner)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"port {port} on 127.0.0.1 can't be used: {inner.Message} Give another --port, or 0 for a free one."), inner);
