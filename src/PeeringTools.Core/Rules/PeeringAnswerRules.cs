namespace PeeringTools.Core.Rules;

/// <summary>
/// Rules on answers to requests for peerings. Source: VPC peering guide, "Accept or reject a VPC peering connection"; VPC transit gateways guide, "Accept or reject a peering attachment request".
/// </summary>
internal static class PeeringAnswerRules
{
    /// <summary>Rule <see cref="RuleIds.PeeringAnswerNotYours"/>: a request is answered by the account that it is for. Where it isn't known which that is, nothing is claimed.</summary>
    /// <param name="peeringId">The request.</param>
    /// <param name="participle">What is to be done to it: <c>accepted</c>, <c>rejected</c>.</param>
    /// <param name="accepter">The account that it is for.</param>
    /// <param name="account">The account of the credentials.</param>
    public static RuleBreak? CheckAccount(string peeringId, string participle, string? accepter, string account) => !AccountIds.IsAccountId(accepter) || accepter == account
        ? null
        : new(RuleIds.PeeringAnswerNotYours,
            $"{peeringId} is to be {participle} by account {accepter}; these credentials are of {account}. Allowed is the account that was asked.",
            $"Give -ProfileName a profile of {accepter}.");
}
