using FirstContact.Kit;

namespace FirstContact;

public sealed class ProxyTests
{
    [Theory, InlineData("https", true), InlineData("http", false)]
    public async Task A_proxy_on_this_machine_says_by_which_scheme_people_come(string scheme, bool secure)
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ada Byron", People.Role.Administrator);
        using var http = new HttpClient { BaseAddress = desk.Address, DefaultRequestHeaders = { { "X-Forwarded-Proto", scheme }, { "Accept", "text/html" } } };

        var answer = await http.GetAsync(new Uri("/signin", UriKind.Relative));

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) == secure);
    }

    [Fact]
    public void Addresses_and_networks_are_read()
    {
        Assert.Empty(Networks.Read("PROXIES", null));
        Assert.Equal(["10.0.0.5/32", "10.1.0.0/16", "fd00::1/128"], Networks.Read("PROXIES", "10.0.0.5, 10.1.0.0/16,fd00::1").Select(n => n.ToString()));
        Assert.Throws<SettingsException>(() => Networks.Read("PROXIES", "proxy.example"));
    }
}
