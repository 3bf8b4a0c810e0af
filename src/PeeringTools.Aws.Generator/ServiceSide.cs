using PeeringTools.Aws.Generator.Emit;
using PeeringTools.Aws.Generator.Model;

namespace PeeringTools.Aws.Generator;

/// <summary>All files of the service side of a wire format, over the client's own request and response classes.</summary>
internal static class ServiceSide
{
    public const string Namespace = "PeeringTools.Sandbox.Codec";

    public static IEnumerable<(string Name, CodeWriter Source)> Files(ServiceModel service)
    {
        var reader = service.Name + "RequestReader";
        var writer = service.Name + "ResponseWriter";
        yield return (reader, service.Protocol == Protocol.Ec2Query
            ? QueryEmitter.Reader(service)
            : JsonEmitter.Reader(service, Namespace, reader, service.Operations.Select(o => (o.RequestClass, o.InputMembers)), service.RequestStructures));
        yield return (writer, service.Protocol == Protocol.Ec2Query
            ? XmlEmitter.Writer(service)
            : JsonEmitter.Writer(service, Namespace, writer, service.Operations.Select(o => (o.ResponseClass, o.OutputMembers)), service.ResponseStructures));
        yield return ("Service", ServiceEmitter.Service(service));
    }
}
