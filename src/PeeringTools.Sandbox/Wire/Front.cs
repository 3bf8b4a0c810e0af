using System.Text.Json;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Codec;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Wire;

/// <summary>The one door of a sandbox: requests in AWS's wire formats go in, answers come out. One call at a time changes or reads the network.</summary>
internal sealed class Front(World world, object gate)
{
    /// <summary>Answers a request.</summary>
    public async Task<WireResponse> AnswerAsync(WireRequest request, CancellationToken cancellation)
    {
        var requestId = Guid.NewGuid().ToString("D");
        IProtocol protocol;
        try
        {
            protocol = Router.Route(request);
        }
        catch (ServiceException error)
        {
            return Plain(error, requestId);
        }
        if (!CredentialScope.TryRead(request.Authorization, request.Query, out var scope))
            return Refuse(protocol, protocol.Unsigned(), requestId);

        Fault? fault;
        WireResponse response;
        lock (gate)
        {
            var caller = world.Identities.Of(scope.AccessKey);
            fault = NextFault(protocol, caller.Account, scope.Region);
            response = fault switch
            {
                { Kind: FaultKind.Drop, AfterChange: false } => new WireResponse(0, "", default, requestId, protocol.Operation, IsDropped: true),
                { Kind: FaultKind.Throttle } => Refuse(protocol, protocol.Service.Throttled(), requestId),
                { Kind: FaultKind.Error } => Refuse(protocol, Failure(protocol, fault), requestId),
                _ => Answer(protocol, caller, scope.Region, requestId),
            };
            if (protocol.Operation is { } action)
                world.Calls.Add(new Place(caller.Account, scope.Region), protocol.Service.Name, action, response.ErrorCode == protocol.Service.Throttled().Code);
        }
        if (fault is { Kind: FaultKind.Delay })
            await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), cancellation).ConfigureAwait(false);
        return fault is { Kind: FaultKind.Drop } ? response with { IsDropped = true } : response;
    }

    private WireResponse Answer(IProtocol protocol, Identity caller, string region, string requestId)
    {
        try
        {
            var now = world.Clock.Now;
            if (world.Settings.Throttling && protocol.Operation is { } action && Throttling.For(protocol.Service.Name, action) is { } bucket
                && !world.Buckets.TryTake(new Place(caller.Account, region), action, bucket.Capacity, bucket.RefillPerSecond, now))
                throw protocol.Service.Throttled();
            var request = protocol.ReadRequest();
            var call = new Call(world, protocol.Service, protocol.Operation!, caller, region, now, protocol.IsDryRun);
            var response = protocol.Answer(call, request);
            var body = new MemoryStream();
            protocol.WriteResponse(body, response, requestId);
            return new WireResponse(200, protocol.ContentType, Written(body), requestId, protocol.Operation);
        }
        catch (MalformedRequestException problem)
        {
            return Refuse(protocol, protocol.Service.Malformed(problem.Message), requestId);
        }
        catch (ServiceException error)
        {
            return Refuse(protocol, error, requestId);
        }
    }

    private Fault? NextFault(IProtocol protocol, string account, string region)
    {
        if (world.Settings.Faults.Count == 0)
            return null;
        Fault? hit = null;
        foreach (var fault in world.Settings.Faults)
        {
            if (fault.Hits(protocol.Service.Name, protocol.Operation ?? "", account, region))
                hit ??= fault;
        }
        world.Settings.Faults.RemoveAll(fault => fault.IsSpent);
        return hit;
    }

    private static ServiceException Failure(IProtocol protocol, Fault fault)
    {
        var failure = protocol.Service.Failed(fault.Status, fault.Message ?? "An internal error has occurred");
        return fault.Code is null ? failure : new ServiceException(fault.Code, failure.Message, failure.Status);
    }

    private static WireResponse Refuse(IProtocol protocol, ServiceException error, string requestId)
    {
        var body = new MemoryStream();
        protocol.WriteError(body, error, requestId);
        return new WireResponse((int)error.Status, protocol.ContentType, Written(body), requestId, protocol.Operation, error.Code);
    }

    // Nobody knows in which format the sender would like to read that its request can't be understood.
    private static WireResponse Plain(ServiceException error, string requestId)
    {
        var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("__type", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        }
        return new WireResponse((int)error.Status, "application/json", Written(body), requestId, null, error.Code);
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);
}
