namespace FirstContact.Tickets;

/// <summary>How it went with something that was thought of or done.</summary>
public enum TriedOutcome { Proposed, InWork, Failed, Resolved, Verified, Told }

/// <summary>One thing that was thought of, done, or told in a handover.</summary>
/// <param name="Words">What was done, or what somebody said when it did not hold.</param>
/// <param name="By">Who was the last to do something about it.</param>
public sealed record Tried(string Text, TriedOutcome Outcome, string? Words, PersonId By, Instant At)
{
    /// <summary>All that was tried on one ticket, told by its story: what was handed over or taken back is lost to nobody.</summary>
    public static IReadOnlyList<Tried> Of(IEnumerable<(Event Happened, PersonId By, Instant At)> story)
    {
        var (all, proposals, selected) = (new List<Tried>(), new Dictionary<int, int>(), (int?)null);
        foreach (var (happened, by, at) in story)
        {
            switch (happened)
            {
                case SolutionProposed e:
                    proposals[e.No] = all.Count;
                    all.Add(new(e.Text, TriedOutcome.Proposed, null, by, at));
                    break;
                case SolutionSelected e when proposals.TryGetValue(e.No, out var place):
                    selected = place;
                    all[place] = all[place] with { Outcome = TriedOutcome.InWork, By = by, At = at };
                    break;
                case SolutionExecuted e when selected is { } place:
                    all[place] = all[place] with { Words = Other(e.Done, all[place].Text), By = by, At = at };
                    break;
                case TicketResolved when selected is { } place:
                    all[place] = all[place] with { Outcome = TriedOutcome.Resolved, By = by, At = at };
                    break;
                case CustomerVerified { Outcome: CustomerOutcome.Works } when selected is { } place:
                    all[place] = all[place] with { Outcome = TriedOutcome.Verified };
                    break;
                case CraftVerified { Outcome: CraftOutcome.Fails } e: Fail(e.How); break;
                case CustomerVerified { Outcome: CustomerOutcome.NotYet } e: Fail(e.Words); break;
                case TicketReopened e: Fail(e.Reason); break;
                case TicketHandedOver { Words.Tried: { } told }:
                    // What the form takes from the list by itself is told already.
                    foreach (var line in told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                        if (all.All(t => t.Text != line)) all.Add(new(line, TriedOutcome.Told, null, by, at));
                    break;
            }

            void Fail(string? why)
            {
                if (selected is { } place) all[place] = all[place] with { Outcome = TriedOutcome.Failed, Words = why is { Length: > 0 } ? why : all[place].Words, By = by, At = at };
                selected = null;
            }
        }
        return all;
    }

    private static string? Other(string done, string text) => done == text ? null : done;
}
