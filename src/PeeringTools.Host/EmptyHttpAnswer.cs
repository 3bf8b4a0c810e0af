namespace PeeringTools.Host;

/// <summary>A connection to nobody, which takes any request and answers it with nothing.</summary>
internal sealed class EmptyHttpAnswer() : MemoryStream("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), writable: false)
{
    public override bool CanWrite => true;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
