namespace PeeringTools.Core.TransitGateway.Appliances;

/// <summary>One file of an appliance's configuration.</summary>
/// <param name="Name">Its name, unique among those of all Connect peers.</param>
/// <param name="Text">Its lines, each ended by a line feed.</param>
internal sealed record ApplianceFile(string Name, string Text);
