using System.Text.RegularExpressions;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>What was called off does not look as if it had come to a good end, to either side.</summary>
public sealed class CancelledTests
{
    [Fact]
    public async Task A_cancelled_ticket_has_come_no_further_than_it_did()
    {
        await using var desk = await WebDesk.Start();
        await desk.Register("Ada Byron", Role.Administrator);
        var (maya, helen) = (await desk.Register("Maya Lindqvist", Role.Agent), await desk.Register("Helen Marsh", Role.Customer));
        using var agent = await desk.Program(maya);
        var id = await agent.Opens("A second keyboard", helen.Email);
        await agent.Takes(id, CareStep.Greeting);
        await agent.Does(id, "cancellation", new { reason = "Found one in the cupboard." });

        var work = await (await desk.SignedIn(maya.Name)).Page($"/t/{id}");
        Assert.Contains("class=\"fc-care-w is-over\" aria-label=\"Care process, cancelled\"", work, StringComparison.Ordinal);
        Assert.Equal(8, Regex.Count(work, "<small>not taken</small>"));

        var portal = await (await desk.SignedIn(helen.Name)).Page($"/t/{id}");
        var track = Regex.Match(portal, "<ol class=\"fc-track\".*?</ol>", RegexOptions.Singleline).Value;
        Assert.Equal(["is-done", "is-over"], Regex.Matches(track, "<li class=\"([^\"]*)\"").Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("Please check", track, StringComparison.Ordinal);
    }
}
