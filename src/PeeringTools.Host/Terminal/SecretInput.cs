using System.Security;

namespace PeeringTools.Host.Terminal;

/// <summary>Reads a secret from the keyboard; an asterisk stands for each letter.</summary>
internal static class SecretInput
{
    public static SecureString Read(TextWriter writer, string? prompt)
    {
        if (!string.IsNullOrEmpty(prompt))
            writer.Write($"{prompt}: ");
        var secret = new SecureString();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
            {
                writer.WriteLine();
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
                writer.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
                writer.Write('*');
            }
        }
    }
}
