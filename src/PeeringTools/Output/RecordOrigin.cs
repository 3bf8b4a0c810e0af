using PeeringTools.Core.Sessions;

namespace PeeringTools;

/// <summary>Where a record comes from.</summary>
internal sealed record RecordOrigin(string? Region, string? AccountId, string? ProfileName, bool Sandbox)
{
    public static RecordOrigin Of(PeeringSession session) => new(session.Region, session.AccountId, session.ProfileName, session.Sandbox is not null);
}
