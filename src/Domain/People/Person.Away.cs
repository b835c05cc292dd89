namespace FirstContact.People;

public sealed partial record Person
{
    public const int LongestAwayNote = 200;

    public bool IsAway(Instant now) => AwayUntil > now;

    /// <summary>Says until when nobody should wait for him, so that his work can go to others meanwhile.</summary>
    public Decision GoAway(By by, Instant until, string? note)
    {
        if (!Active) return PeopleErrors.Inactive;
        var kept = note.IsBlank ? null : note!.Trim();
        if (Error.Of(
            until <= by.At ? PeopleErrors.AwayInThePast : null,
            kept.IsLongerThan(LongestAwayNote) ? PeopleErrors.AwayNoteTooLong : null) is { } no) return no;
        return (until, kept) == (AwayUntil, AwayNote) ? Decision.Nothing : new WentAway(until, kept);
    }

    public Decision ComeBack() => AwayUntil is { } until ? new CameBack(until) : Decision.Nothing;
}
