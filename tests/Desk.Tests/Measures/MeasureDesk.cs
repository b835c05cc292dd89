using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>A desk whose measures are brought up to date when it is said, and a past that can be made up.</summary>
internal static class MeasureDesk
{
    private static readonly string[] Tables = ["measure_ticket", "measure_visit", "measure_passing", "measure_bounce", "measure_fault", "measure_touch", "measure_help", "measure_asked", "measure_person", "measure_rule", "measure_front"];

    /// <summary>Reads on to the end of the journal; answers how many entries there were.</summary>
    public static async Task<int> ReadOn(Node node, Subscriber? subscriber = null)
    {
        await node.Settled();
        var (runner, all) = (DeskModule.Runner(node.Get<IServiceProvider>(), subscriber ?? new KeepMeasures()), 0);
        while (await runner.ReadOn() is var read and > 0) all += read;
        return all;
    }

    /// <summary>All that is kept, as text.</summary>
    public static async Task<string> Dump(Node node)
    {
        await using var read = await node.Database.Read();
        var lines = new List<string>();
        foreach (var table in Tables)
            lines.AddRange((await read.List($"select * from {table}", r => $"{table}: {string.Join("|", Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "-" : $"{r.GetValue(i)}"))}")).Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }

    /// <summary>The same, but a few entries at a time.</summary>
    public sealed class InSmallBites : Subscriber
    {
        private readonly KeepMeasures _keep = new();
        public override string Name => _keep.Name;
        public override string Title => _keep.Title;
        public override int Batch => 7;
        public override Task<IEnumerable<Write>> Rows(Reader read, IReadOnlyList<Entry> entries) => _keep.Rows(read, entries);
        public override Statement? Forget(Database database) => _keep.Forget(database);
    }

    /// <summary>Tickets that went through teams as chance would have it, as an import would bring them.</summary>
    public static async Task MakeUp(Node node, IReadOnlyList<Named<TeamId>> teams, int tickets, Instant until)
    {
        await using var read = await node.Database.Read();
        var work = new Work(read, new(Caller.Desk, "test"), until, DeskModule.Catalogue);
        var ids = await node.Database.NextIds(read, "ticket", tickets);
        work.Tickets.CreateMany([.. ids.Select((id, i) => Past(new Random(i), id, teams, until - Duration.FromDays(300) + Duration.FromHours(3 * i)))]);
        Assert.Equal(Outcome.Done, await node.Database.Commit([.. work.Writes]));
    }

    private static Past<Ticket> Past(Random chance, long id, IReadOnlyList<Named<TeamId>> teams, Instant at)
    {
        Named<PersonId> customer = new(TestDatabase.Helen, "Helen Marsh"), agent = new(TestDatabase.Ada, "Ada Byron");
        var (impact, urgency) = ((Level)chance.Next(3), (Level)chance.Next(3));
        var team = teams[chance.Next(2)];
        var past = Then(new(new Ticket { Id = new(id) }), customer.Id, new TicketOpened(TicketKind.Incident, Channel.Portal, "Made up", "Made up", customer, null, impact, urgency, PriorityMatrix.Usual.Of(impact, urgency), new(null, null, null), team));
        if (chance.Next(4) > 0) Happens(new CustomerGreeted(null));
        for (var steps = chance.Next(6); steps > 0; steps--)
        {
            var to = teams[(teams.ToList().IndexOf(team) + 1 + chance.Next(teams.Count - 1)) % teams.Count];
            if (chance.Next(4) == 0)
            {
                Happens(new TicketMoved(team, to));
                team = to;
            }
            else
            {
                var no = past.State.Hands.Handovers + 1;
                Happens(new TicketHandedOver(no, team, to, agent, new(null, null, "look")));
                if (chance.Next(3) == 0) Happens(new HandoverReturned(no, team, to, "no", null, default) { Lacked = [(HandoverItem)chance.Next(9)] });
                else
                {
                    Happens(new HandoverAccepted(no, team, to, agent, default));
                    if (chance.Next(2) == 0) Happens(new HandoverJudged(no, team, to, chance.Next(2) == 0, chance.Next(2) == 0 ? [] : [HandoverItem.Tried, (HandoverItem)(3 + chance.Next(6))], null));
                    team = to;
                }
            }
            if (chance.Next(3) == 0) Happens(new TicketWaiting((WaitFor)chance.Next(5), "w", true, null), new TicketResumed(ResumedBy.Hand, default));
            if (chance.Next(6) == 0) Happens(new TeamAskedIn(past.State.Hands.Questions + 1, teams[2], "which?", [agent]), new HelpGiven(past.State.Hands.Questions + 1, past.State.Messages, customer, team, [teams[2]], default));
            if (chance.Next(5) == 0) Happens(new PriorityOverridden(past.State.Priority, new(1 + chance.Next(2)), "loud"));
        }
        if (chance.Next(6) == 0) return past;
        Happens(new TicketResolved("done", null, default));
        if (chance.Next(2) == 0) Happens(new TicketClosed((Verification)chance.Next(3), "r", null, default));
        if (chance.Next(6) == 0) Happens(new TicketReopened(past.State.Status, "again"), new TicketResolved("done", null, default));
        return past;

        void Happens(params Event[] happened)
        {
            foreach (var one in happened) past = Then(past, agent.Id, one);
        }

        Past<Ticket> Then(Past<Ticket> before, PersonId who, Event happened)
        {
            at += Duration.FromMinutes(1 + chance.Next(300));
            return before.Then(new(who, at), _ => happened);
        }
    }
}
