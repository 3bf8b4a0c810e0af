using PeeringTools.Core.Failures;
using PeeringTools.Core.Sessions;

namespace PeeringTools.Runtime;

/// <summary>One call of a change that takes several.</summary>
/// <param name="Action">The API action.</param>
/// <param name="Target">The resource itself that it is done to.</param>
/// <param name="TargetObject">The object an error is about: the id or the input.</param>
/// <param name="Session">Where it is made, and as whom.</param>
/// <param name="Ask">Asks AWS without changing anything.</param>
internal sealed record PlannedCall(string Action, string Target, object TargetObject, PeeringSession Session, Func<CancellationToken, Task<DryRunAnswer>> Ask);
