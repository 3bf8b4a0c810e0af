namespace PeeringTools.Aws.Generator.Model;

internal enum ShapeType
{
    Structure,
    List,
    String,
    Boolean,
    Integer,
    Long,
    Timestamp,
}

/// <summary>A data type of the API. Members and elements are linked after all shapes are read, because shapes refer to each other freely.</summary>
internal sealed class Shape(string name, ShapeType type)
{
    public string Name { get; } = name;

    public ShapeType Type { get; } = type;

    /// <summary>Of a structure.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>Of a list: its element.</summary>
    public Shape? Element { get; set; }

    /// <summary>Of a list: the wire name of one element.</summary>
    public string? ElementLocationName { get; set; }

    /// <summary>Of a string: the values known when the model was written.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    public long? Min { get; set; }

    public long? Max { get; set; }

    public string? Pattern { get; set; }

    public bool IsException { get; set; }

    public bool IsEnum => Values.Count > 0;
}

/// <summary>A field of a structure.</summary>
internal sealed class Member(string name, Shape owner, Shape shape)
{
    /// <summary>The API's own name (<c>bgpPeerId</c>).</summary>
    public string Name { get; } = name;

    public Shape Owner { get; } = owner;

    public Shape Shape { get; } = shape;

    public bool IsRequired { get; set; }

    public bool IsIdempotencyToken { get; set; }

    public string? LocationName { get; set; }

    public string? QueryName { get; set; }

    /// <summary>The element or JSON name on the wire.</summary>
    public string WireName => LocationName ?? Name;

    /// <summary>The name in an EC2 query request: queryName, else locationName with a capital, else the member's name exactly as it stands.</summary>
    public string QueryWireName => QueryName ?? (LocationName is null ? Name : Naming.Capitalize(LocationName));

    public string PropertyName => Naming.Property(this);
}
