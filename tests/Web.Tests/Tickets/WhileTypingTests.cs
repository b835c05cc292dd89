using System.Diagnostics;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class WhileTypingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task The_last_word_may_be_the_beginning_of_one()
    {
        var (browser, program) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        await program.Opens("The labelling machine stands");
        await Patience.Until(async () => (await browser.Open("/palette?q=labelling")).Text.Contains("machine", StringComparison.Ordinal));
        foreach (var typed in new[] { "lab", "labell", "machine lab", "stan" })
        foreach (var path in new[] { "/palette?q=", "/suggest/tickets?q=", "/suggest/ticket-links?q=" })
            Assert.Contains("The labelling machine stands", (await browser.Open(path + Uri.EscapeDataString(typed))).Text, StringComparison.Ordinal);
        foreach (var typed in new[] { "l", "xyz", "lab -machine", "\"lab", "team:fir" })
            Assert.DoesNotContain("The labelling machine stands", (await browser.Open("/suggest/tickets?q=" + Uri.EscapeDataString(typed))).Text, StringComparison.Ordinal);
    }
}
