using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Clocks;

/// <summary>Which clock of a ticket: by kind of agreement and measure, and the how-manieth. It stays the same when another clause comes to stand behind it.</summary>
public readonly record struct ClockKey(AgreementKind Kind, Measure Measure, int No)
{
    /// <summary>Like <c>operational-acceptance-2</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{Measure.ToString().ToLowerInvariant()}-{No}");

    public static ClockKey? Read(string? text) =>
        text?.Split('-') is [var kind, var measure, var no] && Word<AgreementKind>(kind) is { } k && Word<Measure>(measure) is { } m && int.TryParse(no, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? new(k, m, n) : null;

    private static T? Word<T>(string text) where T : struct, Enum => text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, true, out var word) ? word : null;
}

/// <summary>A promise on a ticket and the turns of its clock.</summary>
/// <param name="Promise">What stands behind it now, or did last.</param>
/// <param name="IsVoid">It ended for another reason than that the promise was kept: the ticket was cancelled or merged, or nothing is promised any more.</param>
/// <param name="Told">The greatest share of the time that was told, in percent; 0 for none.</param>
/// <param name="Explained">Why it was missed, as somebody has said; null while nobody has.</param>
public sealed record TicketClock(ClockKey Key, Promise Promise, Seq<ClockTurn> Turns, bool IsVoid, int Told, MissExplained? Explained)
{
    public Instant BeganAt => Turns[0].At;

    public ClockState State => Turns[^1].State;

    /// <summary>When it stopped; null while it may go on.</summary>
    public Instant? EndedAt => State == ClockState.Stopped ? Turns[^1].At : null;

    public ClockOutcome Outcome(ClockReading reading) => reading.IsLate ? ClockOutcome.Missed : State != ClockState.Stopped ? ClockOutcome.Open : IsVoid ? ClockOutcome.Void : ClockOutcome.Kept;

    /// <summary>What the ladder has to say next, and when: its next step, or the miss itself. Null when nothing comes while nothing turns the clock.</summary>
    public (int Share, Instant At)? Next(Func<HoursOf, OpenHours> hours)
    {
        if (State != ClockState.Runs) return null;
        foreach (var share in Promise.Of.Terms.Ladder.Select(l => l.Share).Append(Missed).Distinct().Order())
            if (share > Told) return Clock.When(Turns, hours, Of(Promise.Clause.Within, share)) is { } at ? (share, at) : null;
        return null;
    }

    /// <summary>The greatest share that has been reached and not been told; null for none.</summary>
    public int? Due(Func<HoursOf, OpenHours> hours, Instant now)
    {
        var worked = Clock.Read(Turns, hours, now).Worked;
        int? due = null;
        foreach (var share in Promise.Of.Terms.Ladder.Select(l => l.Share).Append(Missed).Distinct().Order())
            if (share > Told && worked >= Of(Promise.Clause.Within, share)) due = share;
        return due;
    }

    /// <summary>The share at which the promise is missed.</summary>
    public const int Missed = 100;

    private static Duration Of(Duration target, int share) => Duration.FromTicks(Math.Round(target.TotalTicks * share / 100));
}

/// <summary>Open: it may still be kept. Void: it counts neither way.</summary>
public enum ClockOutcome { Open, Kept, Missed, Void }
