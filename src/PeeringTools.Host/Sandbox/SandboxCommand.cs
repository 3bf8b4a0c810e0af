using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.CompilerServices;
using PeeringTools.Core.Sandboxes;
using PeeringTools.Host.Commands;

namespace PeeringTools.Host.Sandbox;

/// <summary><c>peering sandbox --port N [--path FOLDER]</c>: AWS on this machine, for the AWS CLI, SDKs and Terraform.</summary>
internal static class SandboxCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port", "-p") { Description = "The port on 127.0.0.1; 0 for a free one.", Required = true, CustomParser = ReadPort };
        var path = new Option<string>("--path") { Description = "A folder with the output of aws ... describe-* and sandbox.json, or state that Save-PeeringSandbox wrote. Without it the network is empty." };
        var command = new Command("sandbox", "Serves AWS on this machine over HTTP.") { port, path };
        command.SetAction((result, cancellation) => RunAsync(result.GetValue(port), result.GetValue(path), cancellation));
        return command;
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"--port '{text}' isn't a port; allowed is 0..65535.");
        return 0;
    }

    private static async Task<int> RunAsync(int port, string? path, CancellationToken cancellation)
    {
        try
        {
            PackageAssemblies.Use();
            return await ServeAsync(port, path, cancellation);
        }
        catch (FileNotFoundException missing)
        {
            await Console.Error.WriteLineAsync("peering: " + missing.Message);
            return ExitCodes.Failure;
        }
    }

    // Apart, so that the sandbox's types are looked for only once the package's folder is known.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> ServeAsync(int port, string? path, CancellationToken cancellation)
    {
        try
        {
            await using var server = await SandboxServer.StartAsync(port, path);
            foreach (var line in server.Greeting)
                await Console.Out.WriteLineAsync(line);
            await Console.Out.FlushAsync(cancellation);
            await server.WaitForShutdownAsync(cancellation);
            return ExitCodes.Success;
        }
        catch (SandboxFileException malformed)
        {
            await Console.Error.WriteLineAsync("peering: " + malformed.Message);
            return ExitCodes.Failure;
        }
        catch (PortTakenException taken)
        {
            await Console.Error.WriteLineAsync("peering: " + taken.Message);
            return ExitCodes.Failure;
        }
    }
}
