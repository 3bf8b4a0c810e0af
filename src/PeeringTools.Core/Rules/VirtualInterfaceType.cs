namespace PeeringTools.Core.Rules;

/// <summary>The three types of virtual interface. Source: Direct Connect user guide, "Virtual interfaces and hosted virtual interfaces".</summary>
internal enum VirtualInterfaceType
{
    /// <summary>To a VPC, through a virtual private gateway or a Direct Connect gateway.</summary>
    Private,

    /// <summary>To AWS's public addresses.</summary>
    Public,

    /// <summary>To transit gateways, through a Direct Connect gateway.</summary>
    Transit,
}
