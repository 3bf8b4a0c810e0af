using PeeringTools.Aws.EC2.Model;

namespace PeeringTools;

/// <summary>What AWS says about a transit gateway peering attachment.</summary>
public sealed class TgwPeeringStatus
{
    private readonly PeeringAttachmentStatus _status;

    internal TgwPeeringStatus(PeeringAttachmentStatus status) => _status = status;

    /// <summary>The code, such as <c>pending-acceptance</c>.</summary>
    public string? Code => _status.Code;

    /// <summary>AWS's message, such as why it failed.</summary>
    public string? Message => _status.Message;

    /// <summary>Code and message.</summary>
    public override string ToString() => string.IsNullOrEmpty(Message) ? Code ?? "" : $"{Code}: {Message}";
}
