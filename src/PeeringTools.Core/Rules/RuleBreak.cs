namespace PeeringTools.Core.Rules;

/// <summary>A rule of AWS that a value or a state breaks. The cmdlets report it before any call; the sandbox answers with it as the service would.</summary>
/// <param name="RuleId">Stable id of the rule, PascalCase (<c>InsideCidrReserved</c>). It is also the error id a script can test for.</param>
/// <param name="Message">What is wrong, with the value and the allowed range, in one sentence or two.</param>
/// <param name="Remedy">What to do next, as an instruction.</param>
/// <param name="IsWarning">True where AWS's own behaviour isn't confirmed: tell the user and go on.</param>
internal sealed record RuleBreak(string RuleId, string Message, string Remedy, bool IsWarning = false);
