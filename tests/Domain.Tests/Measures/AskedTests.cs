using FirstContact.Tickets;
using static FirstContact.Tickets.ATicket;
using Outcome = FirstContact.Tickets.Reproduced;

namespace FirstContact.Measures;

/// <summary>Who asked about what, each worked out by hand.</summary>
public sealed class AskedTests
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly AskedAbout Mail = new(1, 0), Labels = new(0, 2);

    private static TicketFacts Facts(params Event[] story) => FactsFold.Of(new(1), false, MeasureRules.Usual,
        [.. story.Select((e, i) => (e, new By(e is StatementConfirmed or StatementCorrected or TicketCancelled ? Helen.Id : Ada.Id, Nine + Duration.FromMinutes(i + 1)))).Prepend((Opened, new By(Helen.Id, Nine)))])!;

    private static ReproductionTried Tried(Outcome outcome) => new(outcome, ["Print one"], null);

    [Fact]
    public void Only_the_first_try_counts_and_what_there_was_nothing_to_reproduce_of_is_no_try()
    {
        Assert.Null(Facts(Stated).FirstTry);
        Assert.Null(Facts(Tried(Outcome.NotApplicable)).FirstTry);
        Assert.Equal(Outcome.NotReproduced, Facts(Tried(Outcome.NotReproduced), Tried(Outcome.Reproduced)).FirstTry);
        Assert.Equal(Outcome.Reproduced, Facts(Tried(Outcome.NotApplicable), Tried(Outcome.Reproduced), Tried(Outcome.NotReproduced)).FirstTry);
    }

    [Fact]
    public void A_statement_once_corrected_was_never_agreed_to_as_it_stood()
    {
        Assert.Equal((true, false), Facts(Stated, new StatementConfirmed("x")) is var agreed ? (agreed.Agreed, agreed.Corrected) : default);
        Assert.Equal((false, true), Facts(Stated, new StatementCorrected("x", "y"), Stated, new StatementConfirmed("y")) is var corrected ? (corrected.Agreed, corrected.Corrected) : default);
        Assert.Equal((false, false), Facts(Stated) is var silent ? (silent.Agreed, silent.Corrected) : default);
    }

    [Fact]
    public void Solved_by_the_customer_is_what_was_cancelled_as_such()
    {
        Assert.True(Facts(new TicketCancelled("found it") { SolvedByCustomer = true }).SolvedByCustomer);
        Assert.False(Facts(new TicketCancelled("asked twice")).SolvedByCustomer);
        Assert.False(Facts(Resolved).SolvedByCustomer);
        New.When(t => t.Cancel("found it", solved: true)).Then(new TicketCancelled("found it") { SolvedByCustomer = true });
    }

    [Fact]
    public void The_category_is_what_it_was_sorted_into_at_last()
    {
        Named<CategoryId> printing = new(new(4), "Printing"), mail = new(new(5), "Mail");
        var (none, first, last) = (new Classification(null, null, null), new Classification(printing, null, null), new Classification(mail, null, null));
        Assert.Equal(mail.Id, Facts(new TicketClassified(none, first), new TicketClassified(first, last)).Category);
    }

    [Fact]
    public void Asked_again_is_by_the_same_person_of_the_same_department_about_the_same()
    {
        var count = new AskedCount(knowsBefore: true);
        // In department 1 Ann asks about mail three times and once about nothing known, twice over; Ben once about mail, and about labels.
        foreach (var about in new[] { Mail, Mail, Mail, AskedAbout.Nothing, AskedAbout.Nothing }) count.Add(Ticket(1, 10, about));
        count.Add(Ticket(1, 11, Mail));
        count.Add(Ticket(1, 11, Labels));
        // Ann moves to department 2 and asks about mail once more.
        count.Add(Ticket(2, 10, Mail));
        count.Add(Ticket(1, 12, Mail) with { Before = true });
        count.Add(Ticket(1, 10, Mail) with { Before = true });

        Assert.Equal(new AskedCounts(8, 2, 2, 2, 0, 0, 0, 0), count.Total);
        Assert.Equal([(1L, 7, 2, 2), (2L, 1, 1, 0)], count.Units.Select(u => (u.Of, u.Counts.Tickets, u.Counts.Askers, u.Counts.Again)));
        Assert.Equal([(10L, 6, 2), (11L, 2, 0), (12L, 0, 0)], count.Customers.Select(c => (c.Of, c.Counts.Tickets, c.Counts.Again)));
        Assert.Equal([(Mail, 5, 2), (AskedAbout.Nothing, 2, 0), (Labels, 1, 0)], count.Abouts.Select(a => (a.Of, a.Counts.Tickets, a.Counts.Again)));
        var pair = count.Pairs[0];
        Assert.Equal(((1L, Mail), 4, 2, 2, 1.0), (pair.Of, pair.Counts.Tickets, pair.Counts.Askers, pair.Counts.Again, pair.Counts.Growth));
        Assert.Equal((10L, Mail), count.CustomersAbouts[0].Of);
    }

    [Fact]
    public void Shares_are_of_what_they_are_of_and_nothing_is_no_share()
    {
        var count = new AskedCount(knowsBefore: false);
        foreach (var (tried, reproduced, agreed, solved) in new[] { (true, true, true, false), (true, true, false, false), (true, false, false, false), (false, false, false, true) })
            count.Add(new(1, 10, Mail, tried, reproduced, agreed, solved, Before: false));
        Assert.Equal(new AskedCounts(4, null, 1, 3, 3, 2, 1, 1), count.Total);
        Assert.Equal((2 / 3.0, 0.25, null), (count.Total.DescribedShare, count.Total.SolvedShare, count.Total.Growth));
        var nothing = new AskedCount(knowsBefore: true).Total;
        Assert.Equal((null, null, null), (nothing.DescribedShare, nothing.SolvedShare, nothing.Growth));
    }

    private static AskedTicket Ticket(long unit, long customer, AskedAbout about) => new(unit, customer, about, false, false, false, false, false);
}
