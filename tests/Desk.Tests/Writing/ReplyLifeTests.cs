using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Writing;

public sealed class ReplyLifeTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_reply_leaves_after_its_moment_as_its_authors_words(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var file = await desk.Node.Done(new UploadFile("label.txt", "blank"u8.ToArray()), desk.Ada);
        await desk.Node.Done(new SaveDraft(ticket.Id, "reply", [new("reply", "Which")]), desk.Ada);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, " Which printer? ") { Attachments = [file.Key], Promise = desk.Clock.Now + Duration.FromHours(1), Then = SendThen.WaitForCustomer }, desk.Ada);
        Assert.Equal((ReplyState.Waiting, desk.Clock.Now + Duration.FromSeconds(15)), (reply.State, reply.Leaves));
        var writing = await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Grace);
        Assert.Equal(("Which printer?", "label.txt"), (Assert.Single(writing.Leaving).Words.Body, writing.Leaving[0].Words.Files[0].Name));
        Assert.Null((await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Ada)).Mine);
        Assert.Equal([(reply.Key, ticket.Number)], (await desk.Node.Asked(new ListLeaving(), desk.Ada)).Select(r => (r.Id, r.Number)));
        Assert.Empty(await desk.Node.Asked(new ListLeaving(), desk.Grace));

        desk.Clock.Pass(Duration.FromSeconds(14));
        await desk.Runs("replies-leave");
        Assert.Equal(1, (await desk.Show(ticket.Id)).Ticket.Version);
        desk.Clock.Pass(Duration.FromSeconds(1));
        await Task.WhenAll(desk.Runs("replies-leave"), desk.Runs("replies-leave"));
        var view = await desk.Show(ticket.Id, desk.Helen);
        var said = Assert.Single(view.Timeline, e => e.Event is MessagePosted);
        Assert.Equal(("Ada Byron", "Which printer?", 1), (said.Actor, ((MessagePosted)said.Event).Body, ((MessagePosted)said.Event).Files.Count));
        Assert.Equal((TicketStatus.Waiting, WaitFor.Customer, true), (view.Ticket.Status, view.Ticket.Wait!.For, view.Ticket.Wait.Contacted));
        Assert.Empty((await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Ada)).Leaving);
        await desk.RowIsItsStory(ticket.Id);
        var events = await desk.Node.Folds(new Reply { Id = reply.Id }, await Load(desk, reply.Id));
        Assert.Equal([typeof(ReplyQueued), typeof(ReplyLeft)], events.Select(e => e.GetType()));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Taken_back_it_stands_in_the_composer_of_whoever_took_it(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var file = await desk.Node.Done(new UploadFile("label.txt", "blank"u8.ToArray()), desk.Ada);
        var promise = desk.Clock.Now + Duration.FromHours(1);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, "Hello Ravi") { Attachments = [file.Key], Promise = promise }, desk.Ada);
        await desk.Refuses(Errors.Forbidden, new TakeBackReply(reply.Id), desk.Helen);
        await desk.Node.Done(new TakeBackReply(reply.Id), desk.Grace);
        Assert.Equal(new Draft("reply", [new("reply", "Hello Ravi"), new(Draft.Promise, NodaTime.Text.InstantPattern.ExtendedIso.Format(promise)), new(Draft.Files, $"{file.Key}")]), (await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Grace)).Mine);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Runs("replies-leave");
        Assert.Equal(1, (await desk.Show(ticket.Id)).Ticket.Version);
        await desk.Refuses(WritingErrors.TakenBack, new TakeBackReply(reply.Id), desk.Ada);

        // A colleague sends it on, with the file that came along.
        var second = await desk.Node.Done(new SendReply(ticket.Id, "Hello Helen") { Attachments = [file.Key] }, desk.Grace);
        await desk.Node.Done(new HurryReply(second.Id), desk.Ada);
        await desk.Runs("replies-leave");
        var said = (await desk.Show(ticket.Id)).Timeline[^1];
        Assert.Equal(("Grace O'Brien", 1), (said.Actor, ((MessagePosted)said.Event).Files.Count));
        await desk.Refuses(WritingErrors.Left, new TakeBackReply(second.Id), desk.Grace);
        await desk.Refuses(WritingErrors.NotFound, new HurryReply(new(99)), desk.Grace);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_for_later_stops_when_somebody_spoke_and_its_author_is_told(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Done(new AssignTicket(ticket.Id, "me"), desk.Grace);
        var later = desk.Clock.Now + Duration.FromHours(2);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, "Is it better today?") { Leaves = later, Promise = later - Duration.FromHours(1) }, desk.Ada);
        Assert.True(reply.Scheduled);
        await desk.Done(new TagTicket(ticket.Id, ["labels"], []), desk.Grace);
        await desk.Done(new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, "It prints again."), desk.Helen);
        desk.Clock.Pass(Duration.FromHours(2));
        await desk.Runs("replies-leave");
        var needs = await desk.Node.Asked(new NeedsMeNow(), desk.Ada);
        Assert.Equal((Reason.ReplyStopped, "Somebody wrote on the ticket meanwhile."), needs.Where(n => n.Ticket.Id == ticket.Key).Select(n => (n.Reason, n.About)).Single());
        await desk.Node.Done(new HurryReply(reply.Id), desk.Ada);
        await desk.Runs("replies-leave");
        var view = await desk.Show(ticket.Id);
        Assert.Equal(("Is it better today?", null), (((MessagePosted)view.Timeline[^1].Event).Body, view.Ticket.PromisedAt));
        Assert.DoesNotContain(await desk.Node.Asked(new NeedsMeNow(), desk.Ada), n => n.Reason == Reason.ReplyStopped);

        // What nobody answered leaves by itself, whatever else was done to the ticket.
        var quiet = await desk.Node.Done(new SendReply(ticket.Id, "And now?") { Leaves = desk.Clock.Now + Duration.FromHours(1) }, desk.Ada);
        await desk.Done(new TagTicket(ticket.Id, ["paper"], []), desk.Grace);
        desk.Clock.Pass(Duration.FromHours(1));
        await desk.Runs("replies-leave");
        Assert.Equal(ReplyState.Left, (await Load(desk, quiet.Id)).State);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_would_be_refused_later_is_refused_now(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        await desk.Refuses(TicketErrors.BodyMissing, new SendReply(ticket.Id, " "), desk.Ada);
        await desk.Refuses(TicketErrors.StepsMissing, new SendReply(ticket.Id, "Please check") { Then = SendThen.AskToCheck }, desk.Ada);
        await desk.Refuses(TicketErrors.FileUnknown, new SendReply(ticket.Id, "x") { Attachments = [(await desk.Node.Done(new UploadFile("a.txt", "a"u8.ToArray()), desk.Helen)).Key, 99] }, desk.Ada);
        await desk.Refuses(WritingErrors.LeavesPassed, new SendReply(ticket.Id, "x") { Leaves = desk.Clock.Now }, desk.Ada);
        await desk.Refuses(Errors.Forbidden, new SendReply(ticket.Id, "x"), desk.Helen);
        Assert.Empty((await desk.Node.Asked(new ShowWriting(ticket.Id), desk.Ada)).Leaving);

        await desk.CareFor(ticket.Id);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, "Please check") { Then = SendThen.AskToCheck }, desk.Ada);
        await desk.Done(new CancelTicket(ticket.Id, "No longer wanted"), desk.Helen);
        desk.Clock.Pass(Duration.FromMinutes(1));
        await desk.Runs("replies-leave");
        Assert.Equal((ReplyState.Stopped, TicketErrors.CancelledForGood.Message), await Load(desk, reply.Id) is var r ? (r.State, r.Stopped) : default);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Without_a_moment_it_leaves_at_once_and_with_a_check_it_resolves(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        await desk.Node.Done(new ChangeDeskRules(DeskRules.Usual.Values with { UndoSeconds = 0 }), new(Caller.Desk, "test"));
        var ticket = await desk.Open(desk.Helen);
        await desk.CareFor(ticket.Id);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, "Please check") { Then = SendThen.AskToCheck }, desk.Ada);
        Assert.Equal(ReplyState.Left, reply.State);
        Assert.Equal(TicketStatus.Resolved, (await desk.Show(ticket.Id)).Ticket.Status);
        await desk.RowIsItsStory(ticket.Id);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_left_the_desk_says_nothing_more(string engine)
    {
        await using var desk = await TicketDesk.Fresh(engine);
        var ticket = await desk.Open(desk.Helen);
        var reply = await desk.Node.Done(new SendReply(ticket.Id, "Later") { Leaves = desk.Clock.Now + Duration.FromDays(1) }, desk.Grace);
        await desk.Node.Done(new DeactivatePerson(desk.Grace.Caller.Person), new(Caller.Desk, "test"));
        desk.Clock.Pass(Duration.FromDays(1));
        await desk.Runs("replies-leave");
        Assert.Equal((ReplyState.Stopped, 1), (((await Load(desk, reply.Id)).State), (await desk.Show(ticket.Id)).Ticket.Version));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new LetReplyLeave((await desk.Node.Done(new SendReply(ticket.Id, "x"), desk.Ada) is var mine ? Due(desk, mine) : mine).Id), desk.Ravi with { Caller = desk.Ravi.Caller with { Permissions = desk.Ada.Caller.Permissions } }));
    }

    private static Reply Due(TicketDesk desk, Reply reply)
    {
        desk.Clock.Pass(Duration.FromMinutes(1));
        return reply;
    }

    private static async Task<Reply> Load(TicketDesk desk, ReplyId id)
    {
        await using var read = await desk.Node.Database.Read();
        return (await new Work(read, new(Caller.Desk, "test"), desk.Clock.Now, DeskModule.Catalogue).Replies.Load(id.Value)).Value!;
    }
}
