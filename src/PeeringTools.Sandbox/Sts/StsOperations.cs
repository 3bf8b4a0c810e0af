using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using PeeringTools.Core.Rules;
using PeeringTools.Sandbox.Codec;

namespace PeeringTools.Sandbox.Sts;

/// <summary>The two operations of STS that lead from credentials to an account.</summary>
internal static class StsOperations
{
    /// <summary>The namespace of all elements.</summary>
    public const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private const int UsualSeconds = 3600;

    /// <summary>Operation to handler.</summary>
    public static readonly Operations All = new Operations(ServiceKind.Sts)
        .On<GetCallerIdentityRequest, GetCallerIdentityResponse>((call, _) => new() { Account = call.Caller.Account, Arn = call.Caller.Arn, UserId = call.Caller.UserId })
        .On<AssumeRoleRequest, AssumeRoleResponse>(AssumeRole);

    /// <summary>The typed request in a form; null where there is no such operation here.</summary>
    public static AmazonWebServiceRequest? Read(string? operation, QueryForm form)
    {
        string? Text(string name) => form.Root.Child(name)?.String();
        return operation switch
        {
            "GetCallerIdentity" => new GetCallerIdentityRequest(),
            "AssumeRole" => new AssumeRoleRequest { RoleArn = Text("RoleArn"), RoleSessionName = Text("RoleSessionName"), DurationSeconds = form.Root.Child("DurationSeconds")?.Int32() },
            _ => null,
        };
    }

    /// <summary>Writes what stands inside the result element.</summary>
    public static void Write(XmlWriter writer, AmazonWebServiceResponse response)
    {
        void Element(string name, string? value) => writer.WriteElementString(name, Namespace, value);
        switch (response)
        {
            case GetCallerIdentityResponse identity:
                Element("Arn", identity.Arn);
                Element("UserId", identity.UserId);
                Element("Account", identity.Account);
                break;
            case AssumeRoleResponse assumed:
                writer.WriteStartElement("Credentials", Namespace);
                Element("AccessKeyId", assumed.Credentials.AccessKeyId);
                Element("SecretAccessKey", assumed.Credentials.SecretAccessKey);
                Element("SessionToken", assumed.Credentials.SessionToken);
                Element("Expiration", assumed.Credentials.Expiration!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                writer.WriteEndElement();
                writer.WriteStartElement("AssumedRoleUser", Namespace);
                Element("AssumedRoleId", assumed.AssumedRoleUser.AssumedRoleId);
                Element("Arn", assumed.AssumedRoleUser.Arn);
                writer.WriteEndElement();
                break;
        }
    }

    private static AssumeRoleResponse AssumeRole(Call call, AssumeRoleRequest request)
    {
        if (request.RoleArn?.Split(':') is not ["arn", var partition, "iam", "", var account, var resource] || !AccountIds.IsAccountId(account) || !resource.StartsWith("role/", StringComparison.Ordinal))
            throw new ServiceException("ValidationError", $"{request.RoleArn} is invalid");
        if (request.RoleSessionName is not { Length: >= 2 and <= 64 } session)
            throw new ServiceException("ValidationError", "roleSessionName must have 2 to 64 characters");
        var seconds = request.DurationSeconds ?? UsualSeconds;
        if (seconds is < 900 or > 43200)
            throw new ServiceException("ValidationError", "durationSeconds must have a value from 900 to 43200");
        call.Permit(request.RoleArn);
        var (accessKey, identity) = call.World.Identities.Assume(partition, account, resource[(resource.LastIndexOf('/') + 1)..], session);
        return new AssumeRoleResponse
        {
            // On the machine's clock, by which clients decide when to ask again.
            Credentials = new Credentials(accessKey, RandomNumberGenerator.GetHexString(40, lowercase: true), RandomNumberGenerator.GetHexString(64), (call.Now - call.World.Clock.Offset).UtcDateTime.AddSeconds(seconds)),
            AssumedRoleUser = new AssumedRoleUser { Arn = identity.Arn, AssumedRoleId = identity.UserId },
        };
    }
}
