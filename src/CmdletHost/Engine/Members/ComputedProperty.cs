using System.Management.Automation;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Members;

/// <summary>A property that an expression over <c>$this</c> works out.</summary>
internal sealed class ComputedProperty : PSPropertyInfo
{
    private readonly PSObject _owner;
    private readonly Expression _body;

    public ComputedProperty(PSObject owner, string name, Expression body)
    {
        SetMemberName(name);
        (_owner, _body) = (owner, body);
    }

    public override PSMemberTypes MemberType => PSMemberTypes.ScriptProperty;

    public override bool IsSettable => false;

    public override bool IsGettable => true;

    public override object? Value
    {
        get => _body.Evaluate(new EvaluationScope(Session: null, _owner));
        set => throw new SetValueException($"'{Name}' can only be read.");
    }

    public override string TypeNameOfValue => "System.Object";

    public override PSMemberInfo Copy() => new ComputedProperty(_owner, Name, _body);
}
