namespace FirstContact.Bench;

/// <summary>Ten events and more a ticket, as teams that work together leave them: handovers, some of them returned, waits, words, reopenings.</summary>
internal static class Lively
{
    public static Past<Ticket> Live(Past<Ticket> past, int i, Instant opened, PersonId customer, Named<PersonId> agent, Named<TeamId> team)
    {
        var (chance, at) = (new Random(i * 7 + 1), opened);
        Happens(agent.Id, new TicketAssigned(null, agent), new CustomerGreeted(null), new ProblemStated("It does not do what it did yesterday."));
        Happens(agent.Id, new MessagePosted(1, MessageKind.Reply, Visibility.Public, "I have this and stay with it."));
        for (var times = chance.Next(20) switch { < 10 => 0, < 16 => 1, < 19 => 2, _ => 3 }; times > 0; times--)
        {
            var (to, no) = (Company.TeamOf((int)(team.Id.Value + chance.Next(Company.Teams - 1)) % Company.Teams), past.State.Hands.Handovers + 1);
            if (to.Id == team.Id) continue;
            Happens(agent.Id, new TicketHandedOver(no, team, to, agent, new("It does not", "What we know", "Look at it")));
            if (chance.Next(5) == 0)
            {
                Happens(agent.Id, new HandoverReturned(no, team, to, "Not ours", null, Duration.Zero));
                continue;
            }
            var receiver = new PersonId(chance.Next(1, Company.Agents + 1));
            agent = new(receiver, Company.Name(receiver.Value));
            Happens(receiver, new HandoverAccepted(no, team, to, agent, Duration.Zero), new MessagePosted(past.State.Messages + 1, MessageKind.Note, Visibility.Internal, "Looked at it."));
            team = to;
        }
        if (chance.Next(2) == 0) Happens(agent.Id, new TicketWaiting(WaitFor.Customer, "Which of the two is it?", chance.Next(8) > 0, null), new TicketResumed(ResumedBy.Hand, Duration.Zero));
        if (i % 20 == 0) return past;
        Happens(agent.Id, new SolutionExecuted("Done as asked."), new TicketResolved("Done as asked.", null, Duration.Zero));
        if (chance.Next(12) == 0) Happens(customer, new TicketReopened(TicketStatus.Resolved, "Not yet"), new TicketResolved("Done once more.", null, Duration.Zero));
        Happens(customer, new CustomerVerified(CustomerOutcome.Works, null, false, false), new TicketClosed(Verification.ByCustomer, null, null, Duration.Zero));
        return past;

        void Happens(PersonId who, params Event[] all)
        {
            foreach (var happened in all)
            {
                at += Duration.FromMinutes(chance.Next(1, 90));
                past = past.Then(new(who, at), _ => happened);
            }
        }
    }
}
