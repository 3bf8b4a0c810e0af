using PeeringTools.Aws.Generator.Emit;
using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator;

/// <summary>All files of a typed client.</summary>
internal static class ClientSide
{
    public static IEnumerable<(string Name, CodeWriter Source)> Files(ServiceModel service)
    {
        yield return ("Structures", TypesEmitter.Structures(service));
        yield return ("Requests", TypesEmitter.Requests(service));
        yield return ("Responses", TypesEmitter.Responses(service));
        yield return ("Enums", TypesEmitter.Enums(service));
        yield return ("Exceptions", TypesEmitter.Exceptions(service));
        if (TypesEmitter.ModelledExceptions(service) is { } exceptions) yield return ("ModelledExceptions", exceptions);
        if (TypesEmitter.FlattenedResponses(service) is { } flattened) yield return ("FlattenedResponses", flattened);
        yield return ("Config", ClientEmitter.Config(service));
        yield return ("Client", ClientEmitter.Client(service));
        yield return ("Operations", ClientEmitter.Operations(service));
        var writer = service.Name + "RequestWriter";
        var reader = service.Name + "ResponseReader";
        yield return (writer, service.Protocol == Protocol.Ec2Query
            ? QueryEmitter.Writer(service)
            : JsonEmitter.Writer(service, service.Namespace, writer, service.Operations.Select(o => (o.RequestClass, o.InputMembers)), service.RequestStructures));
        yield return (reader, service.Protocol == Protocol.Ec2Query
            ? XmlEmitter.Reader(service)
            : JsonEmitter.Reader(service, service.Namespace, reader, service.Operations.Select(o => (o.ResponseClass, o.OutputMembers)), service.ResponseStructures));
    }
}
