using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Tickets;

public sealed class AskingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_who_was_asked_sees_the_question_until_one_has_answered(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var network = (await desk.Node.Asked(new ListTeams())).Named("Network")!.Id;
        await desk.Node.Done(new ChangeTeam(network) { Skills = ["dns"] }, new(Caller.Desk, "test"));
        await desk.Node.Done(new ChangeAvailability(desk.Grace.Caller.Person) { Skills = ["labels"] }, new(Caller.Desk, "test"));
        var (team, skill, own) = (await desk.Open(desk.Helen, "Team"), await desk.Open(desk.Helen, "Skill"), await desk.Open(desk.Helen, "Own"));
        await desk.Done(new GreetCustomer(team.Id, null), desk.Ada);
        await desk.Done(new AskTeamIn(team.Id, "network", "Is the switch up?"), desk.Ada);
        await desk.Done(new AskSkillIn(skill.Id, "DNS", "Which server?"), desk.Ada);
        await desk.Done(new AskSkillIn(own.Id, "labels", "Which template?"), desk.Ada);
        foreach (var one in new[] { team, skill, own }) await desk.RowIsItsStory(one.Id);
        Assert.Equal(
            [(team.Key, "Network", "Is the switch up?", "Ada Byron"), (skill.Key, "DNS", "Which server?", "Ada Byron"), (own.Key, "labels", "Which template?", "Ada Byron")],
            (await desk.Node.Asked(new NeedsMeNow(), desk.Grace)).Where(n => n.Reason == Reason.AskedIn).OrderBy(n => n.Ticket.Id).Select(n => (n.Ticket.Id, n.Of, n.About, n.From)));

        desk.Clock.Pass(Duration.FromMinutes(5));
        await desk.Done(new GiveHelp(team.Id, 1, "It is up again."), desk.Grace);
        var view = await desk.Show(team.Id);
        Assert.Equal(("First Contact", TestDatabase.Ada), (view.Team.Name, view.Ticket.Assignee));
        Assert.Equal("answered Ada Byron, who had asked Network", view.Timeline[^1].Sentence);
        Assert.Equal(Duration.FromMinutes(5), Assert.IsType<HelpGiven>(view.Timeline[^1].Event).After);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Ticket.Id == team.Key);
        Assert.Contains(await desk.Node.Asked(new NeedsMeNow(), desk.Ada), n => (n.Ticket.Id, n.Reason) == (team.Key, Reason.Mentioned));
        await desk.RowIsItsStory(team.Id);
        // What colleagues say among themselves is not told to whom it is for.
        Assert.DoesNotContain((await desk.Show(team.Id, desk.Helen)).Timeline, e => e.Event is TeamAskedIn or HelpGiven or MessagePosted);

        await desk.Done(new WithdrawAsk(skill.Id, 1), desk.Ada);
        Assert.Equal("asks DNS no longer", (await desk.Show(skill.Id)).Timeline[^1].Sentence);
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Grace), n => n.Ticket.Id == skill.Key && n.Reason == Reason.AskedIn);
        await desk.RowIsItsStory(skill.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_asked_or_answered(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Refuses(AskErrors.TeamUnknown, new AskTeamIn(ticket.Id, "Nowhere", "x"), desk.Ada);
        await desk.Refuses(AskErrors.TeamIsEmpty, new AskTeamIn(ticket.Id, "First Contact", "x"), desk.Ada);
        await desk.Refuses(AskErrors.NobodyKnows, new AskSkillIn(ticket.Id, "magic", "x"), desk.Ada);
        await desk.Refuses(AskErrors.Unknown, new GiveHelp(ticket.Id, 1, "x"), desk.Grace);
        await desk.Refuses(AskErrors.Unknown, new WithdrawAsk(ticket.Id, 1), desk.Grace);
        await desk.Done(new AskColleagueIn(ticket.Id, TicketDesk.Graces, "Does it print?"), desk.Ada);
        await desk.Refuses(AskErrors.NotAsked, new GiveHelp(ticket.Id, 1, "x"), desk.Ada);
        await desk.Refuses(Errors.Forbidden, new AskTeamIn(ticket.Id, "Network", "x"), desk.Helen);
        await desk.Refuses(Errors.Forbidden, new GiveHelp(ticket.Id, 1, "x"), desk.Helen);
    }
}
