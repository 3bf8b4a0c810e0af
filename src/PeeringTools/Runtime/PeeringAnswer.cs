using PeeringTools.Core.Failures;
using PeeringTools.Core.Rules;

namespace PeeringTools.Runtime;

/// <summary>The answer to a request for a peering, which one account alone may give.</summary>
/// <param name="Id">The request.</param>
/// <param name="Participle">What is to be done to it: <c>accepted</c>, <c>rejected</c>.</param>
/// <param name="Accepter">The account that it is for, where that is known.</param>
internal sealed record PeeringAnswer(string Id, string Participle, string? Accepter)
{
    /// <summary>Why the account of these credentials may not give it; null where it may, or where it isn't known whose they are.</summary>
    public Failure? Refusal(string? account) =>
        account is not null && PeeringAnswerRules.CheckAccount(Id, Participle, Accepter, account) is { } broken ? Failure.Of(broken, ErrorKind.Denied, Id) : null;
}
