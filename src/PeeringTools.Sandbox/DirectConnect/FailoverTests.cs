using System.Globalization;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>BGP failover tests: while one runs, its peers are down (Direct Connect User Guide, "Direct Connect failover test").</summary>
internal static class FailoverTests
{
    private const int UsualMinutes = 180;
    private const int MostMinutes = 4320;

    /// <summary>Adds these operations.</summary>
    public static Operations OnFailoverTests(this Operations operations) => operations
        .On<StartBgpFailoverTestRequest, StartBgpFailoverTestResponse>(Start)
        .On<StopBgpFailoverTestRequest, StopBgpFailoverTestResponse>(Stop)
        .On<ListVirtualInterfaceTestHistoryRequest, ListVirtualInterfaceTestHistoryResponse>(List);

    private static StartBgpFailoverTestResponse Start(Call call, StartBgpFailoverTestRequest request)
    {
        var vif = VirtualInterfaces.GetOwned(call, request.VirtualInterfaceId);
        if (VirtualInterfaces.StateOf(call, vif) is var state and not ("available" or "down"))
            throw Dx.Client($"Virtual interface {vif.Id} is in state {state}; a test starts in the state available or down.");
        var minutes = request.TestDurationInMinutes ?? UsualMinutes;
        if (minutes is < 1 or > MostMinutes)
            throw Dx.Client(string.Create(CultureInfo.InvariantCulture, $"testDurationInMinutes {minutes} is invalid. Valid values are 1 to {MostMinutes}."));
        var live = vif.Peers.Where(peer => peer.IsLive(call.Now)).Select(peer => peer.Id).ToList();
        foreach (var id in request.BgpPeers ?? [])
        {
            if (!live.Contains(id, StringComparer.Ordinal))
                throw Dx.Client($"BGP Peer {id} does not exist on virtual interface {vif.Id}.");
        }
        call.Permit(vif.Id);
        var test = call.Network.Add(call.Network.FailoverTests, new FailoverTestRecord
        {
            Id = NewIds.Uuid(),
            Account = call.Account,
            Region = call.Region,
            Created = call.Now,
            VirtualInterfaceId = vif.Id,
            Peers = request.BgpPeers is { Count: > 0 } asked ? [.. asked] : live,
            DurationInMinutes = minutes,
            Ends = call.Now.AddMinutes(minutes),
        });
        return new StartBgpFailoverTestResponse { VirtualInterfaceTest = Shape(call, test) };
    }

    private static StopBgpFailoverTestResponse Stop(Call call, StopBgpFailoverTestRequest request)
    {
        var vif = VirtualInterfaces.GetOwned(call, request.VirtualInterfaceId);
        var test = call.Network.FailoverTests.In(call.Place).FindLast(test => test.VirtualInterfaceId == vif.Id && test.IsRunning(call.Now))
            ?? throw Dx.Client($"A running test of virtual interface {vif.Id} does not exist.");
        call.Permit(vif.Id);
        test.Ends = call.Now;
        test.WasStopped = true;
        return new StopBgpFailoverTestResponse { VirtualInterfaceTest = Shape(call, test) };
    }

    private static ListVirtualInterfaceTestHistoryResponse List(Call call, ListVirtualInterfaceTestHistoryRequest request)
    {
        var page = Dx.Page(call, call.Network.FailoverTests.In(call.Place), test =>
            (request.TestId is null || test.Id == request.TestId)
            && (request.VirtualInterfaceId is null || test.VirtualInterfaceId == request.VirtualInterfaceId)
            && (request.Status is null || Status(call, test) == request.Status)
            && (request.BgpPeers is not { Count: > 0 } peers || peers.Exists(peer => test.Peers.Contains(peer, StringComparer.Ordinal))), request.MaxResults, request.NextToken);
        return new ListVirtualInterfaceTestHistoryResponse { VirtualInterfaceTestHistory = page.Items.ConvertAll(test => Shape(call, test)), NextToken = page.NextToken };
    }

    private static string Status(Call call, FailoverTestRecord test) => test.IsRunning(call.Now) ? "TESTING" : test.WasStopped ? "STOPPED" : "COMPLETED";

    private static VirtualInterfaceTestHistory Shape(Call call, FailoverTestRecord test) => new()
    {
        TestId = test.Id,
        VirtualInterfaceId = test.VirtualInterfaceId,
        BgpPeers = [.. test.Peers],
        Status = Status(call, test),
        OwnerAccount = test.Account,
        TestDurationInMinutes = test.DurationInMinutes,
        StartTime = test.Created.UtcDateTime,
        EndTime = test.IsRunning(call.Now) ? null : test.Ends.UtcDateTime,
    };
}
