using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class HandedTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_handover_to_ones_team_is_the_next_thing_to_do_and_to_others_is_not()
    {
        var (hers, his, program) = (await server.Browser(Role.Agent), await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var network = await server.Done(new AddTeam("Network", "Cables", []));
        await server.Done(new JoinTeam(network.Id, "person1@harrow.example"));
        await server.Done(new JoinTeam(TeamId.FirstContact, "person2@harrow.example"));
        var id = await program.Opens("VPN stops");
        Assert.Equal(["Greet"], await Filled(hers));
        await program.Does(id, "handovers", new { team = "Network", asked = "Look at the switch" });
        Assert.Equal(["Accept it"], await Filled(hers));
        Assert.Equal(["Greet"], await Filled(his));

        // The first words of what is filled, but for the composer, which is closed until one writes.
        async Task<string[]> Filled(Browser browser)
        {
            var page = (await browser.Open($"/t/{id}")).Html;
            var parts = page[..page.IndexOf("id=\"compose\"", StringComparison.Ordinal)].Split("btn btn-primary\"")[1..];
            return [.. parts.Select(p => p[(p.IndexOf('>', StringComparison.Ordinal) + 1)..]).Where(p => !p.StartsWith('<')).Select(p => p.StartsWith("Greet", StringComparison.Ordinal) ? "Greet" : p[..p.IndexOf('<', StringComparison.Ordinal)].Trim()).Distinct()];
        }
    }
}
