namespace FirstContact.Agreements;

/// <summary>Word: somebody wants a clause otherwise, and waits for an answer. FirstDay: only that is missing before signing.</summary>
public enum WantKind { Word, FirstDay, Signature, ReviewDue, ReviewOverdue }

/// <param name="Clauses">On how many of them a word is wanted.</param>
public sealed record Want(WantKind Kind, int Clauses = 0);

/// <summary>What an agreement wants of whoever speaks for one of its sides.</summary>
internal static class Wants
{
    public static Want? Of(Caller caller, Agreement agreement, Times times)
    {
        var sides = caller.Sides(agreement);
        if (sides.Count == 0 || agreement.Stage(times.Now) == Stage.Ended) return null;
        if (agreement.Table is { Open: true } table)
        {
            var open = sides.SelectMany(s => Unanswered(table, s)).Distinct().Count();
            if (open > 0) return new(WantKind.Word, open);
            if (MaySign(table, sides, caller.Person).Any()) return new(table.From is null ? WantKind.FirstDay : WantKind.Signature);
        }
        if (agreement.At(times.Now) is null || agreement.ReviewDue is not { } due || due > times.ToDay.PlusDays(Agreement.ReviewAhead)) return null;
        return new(due < times.ToDay ? WantKind.ReviewOverdue : WantKind.ReviewDue);
    }

    /// <summary>Disputed clauses on which the other side has spoken last.</summary>
    public static IEnumerable<string> Unanswered(Table table, Side side) =>
        table.Disputed.Where(c => table.Of(Other(side), c) is { } theirs && (table.Of(side, c) is not { } ours || ours.At < theirs.At));

    /// <summary>The sides that can sign now: nothing is disputed, and nobody signs for both.</summary>
    public static IEnumerable<Side> MaySign(Table table, IReadOnlyList<Side> sides, PersonId person) =>
        table.Disputed.Any() || table.Signatures.Any(s => s.By.Id == person) ? [] : sides.Where(s => table.Of(s) is null);

    public static Side Other(Side side) => side == Side.Provider ? Side.Receiver : Side.Provider;

    /// <summary>The clauses of the draft, and those targets that only a side would have in it.</summary>
    public static IReadOnlyList<string> Clauses(Table table)
    {
        var there = Agreements.Clauses.In(table.Terms);
        var besides = table.Positions.Select(p => p.Clause).Where(c => !there.Contains(c)).Distinct();
        var first = there.ToList().IndexOf(Agreements.Clauses.Pausing);
        return [.. there.Take(first), .. besides, .. there.Skip(first)];
    }

    /// <summary>The number of the next new target: no number is given twice, not even to what was only drafted.</summary>
    public static int NextTarget(AgreementView view) => view.History.SelectMany(h => Terms(h.Event)).SelectMany(t => t.Targets).Select(t => t.No).DefaultIfEmpty(0).Max() + 1;

    private static IEnumerable<Terms> Terms(Event happened) => happened switch
    {
        AgreementStarted e => [e.Terms],
        HabitsChanged e => [e.To],
        TermsDrafted e => [e.To],
        PositionTaken { Position.Counter: { } counter } => [counter],
        CounterAccepted e => [e.To],
        _ => [],
    };
}
