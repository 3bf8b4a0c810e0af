namespace PeeringTools.Aws.Generator.Model;

internal sealed class Operation(string name, Shape? input, Shape? output)
{
    public string Name { get; } = name;

    public Shape? Input { get; } = input;

    public Shape? Output { get; } = output;

    public IReadOnlyList<Member> InputMembers => Input?.Members ?? [];

    public IReadOnlyList<Member> OutputMembers => Output?.Members ?? [];

    public string RequestClass => Name + "Request";

    public string ResponseClass => Name + "Response";

    /// <summary>The members that carry the page token, where the operation pages: from the model's pagination, else by name where both sides have one.</summary>
    public (Member Input, Member Output)? PageToken { get; set; }

    public Member? DryRun => InputMembers.FirstOrDefault(m => m.Name == "DryRun");

    public string Kind
    {
        get
        {
            if (InputMembers.Any(m => m.IsIdempotencyToken) || RepeatableCreates.Contains(Name))
                return "Idempotent";
            foreach (var (verb, kind) in KindByVerb)
                if (Name.StartsWith(verb, StringComparison.Ordinal)) return kind;
            return "Idempotent";
        }
    }

    private static readonly (string Verb, string Kind)[] KindByVerb =
    [
        ("Describe", "Read"), ("Get", "Read"), ("List", "Read"), ("Search", "Read"),
        ("Create", "Create"), ("Allocate", "Create"), ("Start", "Create"),
    ];

    // Setting the same tags twice leaves what setting them once leaves.
    private static readonly HashSet<string> RepeatableCreates = ["CreateTags"];
}
