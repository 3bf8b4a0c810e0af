namespace System.Management.Automation;

/// <summary>Steers the engine; never an error.</summary>
public abstract class FlowControlException : SystemException
{
    internal FlowControlException()
    {
    }
}
