using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Guides;

public sealed class GuideTests
{
    private static readonly Call Coordinator = new(Caller.Desk, "test");
    private static readonly Seq<GuideSaid> Questions =
    [
        new(0, "What comes out?", GuideKind.Choice, [new("Nothing", null), new("A blank label", "Ribbons")], "Look at the last one", true),
        new(0, "Which number?", GuideKind.Text, [], null, false),
    ];

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task What_customers_answer_comes_with_the_ticket_and_points_elsewhere(string engine)
    {
        var (desk, printing) = await Guided(engine);
        await using var _ = desk;
        var ticket = await desk.Node.Done(TicketDesk.Asking() with { Category = "Printing", Told = new([new(1, "a blank label")], new("Printer 7", null, "Monday")) }, desk.Helen);
        await desk.RowIsItsStory(ticket.Id);
        Assert.Equal(("A blank label", "Printer 7", "Ribbons"), (ticket.Understanding.Answers[0].Said, ticket.Understanding.Surroundings.Device, ticket.PointedAt?.Name));
        Assert.Contains((await desk.Show(ticket.Id, desk.Helen)).Timeline, e => e.Sentence == "answered what is asked of Printing: What comes out? A blank label");
        // What is asked of agents alone is not theirs to answer.
        Assert.Equal([GuideErrors.NoSuchQuestion.At("answers.2")], await desk.Node.Refused(TicketDesk.Asking() with { Category = "Printing", Told = new([new(2, "7")]) }, desk.Helen));
        Assert.Equal([UnderstandingErrors.NothingAsked], await desk.Node.Refused(TicketDesk.Asking() with { Told = new([new(1, "Nothing")]) }, desk.Helen));

        await desk.Done(new ClassifyTicket(ticket.Id, "Ribbons", null, null), desk.Ada);
        Assert.Null((await desk.Show(ticket.Id)).Ticket.PointedAt);
        var rows = (await desk.Node.Asked(new ExportTickets(new()), desk.Ada));
        Assert.Equal(["Printer 7", null, "Monday", null], rows.Rows[0].Skip(rows.Columns.ToList().IndexOf("device")).Take(4));
        var guide = (await desk.Node.Asked(new ListGuides(), desk.Helen)).Single(g => g.Category.Id == printing).Guide;
        Assert.Null(Assert.Single(guide.Questions).Options[1].Leads);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_agent_asks_before_the_problem_is_stated(string engine)
    {
        var (desk, _) = await Guided(engine);
        await using var __ = desk;
        var ticket = await desk.Node.Done(TicketDesk.Asking() with { Category = "Printing" }, desk.Helen);
        Assert.Equal([GuideErrors.NoSuchAnswer.At("answers.1"), UnderstandingErrors.TooLong.At("place"), TicketErrors.StatementMissing],
            await desk.Node.Refused(new StateProblem(ticket.Id, " ") { Told = new([new(1, "Smoke")], new(null, new('x', 501))) }, desk.Ada));
        var stated = await desk.Done(new StateProblem(ticket.Id, "Labels are blank") { Told = new([new(1, "Nothing"), new(2, "7")], new(null, "Line 3")) }, desk.Ada);
        Assert.Equal(["Nothing", "7"], stated.Understanding.Answers.Select(a => a.Said));
        Assert.Equal(("Line 3", "Labels are blank"), (stated.Understanding.Surroundings.Place, stated.Care.Statement));
        await desk.RowIsItsStory(ticket.Id);
        await desk.Done(new UnderstandTicket(ticket.Id, new(null, new(null, "Line 4"))), desk.Ada);
        Assert.Equal("noted the place Line 4", (await desk.Show(ticket.Id)).Timeline[^1].Sentence);
        await desk.Refuses(Errors.Forbidden, new UnderstandTicket(ticket.Id, new()), desk.Helen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_asked_is_written_by_who_may(string engine)
    {
        var (desk, printing) = await Guided(engine);
        await using var _ = desk;
        var node = desk.Node;
        var guide = (await node.Asked(new ListGuides(), desk.Ada)).Single(g => g.Category.Id == printing).Guide;
        await node.Folds(new Guide { Id = printing }, guide);
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangeGuide(printing, []), desk.Ada));
        Assert.Equal([ServiceErrors.CategoryNotFound], await node.Refused(new ChangeGuide(new(99), []), Coordinator));
        Assert.Equal([GuideErrors.LeadsNowhere.At("questions[0].options")], await node.Refused(new ChangeGuide(printing, [new(1, "x", GuideKind.Choice, [new("a", "Nowhere"), new("b", null)], null, true)]), Coordinator));
        Assert.Equal([Errors.Stale], await node.Refused(new ChangeGuide(printing, []), Coordinator with { Expects = 0 }));
        Assert.Empty((await node.Done(new ChangeGuide(printing, []), Coordinator)).Questions);
    }

    private static async Task<(TicketDesk Desk, CategoryId Printing)> Guided(string engine)
    {
        var desk = await TicketDesk.Fresh(engine);
        await desk.Node.Done(new AddCategory("Ribbons"), Coordinator);
        var printing = (await desk.Node.Asked(new ListCategories())).Single(c => c.Name == "Printing").Id;
        await desk.Node.Done(new ChangeGuide(printing, Questions), Coordinator);
        return (desk, printing);
    }
}
