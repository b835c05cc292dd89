using System.Diagnostics;
using FirstContact.Assignment;
using FirstContact.Classifying;
using FirstContact.Fields;
using FirstContact.Gaps;
using FirstContact.Mailboxes;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Rules;
using FirstContact.Tickets;
using FirstContact.Webhooks;
using FirstContact.Writing;

namespace FirstContact.Demo;

public sealed class DemoTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task The_demo_company_has_a_believable_past(string engine)
    {
        await using var node = await Node.Start(await TestDatabase.Empty(engine));
        Assert.False(await DemoCompany.IsInUse(node.Database));
        Assert.False(await DemoCompany.IsHere(node.Database));

        var steps = 0;
        await DemoCompany.Fill(node.Database, node.Get<IClock>(), DateTimeZone.Utc, new("hash"), node.Get<WebhookSecrets>(), node.Get<MailboxSecrets>(), (done, of) => steps = Math.Max(done, steps));

        Assert.True(steps > 2000);
        Assert.True(await DemoCompany.IsInUse(node.Database));
        Assert.True(await DemoCompany.IsHere(node.Database));
        var counts = await node.Asked(new CountTickets(), new(Caller.Desk, "test"));
        Assert.InRange(counts.Open, 35, 48);
        var screens = Assert.Single(await node.Asked(new ListWebhooks(), new(Caller.Desk, "test")));
        Assert.Equal((false, 0), (screens.Row.Active, screens.Waiting));
        Assert.Equal(2, Assert.Single((await node.Asked(new ListDeliveries(screens.Row.Id), new(Caller.Desk, "test"))).Rows).Attempts);
        var rules = await node.Asked(new ListRules(), new(Caller.Desk, "test"));
        Assert.Equal([true, false, false], rules.Select(r => r.Row.Active));
        Assert.Equal(2, Assert.Single((await node.Asked(new ListRuleRuns(rules[0].Row.Id), new(Caller.Desk, "test"))).Rows).Done.Count);
        var pulled = (await node.Asked(new ShowTicket(new(4808)), new(Caller.Desk, "test"))).Ticket;
        Assert.Equal((AssignWay.PullNext, "wi-fi", true), (pulled.Chosen!.Way, pulled.Chosen.Skill, pulled.Chosen.Skilled));
        var given = (await node.Asked(new ShowTicket(new(4810)), new(Caller.Desk, "test"))).Ticket;
        Assert.True(given is { Chosen.Way: AssignWay.RoundRobin } or { Left.Because: LeftBecause.NobodyAtWork });
        Assert.Equal(["Plant area", "Asset tag", "Cost centre"], (await node.Asked(new ListFields(), new(Caller.Desk, "test"))).Select(f => f.Label));
        Assert.Equal(3, (await node.Asked(new ListTickets(new() { Status = "all", Fields = ["area=Northgate"] }), new(Caller.Desk, "test"))).Rows.Count);
        Assert.InRange((await node.Asked(new ShowSuggesting(), new(Caller.Desk, "test"))).Suggesting.Category!.Report!.Right, 0.8, 1);
        Assert.Equal("Password or sign-in", Assert.Single((await node.Asked(new ShowTicket(new(4820)), new(Caller.Desk, "test"))).Ticket.SelfTaken).Name);
        var unsure = (await node.Asked(new ShowTicket(new(4814)), new(Caller.Desk, "test"))).Ticket;
        Assert.Equal((true, null), (unsure.LookedAt, unsure.Category));
        var mailed = await node.Asked(new ShowTicket(new(4802)), new(Caller.Desk, "test"));
        Assert.Equal(("Elsa Holm", Channel.Mail, 1, "Gareth Marsh"), (mailed.Customer.Name, mailed.Ticket.Channel, Assert.IsType<TicketOpened>(mailed.Timeline[0].Event).Files.Count, mailed.People[Assert.Single(mailed.Ticket.Watchers)].Name));
        Assert.Equal([Sending.LetterState.Sent, Sending.LetterState.Bounced], (await node.Asked(new Sending.ListTicketLetters(new(4802)), new(Caller.Desk, "test"))).Select(l => l.State));
        await using var read = await node.Database.Read();
        Assert.InRange(await read.One("select count(*) from journal where event = 'ticket.suggestion-confirmed'", r => r.GetInt64(0)), 20, 200);
        Assert.InRange(await read.One("select count(*) from ticket where status = 'Closed'", r => r.GetInt64(0)), 220, 240);
        // Some go round the desk, and fewer than before.
        Assert.InRange(await read.One("select count(*) from walk_up where at_desk = 0", r => r.GetInt64(0)), 25, 35);
        Assert.InRange(await read.One("select count(*) from journal where event = 'ticket.reopened'", r => r.GetInt64(0)), 5, 30);
        Assert.Equal(0, await read.One("select count(*) from journal j join journal k on k.position = j.position + 1 where k.at < j.at", r => r.GetInt64(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_labels_of_line_3_wait_for_their_check_and_the_next_ticket_has_the_next_number(string engine)
    {
        await using var node = await Node.Start(await TestDatabase.Empty(engine));
        await DemoCompany.Fill(node.Database, node.Get<IClock>(), DateTimeZone.Utc, new("hash"), node.Get<WebhookSecrets>(), node.Get<MailboxSecrets>(), (_, _) => { });

        var labels = (await node.Asked(new ShowTicket(new(4812)), new(Caller.Desk, "test"))).Ticket;

        Assert.Equal("INC-004812", labels.Number);
        Assert.Equal("P2", labels.Priority.ToString());
        Assert.Equal(CareStep.CraftVerification, labels.Next(CarePolicy.Usual.For(labels.Class, labels.Priority)));
        Assert.Equal(3, labels.Care.Proposals.Count);
        Assert.True(labels.Care.StatementAgreed);
        var handed = (await node.Asked(new ShowTicket(new(4806)), new(Caller.Desk, "test"))).Ticket;
        Assert.Equal(TeamId.FirstContact, handed.Hands.Pending!.To.Id);
        Assert.NotNull(handed.Hands.Pending.Words.Promise);
        var bouncing = (await node.Asked(new ShowTicket(new(4816)), new(Caller.Desk, "test"))).Ticket;
        Assert.Equal((1, "Maya Lindqvist"), (bouncing.Hands.Bounces, Assert.Single(bouncing.Hands.Bounce!.Bridge).Name));
        var gaps = await node.Asked(new ListGaps(), new(Caller.Desk, "test"));
        Assert.All(Enum.GetValues<GapState>(), state => Assert.Contains(gaps.Lines, g => g.Gap.Plan.State == state));
        Assert.Contains(gaps.Lines, g => g.Effect is { Before: > 3, Since: > 3 });
        Assert.Equal("Plant Systems", (await node.Asked(new ShowTicket(new(4805)), new(Caller.Desk, "test"))).Ticket.Hands.Returned!.By.Name);
        Assert.True(Assert.Single((await node.Asked(new ShowWriting(new(4793)), new(Caller.Desk, "test"))).Leaving) is { State: ReplyState.Waiting, Scheduled: true });
        Assert.Equal("Somebody wrote on the ticket meanwhile.", Assert.Single((await node.Asked(new ShowWriting(new(4771)), new(Caller.Desk, "test"))).Leaving).Stopped);
        Assert.Equal("Jonas Weber", Assert.Single((await node.Asked(new ShowWriting(new(4815)), new(Caller.Desk, "test"))).Others).Person.Name);
        await FirstContact.Measures.MeasureDesk.ReadOn(node);
        await using (var read = await node.Database.Read())
        {
            // Whoever looks at the demo as its agent sees each reason for which a ticket can need somebody.
            var maya = await read.One("select id, name from person where email = @email", r => (new PersonId(r.GetInt64(0)), r.GetString(1)), ("@email", DemoCompany.Agent));
            var teams = await read.List("select team from team_member where person = @person", r => r.GetInt64(0), ("@person", maya.Item1));
            var needs = await node.Asked(new NeedsMeNow(), new(new(maya.Item1, maya.Item2, DeskModule.RoleBook.Permissions([Role.Agent]), teams.ToHashSet()), "test"));
            // What was agreed nears by the clocks, which nobody has counted here.
            Assert.Equal(Enum.GetValues<Reason>().Except([Reason.Agreed]), needs.Select(n => n.Reason).Distinct().Order());
            Assert.DoesNotContain(needs, n => n.Reason is Reason.CheckAsked or Reason.AskedIn or Reason.Mentioned or Reason.GivenToMe && n.From is null);
            Assert.StartsWith("@Maya Lindqvist it is Marek's forklift", needs.Single(n => n.Reason == Reason.Mentioned).About, StringComparison.Ordinal);
        }
        Assert.InRange((labels.PromisedAt!.Value - node.Get<IClock>().GetCurrentInstant()).TotalMinutes, 12, 14);
        await using (var read = await node.Database.Read())
            Assert.Equal("image/png", await read.One("select type from attachment where ticket = 4812", r => r.GetString(0)));
        var next = await node.Done(new OpenTicket(TicketKind.Incident, Channel.Phone, "After the demo", "Words", DemoCompany.Customer, Level.Low, Level.Low), new(Caller.Desk, "test"));
        Assert.Equal(4822, next.Id.Value);
    }
}
