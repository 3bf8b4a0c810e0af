using System.Management.Automation;
using PeeringTools.CmdletHost.Conversion;
using PeeringTools.CmdletHost.Language;

namespace PeeringTools.CmdletHost.Builtin;

/// <summary>Lets the objects through for which a condition holds.</summary>
[Cmdlet("Where", "Object", DefaultParameterSetName = ByProperty)]
internal sealed class WhereObjectCommand : PSCmdlet
{
    private const string ByProperty = "Property";
    private const string ByCondition = "Condition";
    private Func<PSObject, bool> _isWanted = _ => false;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByCondition)]
    public ScriptBlock? FilterScript { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByProperty)]
    public string Property { get; set; } = string.Empty;

    [Parameter(Position = 1, ParameterSetName = ByProperty)]
    public object? Value { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IEQ")]
    public SwitchParameter EQ { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("INE")]
    public SwitchParameter NE { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IGT")]
    public SwitchParameter GT { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IGE")]
    public SwitchParameter GE { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("ILT")]
    public SwitchParameter LT { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("ILE")]
    public SwitchParameter LE { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("ILike")]
    public SwitchParameter Like { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("INotLike")]
    public SwitchParameter NotLike { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IMatch")]
    public SwitchParameter Match { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("INotMatch")]
    public SwitchParameter NotMatch { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IIn")]
    public SwitchParameter In { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("INotIn")]
    public SwitchParameter NotIn { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("IContains")]
    public SwitchParameter Contains { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    [Alias("INotContains")]
    public SwitchParameter NotContains { get; set; }

    [Parameter(ParameterSetName = ByProperty)]
    public SwitchParameter Not { get; set; }

    protected override void BeginProcessing()
    {
        if (FilterScript is { Body: var condition })
        {
            var session = ((Pipelines.CommandStage)CommandRuntime).Session;
            _isWanted = input => Truth.Of(condition.Evaluate(new EvaluationScope(session, input)));
            return;
        }

        var operators = MyInvocation.BoundParameters.Keys.Where(ComparisonOperators.Table.ContainsKey).ToList();
        if (operators.Count > 1 || (operators.Count > 0 && Not) || (operators.Count == 0 && MyInvocation.BoundParameters.ContainsKey(nameof(Value))))
            Refuse("AmbiguousParameterSet", "Where-Object takes one comparison: a property, an operator such as -eq, and a value.");
        if (operators.Count == 1 && !MyInvocation.BoundParameters.ContainsKey(nameof(Value)))
            Refuse("ValueNotSpecifiedForWhereObject", $"The operator -{operators[0]} needs a value.");
        if (operators.Count == 0)
        {
            _isWanted = input => Truth.Of(MemberExpression.Read(input, Property)) != Not;
            return;
        }

        var (compare, whole) = ComparisonOperators.Table[operators[0]];
        _isWanted = input =>
        {
            var left = MemberExpression.Read(input, Property);
            return whole || LanguagePrimitives.GetEnumerable(left) is not { } elements
                ? compare(left, Value)
                : Truth.Of(elements.Cast<object?>().Where(element => compare(element, Value)).ToArray());
        };
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null || !MyInvocation.ExpectingInput)
            return;
        bool isWanted;
        try
        {
            isWanted = _isWanted(InputObject);
        }
        catch (ArgumentException)
        {
            // What has no order is not greater, and not less.
            isWanted = false;
        }

        if (isWanted)
            WriteObject(InputObject);
    }

    private void Refuse(string errorId, string message) =>
        ThrowTerminatingError(new ErrorRecord(new PSInvalidOperationException(message), errorId, ErrorCategory.InvalidArgument, targetObject: null));
}
