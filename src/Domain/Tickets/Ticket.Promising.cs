namespace FirstContact.Tickets;

/// <summary>What was promised, as the clocks tell it: that the time runs out, that it has, and why.</summary>
public sealed partial record Ticket
{
    /// <param name="clock">By its key.</param>
    /// <param name="what">What was promised, in words.</param>
    public static Decision NearPromise(string clock, string what, int share, Instant due, Seq<Named<PersonId>> told) => new PromiseNeared(clock, what, share, due, told);

    /// <param name="share">How much of the time is used up, in percent: 100 when it is, more for steps of the ladder beyond.</param>
    public static Decision MissPromise(string clock, string what, int share, Instant due, Seq<Named<PersonId>> told) => new PromiseMissed(clock, what, share, due, told);

    /// <summary>Why a promise was missed; said once more, it is changed.</summary>
    public static Decision ExplainMiss(string clock, string what, MissCause? cause, string? words) => Error.Of(
        cause is null ? TicketErrors.CauseMissing : null,
        cause == MissCause.Other && words.IsBlank ? TicketErrors.CauseWordsMissing : TooLong(words, "words")) is { } no ? no : new MissExplained(clock, what, cause!.Value, Kept(words));
}

/// <summary>Why a promise was missed, by kinds that can be counted.</summary>
public enum MissCause { OtherTeam, Supplier, TooFewPeople, Misjudged, Knowledge, Access, CameLate, PromiseWrong, Other }

public sealed record PromiseNeared(string Clock, string What, int Share, Instant Due, Seq<Named<PersonId>> Told) : Event;

public sealed record PromiseMissed(string Clock, string What, int Share, Instant Due, Seq<Named<PersonId>> Told) : Event;

public sealed record MissExplained(string Clock, string What, MissCause Cause, string? Words) : Event;
