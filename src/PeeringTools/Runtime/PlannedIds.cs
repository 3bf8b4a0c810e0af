using PeeringTools.Core.Rules;

namespace PeeringTools.Runtime;

/// <summary>Ids for the records that -WhatIf emits. No real call accepts them.</summary>
internal static class PlannedIds
{
    /// <summary>The state of a record that is only planned.</summary>
    public const string State = "planned";

    private static int _last;

    /// <summary>A new id such as <c>pcx-planned-1</c>, unique in this process.</summary>
    public static string Next(ResourceKind kind) => ResourceIds.Planned(kind, Interlocked.Increment(ref _last));
}
