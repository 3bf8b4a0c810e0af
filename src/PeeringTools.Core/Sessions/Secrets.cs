using System.Runtime.InteropServices;
using System.Security;

namespace PeeringTools.Core.Sessions;

/// <summary>The one place where a SecureString becomes text: right before a request is built.</summary>
internal static class Secrets
{
    /// <summary>The text of <paramref name="secret"/>. Keep it no longer than the request needs it.</summary>
    public static string Reveal(SecureString secret)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(pointer)!;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    /// <summary><paramref name="text"/> as a read-only SecureString.</summary>
    public static SecureString Conceal(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }
}
