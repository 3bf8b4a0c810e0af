using Amazon;
using Amazon.Runtime;

namespace PeeringTools.Core.Sandboxes;

/// <summary>
/// The one sandbox of this process. While it runs, every session in the process (other runspaces and jobs included) is answered by it; a rehearsal can't reach AWS by accident.
/// </summary>
internal static class SandboxLatch
{
    private static readonly object Gate = new();
    private static readonly AsyncLocal<bool> Outside = new();
    private static volatile ISandbox? _current;
    private static HttpClientFactory? _factoryBefore;

    /// <summary>The running sandbox, or null.</summary>
    public static ISandbox? Current => _current;

    /// <summary>True in the flow of a call that was sent outside by name.</summary>
    public static bool IsOutside => Outside.Value;

    /// <summary>Marks the flow of the calling asynchronous method, and of what it calls, as sent outside by name.</summary>
    public static void GoOutside() => Outside.Value = true;

    /// <summary>Runs <paramref name="work"/> as sent outside by name.</summary>
    public static T RunOutside<T>(Func<T> work)
    {
        var before = Outside.Value;
        Outside.Value = true;
        try
        {
            return work();
        }
        finally
        {
            Outside.Value = before;
        }
    }

    /// <summary>Closes the way to AWS and opens the one to <paramref name="sandbox"/>. A sandbox that already runs is replaced and disposed of.</summary>
    public static void Start(ISandbox sandbox)
    {
        lock (Gate)
        {
            var before = _current;
            _current = sandbox;
            if (before is null)
            {
                // The SDK makes its own clients for STS and SSO; this is the only door they have to the network.
                _factoryBefore = AWSConfigs.HttpClientFactory;
            }

            AWSConfigs.HttpClientFactory = new SandboxHttpClientFactory(sandbox);
            before?.Dispose();
        }
    }

    /// <summary>Stops the running sandbox and lets sessions reach AWS again.</summary>
    /// <returns>False when none was running.</returns>
    public static bool Stop()
    {
        lock (Gate)
        {
            if (_current is not { } running)
                return false;

            AWSConfigs.HttpClientFactory = _factoryBefore;
            _current = null;
            running.Dispose();
            return true;
        }
    }
}
