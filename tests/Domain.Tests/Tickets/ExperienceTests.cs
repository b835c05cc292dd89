namespace FirstContact.Tickets;

public sealed class ExperienceTests
{
    private static readonly Precedent Ribbon = new(new(1), TicketKind.Incident, "Blank labels", 0.5, false, false, "Turn the ribbon", true, []);

    [Fact]
    public void What_is_more_alike_comes_first() => Assert.Equal(["Turn the ribbon", "Restart it"], Of(Other("Restart it", 2, 0.4), Ribbon));

    [Fact]
    public void The_same_service_and_category_count() => Assert.Equal(["Restart it", "Turn the ribbon"], Of(Ribbon, Other("Restart it", 2, 0.4) with { SameService = true, SameCategory = true }));

    [Fact]
    public void What_a_customer_confirmed_beats_what_was_merely_closed() => Assert.Equal(["Restart it", "Turn the ribbon"], Of(Ribbon with { Verified = false }, Other("Restart it", 2, 0.5)));

    [Fact]
    public void What_did_not_hold_counts_against()
    {
        var failed = new Precedent(new(3), TicketKind.Incident, "Labels", 0.3, false, false, null, false, ["turn the ribbon."]);
        Assert.Equal(["Restart it", "Turn the ribbon"], Of(Ribbon, Other("Restart it", 2, 0.45), failed));
        Assert.Equal((1, 1, 1), Experience.Of([Ribbon, failed], []).Single() is var e ? (e.Held, e.Verified, e.Failed) : default);
    }

    [Fact]
    public void The_same_solution_is_one_and_names_the_ticket_that_is_most_alike()
    {
        var both = Assert.Single(Experience.Of([Ribbon, Other("turn the ribbon.", 2, 0.8) with { Verified = false }], []));
        Assert.Equal((2, 1, 0, "INC-000002"), (both.Held, both.Verified, both.Failed, both.Best.Number));
    }

    [Fact]
    public void What_is_another_matter_or_stands_there_already_is_left_out()
    {
        Assert.Empty(Of(Ribbon with { Likeness = 0.05 }));
        Assert.Empty(Experience.Of([Ribbon], ["TURN the ribbon"]));
        Assert.Empty(Of(Ribbon with { Solution = null }));
    }

    private static Precedent Other(string solution, long id, double likeness) => Ribbon with { Id = new(id), Likeness = likeness, Solution = solution };

    private static IEnumerable<string> Of(params Precedent[] precedents) => Experience.Of(precedents, []).Select(e => e.Solution);
}
