using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The same measures once more, slowly and in another way: by asking the whole story anew at each minute and each step.</summary>
internal sealed class SecondOpinion(IReadOnlyList<(Event Happened, PersonId Who, int Minute)> story, PersonId customer)
{
    private static readonly Type[] Passing =
    [
        typeof(TicketHandedOver), typeof(HandoverAccepted), typeof(HandoverReturned), typeof(HandoverWithdrawn), typeof(TicketMoved), typeof(TicketAssigned),
        typeof(HelpGiven), typeof(HandoverJudged),
    ];

    /// <summary>Where it lay, step by step: what was asked and taken back is left out.</summary>
    public List<long> Path()
    {
        var lay = new List<long>();
        for (var i = 0; i < story.Count; i++)
            switch (story[i].Happened)
            {
                case TicketOpened e: lay.Add(e.Team.Id.Value); break;
                case TicketMoved e: lay.Add(e.To.Id.Value); break;
                case HandoverAccepted e: lay.Add(e.To.Id.Value); break;
                case HandoverReturned e: lay.Add(e.From.Id.Value); break;
                case TicketHandedOver e when !story.Skip(i).Any(s => s.Happened is HandoverWithdrawn w && w.No == e.No): lay.Add(e.To.Id.Value); break;
            }
        return Once(lay);
    }

    public List<long> WorkedPath()
    {
        var worked = new List<long>();
        for (var i = 0; i < story.Count; i++)
        {
            if (Comes(story[i].Happened) is not { } team) continue;
            var stays = story.Skip(i + 1).TakeWhile(s => Comes(s.Happened) is null);
            var begun = story[i].Happened switch { TicketOpened => Ours(story[i].Who), HandoverAccepted a => a.Owner is not null && Ours(story[i].Who), _ => false };
            // Whoever gives it back has done nothing for those it comes back to.
            if (begun || stays.Any(s => Ours(s.Who) && !Passing.Contains(s.Happened.GetType()) && s.Happened is not TicketReopened && !IsAnswer(s.Happened))) worked.Add(team);
        }
        return Once(worked);
    }

    private bool IsAnswer(Event happened) => happened is MessagePosted note && story.Any(s => s.Happened is HelpGiven help && help.Message == note.No);

    /// <summary>Each judgement with the handover that it is about, in the order in which they were asked.</summary>
    public IEnumerable<(long From, long To, Instant At, bool Complete)> Judged() =>
        from judged in story
        where judged.Happened is HandoverJudged
        let j = (HandoverJudged)judged.Happened
        let asked = story.Last(s => s.Happened is TicketHandedOver h && h.No == j.No)
        orderby j.No
        select (j.From.Id.Value, j.To.Id.Value, Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMinutes(asked.Minute), j.Complete);

    public static int Bounces(List<long> path) => Enumerable.Range(0, path.Count).Count(i => i >= 2 && path[i] == path[i - 2]);

    public static int Returns(List<long> path) => Enumerable.Range(0, path.Count).Count(i => path.Take(i).Contains(path[i]));

    public int Handovers() => Once([.. story.Select(s => Comes(s.Happened)).OfType<long>()]).Count - 1;

    /// <summary>Minute for minute: what did it wait for then?</summary>
    public Dictionary<WaitKind, int> Waits() => Enumerable.Range(0, story[^1].Minute).Select(StateAt).OfType<WaitKind>().GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());

    private WaitKind? StateAt(int minute)
    {
        var before = story.Where(s => s.Minute <= minute).ToList();
        var ends = before.FindLastIndex(s => s.Happened is TicketResolved);
        if (ends >= 0 && !before.Skip(ends).Any(s => s.Happened is TicketReopened or CustomerVerified { Outcome: CustomerOutcome.NotYet })) return null;
        var waits = before.FindLastIndex(s => s.Happened is TicketWaiting);
        if (waits >= 0 && !before.Skip(waits).Any(s => s.Happened is TicketResumed or TicketResolved)) return (WaitKind)(int)((TicketWaiting)before[waits].Happened).For;
        var asked = before.FindLastIndex(s => s.Happened is TicketHandedOver);
        if (asked >= 0 && !before.Skip(asked).Any(s => s.Happened is HandoverAccepted or HandoverReturned or HandoverWithdrawn or TicketMoved or TicketResolved)) return WaitKind.Acceptance;
        var until = new SecondOpinion(before, customer);
        var came = before.FindLastIndex(s => Comes(s.Happened) is not null);
        return new SecondOpinion([.. before.Skip(came)], customer).WorkedPath().Count > 0 ? null : WaitKind.Queue;
    }

    public int Reopened() => story.Count(s => s.Happened is TicketReopened { From: TicketStatus.Closed });

    public int? Took() => story.Any(s => s.Happened is TicketResolved) && StateAt(story[^1].Minute) is null && Ended() ? story.Last(s => s.Happened is TicketResolved).Minute : null;

    private bool Ended() => story.Select((s, i) => (s, i)).Last(p => p.s.Happened is TicketResolved).i is var at && !story.Skip(at).Any(s => s.Happened is TicketReopened or CustomerVerified { Outcome: CustomerOutcome.NotYet });

    public HashSet<PersonId> Touched() => [.. story.Select(s => s.Who).Where(Ours)];

    private bool Ours(PersonId who) => who != customer && who != PersonId.Desk;

    private static long? Comes(Event happened) => happened switch
    {
        TicketOpened e => e.Team.Id.Value,
        TicketMoved e => e.To.Id.Value,
        HandoverAccepted e => e.To.Id.Value,
        HandoverReturned e => e.From.Id.Value,
        _ => null,
    };

    private static List<long> Once(List<long> teams) => [.. teams.Where((t, i) => i == 0 || teams[i - 1] != t)];
}
