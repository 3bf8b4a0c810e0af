using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace PeeringTools.CmdletHost.Conversion;

/// <summary>What counts as true: anything but null, false, zero, no text and an empty list; a list of one is worth its element.</summary>
internal static class Truth
{
    public static bool Of(object? value)
    {
        if (ReferenceEquals(value, AutomationNull.Value))
            return false;
        return PSObject.Unwrap(value) switch
        {
            null => false,
            bool flag => flag,
            SwitchParameter flag => flag.IsPresent,
            string text => text.Length > 0,
            char letter => letter != '\0',
            IConvertible number when TypeConversion.IsNumber(number.GetType()) => number.ToDouble(null) != 0,
            IList { Count: 0 } => false,
            IList { Count: 1 } list => list[0] is IList ? ((IList)list[0]!).Count > 0 : Of(list[0]),
            _ => true,
        };
    }
}
