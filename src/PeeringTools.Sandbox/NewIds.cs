using System.Security.Cryptography;
using System.Text;

namespace PeeringTools.Sandbox;

/// <summary>Ids in AWS's forms.</summary>
internal static class NewIds
{
    /// <summary>Such as <c>vpc-</c> and 17 hexadecimal digits.</summary>
    public static string Ec2(string prefix) => prefix + RandomNumberGenerator.GetHexString(17, lowercase: true).Remove(0, 1).Insert(0, "0");

    /// <summary>Such as <c>dxvif-</c> and 8 letters or digits.</summary>
    public static string DirectConnect(string prefix) => "dx" + prefix + "-" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", 8);

    /// <summary>A UUID.</summary>
    public static string Uuid() => Guid.NewGuid().ToString("D");

    /// <summary>An id that always belongs to the same thing: for what AWS makes beside it and a describe file doesn't show.</summary>
    public static string Derived(string prefix, string of) =>
        prefix + "0" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(prefix + of)))[..16].ToLowerInvariant();
}
