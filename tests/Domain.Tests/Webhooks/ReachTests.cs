using System.Net;

namespace FirstContact.Webhooks;

public sealed class ReachTests
{
    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("8.8.8.8")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:808:808::1")]
    public void The_internet_may_be_called(string address) => Assert.True(WebhookReach.Usual.Permits(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.7")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::8.8.8.8")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2002:7f00:1::1")]
    public void What_only_the_desk_can_see_may_not(string address) => Assert.False(WebhookReach.Usual.Permits(IPAddress.Parse(address)));

    [Fact]
    public void A_network_that_the_settings_open_may_and_its_neighbour_may_not()
    {
        var reach = WebhookReach.Of(plainHttp: false, [IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("fd00:1::/32")]);
        foreach (var open in new[] { "10.1.0.1", "::ffff:10.1.255.255", "64:ff9b::10.1.2.3", "fd00:1::7" }) Assert.True(reach.Permits(IPAddress.Parse(open)), open);
        foreach (var shut in new[] { "10.2.0.1", "10.0.255.255", "fd00:2::7", "127.0.0.1" }) Assert.False(reach.Permits(IPAddress.Parse(shut)), shut);
        Assert.True(reach.Permits(IPAddress.Parse("8.8.8.8")));
    }
}
