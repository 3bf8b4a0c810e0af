using System.CommandLine;

namespace PeeringTools.Host.Commands;

/// <summary><c>peering run FILE.ps1</c> and <c>peering -c "..."</c>.</summary>
internal static class RunCommand
{
    /// <summary>Adds both to the root: the first as a command, the second as the root's own option.</summary>
    public static void AddTo(RootCommand root)
    {
        var options = new RunOptions();
        var file = new Argument<FileInfo>("file") { Description = "The script." };
        var run = new Command("run", "Runs a script.") { file };
        options.AddTo(run);
        run.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            if (path.Exists)
                return ScriptRunner.Run(File.ReadAllText(path.FullName), path.FullName, options.Read(result));
            Console.Error.WriteLine($"peering: there is no file '{path}'.");
            return ExitCodes.Failure;
        });
        root.Add(run);

        var command = new Option<string>("--command", "-c") { Description = "Commands to run." };
        root.Add(command);
        options.AddTo(root);
        root.SetAction(result =>
        {
            if (result.GetValue(command) is { } text)
                return ScriptRunner.Run(text, path: null, options.Read(result));
            Console.Error.WriteLine("peering: say what to do: 'peering -c \"Get-VpcPeering\"', 'peering run FILE.ps1', or 'peering --help'.");
            return ExitCodes.Failure;
        });
    }
}
