using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>An answer finds its ticket, and nobody gets into one that is not for him.</summary>
public sealed class ThreadingTests
{
    private const string Helen = TestDatabase.HelensAddress;

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_customer_goes_on_by_the_message_the_address_or_the_subject(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var first = await desk.Comes(Helen, "Printer", id: "begin@mail.example");
        var ticket = await desk.Ticket(first.Ticket);
        await desk.Sent("ours@desk.example", ticket);
        var signed = ReplyAddress.Of("help@desk.example", ticket.Id, await desk.Mark());
        foreach (var (line, no) in new[]
        {
            (await desk.Comes(Helen, "Re: Printer", "One", "References: <begin@mail.example> <unknown@mail.example>\n"), 1),
            (await desk.Comes(Helen, "Quite another subject", "Two", "In-Reply-To: <ours@desk.example>\n"), 2),
            (await desk.Comes(Helen, "Lost", "Three", to: signed), 3),
            (await desk.Comes(Helen, "Lost", "Four", recipient: signed), 4),
            (await desk.Comes(Helen, $"Again [{ticket.Number}]", "Five"), 5),
        }) Assert.Equal((MailState.Taken, ticket.Number, no), (line.State, line.Ticket, line.Message));
        Assert.Equal(["One", "Two", "Three", "Four", "Five"], (await desk.Life(ticket)).OfType<MessagePosted>().Select(m => m.Body));
        Assert.All((await desk.Life(ticket)).OfType<MessagePosted>(), m => Assert.True(m.CustomersSide));

        // Who wrote it finds nothing by himself.
        Assert.NotEqual(ticket.Number, (await desk.Comes(Helen, "Printer")).Ticket);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_stranger_with_a_number_opens_a_ticket_of_his_own(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer")).Ticket);
        var line = await desk.Comes("Sam <sam@elsewhere.example>", $"Tell me all [{ticket.Number}]");
        Assert.NotEqual(ticket.Number, line.Ticket);
        var his = await desk.Ticket(line.Ticket);
        Assert.Equal([new TicketLink(Relation.Related, ticket.Id)], his.Links);
        Assert.Equal([new TicketLink(Relation.Related, his.Id)], (await desk.Ticket(ticket.Number)).Links);
        Assert.DoesNotContain(his.Customer, (await desk.Ticket(ticket.Number)).Watchers);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Whoever_has_the_reply_address_may_join_unless_the_rules_say_otherwise(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer")).Ticket);
        var signed = ReplyAddress.Of("help@desk.example", ticket.Id, await desk.Mark());
        Assert.Equal((ticket.Number, 1), (await desk.Comes("Helen <helen@home.example>", "Re: Printer", to: signed)) is var l ? (l.Ticket!, l.Message!.Value) : default);
        Assert.Single((await desk.Ticket(ticket.Number)).Watchers);
        await desk.Node.Done(new ChangeMailRules(Unknown.Take, [], Invited: false, 60, []), MailDesk.Administrator);
        Assert.NotEqual(ticket.Number, (await desk.Comes("Sam <sam@elsewhere.example>", "Re: Printer", to: signed)).Ticket);
        // Who takes part already, goes on.
        Assert.Equal(ticket.Number, (await desk.Comes("Helen <helen@home.example>", "Re: Printer", to: signed)).Ticket);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_in_copy_takes_part_and_sees_what_the_customer_sees(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Hold, [new("harrow.example", Unknown.Take, null)], true, 60, []), MailDesk.Administrator);
        var line = await desk.Comes(Helen, "Printer", headers: $"Cc: {TicketDesk.Ravis}, new.colleague@harrow.example, stranger@elsewhere.example\n", id: "begin@mail.example");
        var ticket = await desk.Ticket(line.Ticket);
        Assert.Equal(2, ticket.Watchers.Count);
        var said = await desk.Comes(TicketDesk.Ravis, "Re: Printer", "Mine too.", "References: <begin@mail.example>\n");
        Assert.Equal((line.Ticket, 1), (said.Ticket, said.Message));
        Assert.Equal("Mine too.", (await desk.Life(ticket)).OfType<MessagePosted>().Single().Body);
        // Whoever only looks on invites nobody.
        await desk.Comes(TicketDesk.Ravis, "Re: Printer", "Grace?", $"References: <begin@mail.example>\nCc: {TicketDesk.Graces}\n");
        Assert.Equal(2, (await desk.Ticket(line.Ticket)).Watchers.Count);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Nobody_is_let_in_by_a_number_that_anybody_can_write(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer", id: "begin@mail.example")).Ticket);
        foreach (var claimed in new[] { Helen, TicketDesk.Adas })
            Assert.Equal(ticket.Number, (await desk.Comes(claimed, $"More [{ticket.Number}]", headers: $"Cc: {TicketDesk.Ravis}\n")).Ticket);
        Assert.Empty((await desk.Ticket(ticket.Number)).Watchers);
        // Who answers a message that came, may.
        await desk.Comes(Helen, "Re: Printer", headers: $"References: <begin@mail.example>\nCc: {TicketDesk.Ravis}\n");
        Assert.Single((await desk.Ticket(ticket.Number)).Watchers);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_desk_itself_takes_no_part_and_whoever_stands_first_in_to_does(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        await desk.Node.Done(new ChangeMailRules(Unknown.Hold, [new("desk.example", Unknown.Take, null)], true, 60, []), MailDesk.Administrator);
        var line = await desk.Comes(Helen, "Printer", headers: "Cc: help@desk.example\n", to: "bob@desk.example", recipient: "help@desk.example");
        await using var read = await desk.Node.Database.Read();
        var watching = await read.List("select p.email from person p where p.email like '%@desk.example' order by 1", r => r.GetString(0));
        Assert.Equal(["bob@desk.example"], watching);
        Assert.Single((await desk.Ticket(line.Ticket)).Watchers);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_machine_opens_nothing_again_and_comes_to_watch_nothing(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer", id: "begin@mail.example")).Ticket);
        await desk.Sent("ours@desk.example", ticket);
        const string Automatic = "In-Reply-To: <ours@desk.example>\nAuto-Submitted: auto-generated\n";
        Assert.NotEqual(ticket.Number, (await desk.Comes("Monitor <monitor@elsewhere.example>", "Re: Printer", headers: Automatic)).Ticket);
        Assert.Empty((await desk.Ticket(ticket.Number)).Watchers);
        await desk.Desk.Resolve(ticket.Id);
        await desk.Desk.Done(new CloseTicket(ticket.Id, "Said so"), desk.Desk.Ada);
        Assert.NotEqual(ticket.Number, (await desk.Comes(Helen, "Re: Printer", "Paper is out", Automatic)).Ticket);
        Assert.Equal(TicketStatus.Closed, (await desk.Ticket(ticket.Number)).Status);
        Assert.Equal(ticket.Number, (await desk.Comes(Helen, "Re: Printer", "It jams", "In-Reply-To: <ours@desk.example>\n")).Ticket);
        Assert.True((await desk.Ticket(ticket.Number)).IsOpen);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Resolved_closed_and_long_closed_tickets(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var line = await desk.Comes(Helen, "Printer", id: "begin@mail.example");
        var ticket = await desk.Ticket(line.Ticket);
        await desk.Desk.Resolve(ticket.Id);
        await desk.Comes(Helen, "Re: Printer", "Thanks", "References: <begin@mail.example>\n");
        Assert.Equal(TicketStatus.Resolved, (await desk.Ticket(line.Ticket)).Status);
        Assert.NotNull((await desk.Ticket(line.Ticket)).CustomerSpokeAt);
        await desk.Desk.Done(new CloseTicket(ticket.Id, "Said so"), desk.Desk.Ada);
        await desk.Comes(Helen, "Re: Printer", "Jams again", "References: <begin@mail.example>\n");
        Assert.True((await desk.Ticket(line.Ticket)).IsOpen);
        await desk.Desk.Resolve(ticket.Id);
        await desk.Desk.Done(new CloseTicket(ticket.Id, "Said so"), desk.Desk.Ada);
        desk.Desk.Clock.Pass(Duration.FromDays(60));
        var later = await desk.Ticket((await desk.Comes(Helen, "Re: Printer", "Jams once more", "References: <begin@mail.example>\n")).Ticket);
        Assert.Equal(ticket.Id, later.Continues);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_joins_a_merged_ticket_is_heard_where_it_went(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var (one, other) = (await desk.Comes(Helen, "Printer", id: "one@mail.example"), await desk.Comes(Helen, "Printer again", id: "other@mail.example"));
        var (from, into) = (await desk.Ticket(one.Ticket), await desk.Ticket(other.Ticket));
        await desk.Desk.Done(new MergeTicket(from.Id, into.Number, false), desk.Desk.Ada);
        Assert.Equal(one.Ticket, (await desk.Comes(Helen, "Re: Printer", "Hello?", "References: <one@mail.example>\n")).Ticket);
        Assert.Contains((await desk.Life(into)), e => e is WordLanded { No: 1 });
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_was_split_off_goes_on_by_itself_and_the_rest_stays(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var whole = await desk.Ticket((await desk.Comes(Helen, "Printer", id: "whole@mail.example")).Ticket);
        await desk.Comes(Helen, "Re: Printer", "And the lamp is out.", "References: <whole@mail.example>\n");
        await desk.Desk.Done(new SplitMessage(whole.Id, 1, TicketKind.Incident, "The lamp", null), desk.Desk.Ada);
        whole = await desk.Ticket(whole.Number);
        var lamp = await desk.Ticket(TicketNumber.Of(TicketKind.Incident, Assert.Single(whole.Links).Other));
        await desk.Sent("lamp@desk.example", lamp);
        Assert.Equal(lamp.Number, (await desk.Comes(Helen, "Re: The lamp", "Which one?", "References: <whole@mail.example> <lamp@desk.example>\n")).Ticket);
        Assert.Equal(whole.Number, (await desk.Comes(Helen, "Re: Printer", "It still jams.", "References: <whole@mail.example>\n")).Ticket);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_agent_answers_notes_and_forwards(string engine)
    {
        await using var desk = await MailDesk.Fresh(engine);
        var ticket = await desk.Ticket((await desk.Comes(Helen, "Printer")).Ticket);
        await desk.Sent("public@desk.example", ticket);
        await desk.Sent("note@desk.example", ticket, isInternal: true);
        await desk.Comes(TicketDesk.Adas, "Re: Printer", "Look at the tray", "In-Reply-To: <public@desk.example>\n");
        await desk.Comes(TicketDesk.Adas, "Re: Printer", "He is new", "In-Reply-To: <note@desk.example>\n");
        await desk.Comes(TicketDesk.Adas, $"Pay at once [{ticket.Number}]", "As if it were Ada");
        // A mail program that lost what it answers: the address still knows to whom that was said.
        foreach (var isInternal in (bool[])[false, true]) await desk.Comes(TicketDesk.Adas, "Re: Printer", "By the address", to: ReplyAddress.Of("help@desk.example", ticket.Id, await desk.Mark(), isInternal));
        Assert.Equal([(Visibility.Public, false), (Visibility.Internal, false), (Visibility.Internal, false), (Visibility.Public, false), (Visibility.Internal, false)], (await desk.Life(ticket)).OfType<MessagePosted>().Select(m => (m.Visibility, m.CustomersSide)));

        var passed = await desk.Ticket((await desk.Comes(TicketDesk.Adas, "Fwd: Till", "---- Forwarded message ----\nFrom: Kim Doe <kim@shop.example>\nSubject: Till\n\nIt is dead.")).Ticket);
        var kim = await desk.Node.Asked(new ShowPerson(passed.Customer), new(Caller.Desk, "test"));
        Assert.Equal(("kim@shop.example", TestDatabase.Ada), (kim.Person.Email, passed.OpenedBy));
    }
}
