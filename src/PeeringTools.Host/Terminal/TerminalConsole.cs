using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using PeeringTools.CmdletHost;
using PeeringTools.CmdletHost.Formatting;
using PeeringTools.Host.Commands;
using PeeringTools.Host.Terminal;

namespace PeeringTools.Host;

/// <summary>Objects on standard output, everything else on standard error; in a terminal with colours and questions.</summary>
internal sealed class TerminalConsole : SessionConsole, IDisposable
{
    private const int WidthWithoutTerminal = 120;
    private readonly TextWriter _out;
    private readonly TextWriter _error;
    private readonly ObjectPrinter? _printer;
    private readonly ErrorText _errorText;
    private readonly ProgressLine? _progress;

    public TerminalConsole(ViewTable views, OutputForm form)
    {
        _out = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        _error = Console.Error;
        _errorText = new ErrorText(HasColour);
        _progress = Console.IsErrorRedirected ? null : new ProgressLine(_error);
        if (form == OutputForm.Table)
            _printer = new ObjectPrinter(views, Width(), _out.WriteLine);
    }

    public override bool IsInteractive => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    public override PSHost Host { get; } = new TerminalHost();

    private static bool HasColour => !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void WriteObject(object? value)
    {
        _progress?.Clear();
        if (_printer is not null)
            _printer.Write(value);
        else if (value is not null)
            _out.WriteLine(JsonText.LineOf(value));
    }

    public override void WriteError(ErrorRecord error) => Say(_errorText.Of(error), Colour.Error);

    public void WriteParseError(ScriptParseException e) => Say(ErrorText.Of(e), Colour.Error);

    public override void WriteWarning(string text) => Say($"WARNING: {text}", Colour.Message);

    public override void WriteVerbose(string text) => Say($"VERBOSE: {text}", Colour.Message);

    public override void WriteDebug(string text) => Say($"DEBUG: {text}", Colour.Message);

    public override void WriteInformation(InformationRecord record) => WriteHost(record.ToString(), newLine: true);

    public override void WriteHost(string text, bool newLine)
    {
        // Beside JSON, standard output holds nothing but JSON.
        var writer = _printer is null ? _error : _out;
        SettleOutput();
        if (newLine)
            writer.WriteLine(text);
        else
            writer.Write(text);
    }

    public override void WriteProgress(ProgressRecord progress)
    {
        _printer?.Flush();
        _progress?.Show(progress);
    }

    public override int Choose(string caption, string message, IReadOnlyList<string> choices, int defaultChoice)
    {
        SettleOutput();
        return new Question(_error, Console.In).Ask(caption, message, choices, defaultChoice);
    }

    public override SecureString ReadSecret(string? prompt)
    {
        SettleOutput();
        return SecretInput.Read(_error, prompt);
    }

    /// <summary>Ends the table that is open: what follows stands by itself.</summary>
    public void EndTable() => _printer?.End();

    public void Dispose()
    {
        _printer?.End();
        _progress?.Clear();
        _out.Dispose();
    }

    private static int Width()
    {
        if (!Console.IsOutputRedirected && Console.WindowWidth > 0)
            return Console.WindowWidth;
        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : WidthWithoutTerminal;
    }

    private void Say(string text, string colour)
    {
        SettleOutput();
        _error.WriteLine(HasColour ? colour + text + Colour.None : text);
    }

    /// <summary>What was written before stays before, also where both streams lead to one place.</summary>
    private void SettleOutput()
    {
        _progress?.Clear();
        _printer?.Flush();
        _out.Flush();
    }
}
