using System.Collections;
using System.Reflection;

namespace PeeringTools.CmdletHost.Binding;

/// <summary>How a parameter's collection is made from elements; null where its type is no collection.</summary>
internal sealed record CollectionKind(Type Type, Type? ElementType, MethodInfo? Add)
{
    public static readonly CollectionKind None = new(typeof(object), ElementType: null, Add: null);

    public bool IsCollection => this != None;

    public bool IsArray => Type.IsArray || Type == typeof(Array);

    public static CollectionKind Of(Type type)
    {
        if (type.IsArray)
            return new CollectionKind(type, type.GetElementType(), Add: null);
        if (type == typeof(Array))
            return new CollectionKind(type, typeof(object), Add: null);
        if (type.IsValueType || type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type) || !typeof(IEnumerable).IsAssignableFrom(type))
            return None;
        foreach (var contract in type.GetInterfaces())
        {
            if (contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ICollection<>)
                && contract.GetGenericArguments()[0] is var element && type.GetMethod("Add", [element]) is { } add)
            {
                return new CollectionKind(type, element, add);
            }
        }

        return typeof(IList).IsAssignableFrom(type) && type.GetMethod("Add", [typeof(object)]) is { } addObject
            ? new CollectionKind(type, ElementType: null, addObject)
            : None;
    }

    /// <summary>The collection with those elements, which have the right type already.</summary>
    public object Make(IReadOnlyList<object?> elements)
    {
        if (IsArray)
        {
            var array = Array.CreateInstance(ElementType!, elements.Count);
            for (var i = 0; i < elements.Count; i++)
                array.SetValue(elements[i], i);
            return array;
        }

        var collection = Activator.CreateInstance(Type)!;
        foreach (var element in elements)
            Add!.Invoke(collection, [element]);
        return collection;
    }
}
