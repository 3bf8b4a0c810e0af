using System.Globalization;
using System.Text;
using System.Xml;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Sandbox.State;

namespace PeeringTools.Sandbox.DirectConnect;

/// <summary>The router's side of a virtual interface, as XML. It carries the BGP keys, as AWS's does.</summary>
internal static class RouterConfigurations
{
    private static readonly RouterType[] Routers =
    [
        Router("Cisco Systems, Inc.", "2900 Series Routers", "IOS 12.4+", "customer-router-cisco-generic.xslt", "CiscoSystemsInc-2900SeriesRouters-IOS124"),
        Router("Cisco Systems, Inc.", "Nexus 7000 Series Switches", "NX-OS 5.1+", "customer-router-nxos-generic.xslt", "CiscoSystemsInc-Nexus7000SeriesSwitches-NXOS51"),
        Router("Juniper Networks, Inc.", "MX Series Routers", "JunOS 9.5+", "customer-router-juniper-mx.xslt", "JuniperNetworksInc-MXSeriesRouters-JunOS95"),
        Router("Juniper Networks, Inc.", "SRX Series Routers", "JunOS 9.5+", "customer-router-juniper-srx.xslt", "JuniperNetworksInc-SRXSeriesRouters-JunOS95"),
        Router("Palo Alto Networks", "PA-3000 and PA-5000 series", "PanOS 4.1.2+", "customer-router-paloalto.xslt", "PaloAltoNetworks-PA3000andPA5000series-PanOS412"),
    ];

    /// <summary>Adds this operation.</summary>
    public static Operations OnRouterConfigurations(this Operations operations) => operations.On<DescribeRouterConfigurationRequest, DescribeRouterConfigurationResponse>(Describe);

    /// <summary>The document.</summary>
    public static string Xml(VirtualInterfaceRecord vif, List<BgpPeerRecord> peers)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(new Utf8Writer(text), new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartElement("logical_connection");
            writer.WriteAttributeString("id", vif.Id);
            writer.WriteElementString("vlan", vif.Vlan.ToString(CultureInfo.InvariantCulture));
            foreach (var peer in peers)
            {
                var prefix = peer.AddressFamily == "ipv6" ? "ipv6_" : "";
                writer.WriteElementString(prefix + "customer_address", peer.CustomerAddress);
                writer.WriteElementString(prefix + "amazon_address", peer.AmazonAddress);
                writer.WriteElementString(prefix + "bgp_asn", peer.Asn.ToString(CultureInfo.InvariantCulture));
                writer.WriteElementString(prefix + "bgp_auth_key", peer.AuthKey.Reveal());
            }
            writer.WriteElementString("amazon_bgp_asn", vif.AmazonSideAsn.ToString(CultureInfo.InvariantCulture));
            writer.WriteElementString("connection_type", vif.Type);
            writer.WriteEndElement();
        }
        return text.Append('\n').ToString();
    }

    private static DescribeRouterConfigurationResponse Describe(Call call, DescribeRouterConfigurationRequest request)
    {
        var vif = VirtualInterfaces.Get(call, request.VirtualInterfaceId);
        var router = request.RouterTypeIdentifier is null
            ? Routers[0]
            : Array.Find(Routers, router => router.RouterTypeIdentifier == request.RouterTypeIdentifier) ?? throw Dx.Client($"Router type {request.RouterTypeIdentifier} does not exist.");
        return new DescribeRouterConfigurationResponse
        {
            VirtualInterfaceId = vif.Id,
            VirtualInterfaceName = vif.Name,
            Router = router,
            CustomerRouterConfig = Xml(vif, vif.Peers.FindAll(peer => peer.IsLive(call.Now))),
        };
    }

    private static RouterType Router(string vendor, string platform, string software, string template, string id) =>
        new() { Vendor = vendor, Platform = platform, Software = software, XsltTemplateName = template, XsltTemplateNameForMacSec = "", RouterTypeIdentifier = id };

    // So that the declaration says UTF-8, which the bytes on the wire are.
    private sealed class Utf8Writer(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
