using PeeringTools.Aws.EC2.Model;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.Ec2;

/// <summary>Encryption control of VPCs.</summary>
internal static class EncryptionControls
{
    /// <summary>The control that a CreateVpc asks for, or null.</summary>
    public static EncryptionControlPart? New(Call call, VpcEncryptionControlConfiguration? asked)
    {
        if (asked is null)
            return null;
        if (asked.Mode is not ("monitor" or "enforce"))
            throw Lookup.Invalid("VpcEncryptionControl.Mode", asked.Mode);
        (string Name, string? Value)[] exclusions =
        [
            (nameof(VpcEncryptionControlExclusions.InternetGateway), asked.InternetGatewayExclusion),
            (nameof(VpcEncryptionControlExclusions.EgressOnlyInternetGateway), asked.EgressOnlyInternetGatewayExclusion),
            (nameof(VpcEncryptionControlExclusions.NatGateway), asked.NatGatewayExclusion),
            (nameof(VpcEncryptionControlExclusions.VirtualPrivateGateway), asked.VirtualPrivateGatewayExclusion),
            (nameof(VpcEncryptionControlExclusions.VpcPeering), asked.VpcPeeringExclusion),
            (nameof(VpcEncryptionControlExclusions.Lambda), asked.LambdaExclusion),
            (nameof(VpcEncryptionControlExclusions.VpcLattice), asked.VpcLatticeExclusion),
            (nameof(VpcEncryptionControlExclusions.ElasticFileSystem), asked.ElasticFileSystemExclusion),
        ];
        return new EncryptionControlPart
        {
            Id = NewIds.Ec2("vpcec-"),
            Mode = asked.Mode,
            Life = Timeline.Start(call.Now, "creating", (call.After(Delay.Vpc), "available")),
            Exclusions = [.. exclusions.Where(exclusion => exclusion.Value == "enable").Select(exclusion => exclusion.Name)],
        };
    }

    /// <summary>As DescribeVpcs shows it.</summary>
    public static VpcEncryptionControl? Shape(Call call, VpcRecord vpc)
    {
        if (vpc.EncryptionControl is not { } control)
            return null;
        VpcEncryptionControlExclusion State(string name) => new() { State = control.Exclusions.Contains(name, StringComparer.Ordinal) ? "enabled" : "disabled" };
        return new VpcEncryptionControl
        {
            VpcId = vpc.Id,
            VpcEncryptionControlId = control.Id,
            Mode = control.Mode,
            State = control.Life.StateAt(call.Now),
            ResourceExclusions = new VpcEncryptionControlExclusions
            {
                InternetGateway = State(nameof(VpcEncryptionControlExclusions.InternetGateway)),
                EgressOnlyInternetGateway = State(nameof(VpcEncryptionControlExclusions.EgressOnlyInternetGateway)),
                NatGateway = State(nameof(VpcEncryptionControlExclusions.NatGateway)),
                VirtualPrivateGateway = State(nameof(VpcEncryptionControlExclusions.VirtualPrivateGateway)),
                VpcPeering = State(nameof(VpcEncryptionControlExclusions.VpcPeering)),
                Lambda = State(nameof(VpcEncryptionControlExclusions.Lambda)),
                VpcLattice = State(nameof(VpcEncryptionControlExclusions.VpcLattice)),
                ElasticFileSystem = State(nameof(VpcEncryptionControlExclusions.ElasticFileSystem)),
            },
        };
    }
}
