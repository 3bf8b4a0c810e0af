using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using PeeringTools.Aws.DirectConnect.Model;
using PeeringTools.Aws.EC2.Model;
using PeeringTools.Aws.Wire;
using PeeringTools.Sandbox.Codec;

namespace PeeringTools.Aws.Tests.Wire;

/// <summary>The corners of the wire formats.</summary>
public sealed class CodecTests
{
    [Fact]
    public void A_query_takes_any_order_gaps_and_case_in_booleans()
    {
        var form = QueryForm.Parse("Filter.7.Value.9=c&Filter.7.Value.10=d&Filter.2.Value.1=a&DryRun=True&Filter.2.Name=x+y&Version=2016-11-15&Filter.7.Name=z&Action=DescribeVpcs");
        var request = Assert.IsType<DescribeVpcsRequest>(EC2Service.Read("DescribeVpcs", form));
        Assert.True(request.DryRun);
        Assert.Equal(["x y", "z"], request.Filters!.Select(f => f.Name));
        Assert.Equal(["c", "d"], request.Filters![1].Values);
        Assert.Null(request.VpcIds);
        Assert.Empty(EC2Service.Read("DescribeVpcs", QueryForm.Parse("VpcId="))is DescribeVpcsRequest { VpcIds: { } ids } ? ids : ["missing"]);
    }

    [Fact]
    public void Parameters_that_an_operation_does_not_have_are_listed()
    {
        var form = QueryForm.Parse("Action=DescribeVpcs&Version=2016-11-15&VpcId.1=vpc-1&Colour=red&Filter.1.Name=a&Filter.1.Shape.1=round");
        EC2Service.Read(form.Action!, form);
        Assert.NotNull(form.Version);
        Assert.Equal(["Colour", "Filter.1.Shape.1"], form.Unread.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MaxResults=ten", "MaxResults", "ten")]
    [InlineData("MaxResults=99999999999", "MaxResults", "99999999999")]
    [InlineData("DryRun=yes", "DryRun", "yes")]
    [InlineData("Filter.1=x", "Filter.1", "x")]
    [InlineData("VpcId=vpc-1", "VpcId", "vpc-1")]
    [InlineData("Filter.one.Name=x", "Filter.one", null)]
    public void A_malformed_query_names_the_parameter_and_the_value(string body, string member, string? value)
    {
        var problem = Assert.Throws<MalformedRequestException>(() => EC2Service.Read("DescribeVpcs", QueryForm.Parse(body)));
        Assert.Equal((member, value), (problem.Member, problem.Value));
        Assert.Contains(member, problem.Message, StringComparison.Ordinal);
        if (value is not null) Assert.Contains(value, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_countless_steps_is_no_danger()
    {
        var name = "a" + new string('.', 1_000_000);
        Assert.Equal([name], QueryForm.Parse(name + "=x").Unread);
    }

    [Theory]
    [InlineData("""{"connectionId": 5}""", "connectionId", "5")]
    [InlineData("""{"newPrivateVirtualInterface": {"x": [{"asn": 1}, 2], "vlan": "101"}}""", "newPrivateVirtualInterface.vlan", "101")]
    [InlineData("""{"newPrivateVirtualInterface": {"asnLong": 1.5}}""", "newPrivateVirtualInterface.asnLong", "1.5")]
    [InlineData("""{"newPrivateVirtualInterface": {"tags": [{"key": "a"}, {"key": true}]}}""", "newPrivateVirtualInterface.tags[1].key", "true")]
    [InlineData("""{"newPrivateVirtualInterface": []}""", "newPrivateVirtualInterface", null)]
    [InlineData("""[]""", "The body", null)]
    [InlineData("""{"connectionId": "dx""", "The body", null)]
    public void A_malformed_json_request_names_the_member_and_the_value(string body, string member, string? value)
    {
        var problem = Assert.Throws<MalformedRequestException>(() => DirectConnectService.Read("CreatePrivateVirtualInterface", Encoding.UTF8.GetBytes(body)));
        Assert.Equal((member, value), (problem.Member, problem.Value));
    }

    [Fact]
    public void Null_members_of_a_json_request_are_absent()
    {
        var request = Assert.IsType<CreateBGPPeerRequest>(
            DirectConnectService.Read("CreateBGPPeer", """{"virtualInterfaceId": null, "newBGPPeer": {"asn": null, "asnLong": 4294967294}, "future": {"a": [1]}}"""u8));
        Assert.Null(request.VirtualInterfaceId);
        Assert.Null(request.NewBGPPeer!.Asn);
        Assert.Equal(4294967294, request.NewBGPPeer.AsnLong);
        Assert.NotNull(DirectConnectService.Read("DescribeLocations", []));
    }

    [Fact]
    public void An_unknown_operation_reads_as_nothing()
    {
        Assert.Null(EC2Service.Read("RunInstances", QueryForm.Parse("")));
        Assert.Null(DirectConnectService.Read("describeConnections", "{}"u8));
        Assert.Throws<KeyNotFoundException>(() => EC2Service.KindOf("RunInstances"));
    }

    [Fact]
    public void An_operation_without_output_answers_true_and_null_members_leave_no_trace()
    {
        XNamespace ns = "http://ec2.amazonaws.com/doc/2016-11-15/";
        var empty = XDocument.Parse(ServiceSide.Write("ec2", "CreateTags", new CreateTagsResponse())).Root!;
        Assert.Equal(ns + "CreateTagsResponse", empty.Name);
        Assert.Equal([ns + "requestId", ns + "return"], empty.Elements().Select(e => e.Name));
        Assert.Equal("true", empty.Element(ns + "return")!.Value);

        var described = XDocument.Parse(ServiceSide.Write("ec2", "DescribeVpcs", new DescribeVpcsResponse { Vpcs = [new() { VpcId = "vpc-1" }] })).Root!;
        Assert.Equal([ns + "requestId", ns + "vpcSet"], described.Elements().Select(e => e.Name));
        Assert.Equal([ns + "vpcId"], described.Element(ns + "vpcSet")!.Element(ns + "item")!.Elements().Select(e => e.Name));
        Assert.Equal("{}", ServiceSide.Write("directconnect", "DescribeLocations", new DescribeLocationsResponse()));
    }

    [Fact]
    public void Times_of_other_encodings_are_listed_by_path()
    {
        Assert.Equal(["VpcPeeringAuthorizations.CreationTime", "VpcPeeringAuthorizations.ExpirationTime"], GameLiftService.ResponseTimestamps("DescribeVpcPeeringAuthorizations").Order(StringComparer.Ordinal));
        Assert.Equal(["VpcPeeringAuthorization.CreationTime", "VpcPeeringAuthorization.ExpirationTime"], GameLiftService.ResponseTimestamps("CreateVpcPeeringAuthorization").Order(StringComparer.Ordinal));
        Assert.Empty(GameLiftService.RequestTimestamps("CreateVpcPeeringAuthorization"));
    }

    [Fact]
    public void Flattened_responses_turn_into_their_structure_and_back()
    {
        var model = ApiModel.Of("directconnect");
        var value = new SampleValues(model).Structure("VirtualInterface");
        var structure = (VirtualInterface)TypedValues.ToTyped(typeof(VirtualInterface), value);
        var response = structure.ToCreatePrivateVirtualInterfaceResponse();
        TypedValues.AssertEqual(value, TypedValues.ToTree(response, model, "VirtualInterface"));
        TypedValues.AssertEqual(value, TypedValues.ToTree(response.ToVirtualInterface(), model, "VirtualInterface"));
    }

    [Fact]
    public async Task An_idempotency_token_is_made_where_none_is_set()
    {
        using var fake = new FakeService("<CreateRouteTableResponse/>");
        using var client = TestClients.Ec2(fake);
        var request = new CreateRouteTableRequest { VpcId = "vpc-1" };
        await client.CreateRouteTableAsync(request, TestContext.Current.CancellationToken);
        await client.CreateRouteTableAsync(request, TestContext.Current.CancellationToken);
        var tokens = fake.Requests.Select(r => ((CreateRouteTableRequest)EC2Service.Read("CreateRouteTable", QueryForm.Parse(r.Body))!).ClientToken).ToList();
        Assert.All(tokens, token => Assert.True(Guid.TryParse(token, out _)));
        Assert.Equal(2, tokens.Distinct().Count());
        Assert.Null(request.ClientToken);
    }

    [Fact]
    public async Task A_null_in_a_list_never_leaves()
    {
        using var fake = new FakeService("<DescribeVpcsResponse/>");
        using var client = TestClients.Ec2(fake);
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => client.DescribeVpcsAsync(new() { VpcIds = ["vpc-1", null!] }, TestContext.Current.CancellationToken));
        Assert.Contains("VpcId.2", problem.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.DescribeVpcsAsync(null!, TestContext.Current.CancellationToken));
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task Text_in_pieces_arrives_as_one()
    {
        var code = new string('x', 100);
        using var fake = new FakeService($"""
            <!-- a comment --><DescribeVpcsResponse><vpcSet>
              <item><vpcId>vpc-<!-- inside -->1<![CDATA[ & ]]>2</vpcId><state>{code}</state><isDefault>1</isDefault><cidrBlock/></item>
              <item><state>avail<!-- cut -->able</state><isDefault/></item>
              <other><vpcId>no</vpcId></other>
            </vpcSet></DescribeVpcsResponse>
            """);
        using var client = TestClients.Ec2(fake);
        var vpcs = (await client.DescribeVpcsAsync(new(), TestContext.Current.CancellationToken)).Vpcs!;
        Assert.Equal(2, vpcs.Count);
        Assert.Equal(("vpc-1 & 2", code, true, ""), (vpcs[0].VpcId, vpcs[0].State, vpcs[0].IsDefault, vpcs[0].CidrBlock));
        Assert.Equal(("available", null, null), (vpcs[1].State, vpcs[1].IsDefault, vpcs[1].VpcId));
    }

    [Fact]
    public void Any_text_survives_the_query()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (name, text) =>
        {
            var (key, value) = (Whole(name.Get), Whole(text.Get));
            var query = new QueryWriter("CreateTags", "2016-11-15");
            EC2.EC2RequestWriter.WriteCreateTagsRequest(query, "", new() { Resources = ["vpc-1"], Tags = [new() { Key = key, Value = value }] });
            var read = (CreateTagsRequest)EC2Service.Read("CreateTags", QueryForm.Parse(Encoding.UTF8.GetString(query.ToBytes())))!;
            return read.Tags!.Single().Key == key && read.Tags!.Single().Value == value;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_survives_xml_and_json()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var anything = Whole(text.Get);
            var json = (DescribeConnectionsResponse)new() { Connections = [new() { ConnectionName = anything }] };
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(ServiceSide.Write("directconnect", "DescribeConnections", json)));
            reader.Read();
            var fromJson = DirectConnect.DirectConnectResponseReader.ReadDescribeConnectionsResponse(ref reader).Connections!.Single().ConnectionName;

            // XML has no way to write most control characters.
            var writable = string.Concat(anything.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or '\r' or >= 0x20 and not 0xFFFE and not 0xFFFF));
            var body = ServiceSide.Write("ec2", "DescribeVpcs", new DescribeVpcsResponse { Vpcs = [new() { Tags = [new() { Key = writable, Value = writable + " " }] }] });
            using var xml = System.Xml.XmlReader.Create(new StringReader(body), XmlResponse.Settings);
            xml.MoveToContent();
            var tag = EC2.EC2ResponseReader.ReadDescribeVpcsResponse(xml).Vpcs!.Single().Tags!.Single();
            return fromJson == anything && tag.Key == writable && tag.Value == writable + " ";
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Times_survive_to_the_millisecond()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<DateTime>(), time =>
        {
            var utc = new DateTime(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
            return WireTime.FromIso8601(WireTime.ToIso8601(utc)) == utc && WireTime.FromEpochSeconds(WireTime.ToEpochSeconds(utc)) == utc
                && WireTime.ToIso8601(DateTime.SpecifyKind(utc, DateTimeKind.Unspecified)) == WireTime.ToIso8601(utc)
                && WireTime.ToEpochSeconds(utc.ToLocalTime()) == WireTime.ToEpochSeconds(utc);
        }).QuickCheckThrowOnFailure();
        Assert.Equal(new DateTime(2015, 6, 19, 15, 26, 8, DateTimeKind.Utc), WireTime.FromIso8601("2015-06-19T15:26:08Z"));
        Assert.Equal(new DateTime(2015, 6, 19, 13, 26, 8, DateTimeKind.Utc), WireTime.FromIso8601("2015-06-19T15:26:08+02:00"));
    }

    // A lone surrogate is no text and has no UTF-8.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
