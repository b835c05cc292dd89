namespace FirstContact.Switching;

/// <summary>
/// A day on which people sit with another team: it is offered, booked, and in the end written down. Neither side is above the other; who
/// sits at the front line learns as much as who sits with those who mend.
/// </summary>
public sealed partial record SwitchDay : IAggregate<SwitchDay>
{
    public const int MostPlaces = 12, LongestLine = 200, LongestText = 4000, MostFollowUps = 30, MostSkills = 24;

    public static string Subject => "switch-day";

    public SwitchDayId Id { get; init; }
    public int Version { get; init; }
    public DayState State { get; init; }
    public DayDetails Details { get; init; } = DayDetails.Blank;

    /// <summary>Who comes, in the order in which they booked.</summary>
    public Seq<Guest> Guests { get; init; } = [];

    /// <summary>Why it does not take place.</summary>
    public string? CancelledWhy { get; init; }

    /// <summary>What was seen; null until somebody has written it down.</summary>
    public DayRecord? Record { get; init; }

    public Seq<FollowUp> FollowUps { get; init; } = [];

    /// <summary>What has been told to whom and not been seen yet.</summary>
    public Seq<Telling> Told { get; init; } = [];

    public long Key => Id.Value;

    public int Free => Details.Places - Guests.Count;

    /// <summary>Whether anybody still has something to do with it, or to hear of it.</summary>
    public bool Open => State == DayState.Offered || Told.Count > 0 || FollowUps.Any(f => !f.Done);

    /// <summary>Those who are not free on its halves: the host and who comes.</summary>
    public IEnumerable<PersonId> Taken => State == DayState.Offered ? Guests.Select(g => g.Person.Id).Prepend(Details.Host.Id).Distinct() : [];

    public bool Has(PersonId person) => Guests.Any(g => g.Person.Id == person);

    /// <param name="host">How the host stands to it.</param>
    public static Decision Offer(DayDetails details, LocalDate today, Standing host)
    {
        var to = details.Trimmed;
        return Error.Of([.. to.Wrong(today), .. host.AsHost]) is { } no ? no : new DayOffered(to);
    }

    /// <param name="others">Whether each who has booked can come on the day as it is to be.</param>
    public Decision Change(DayDetails details, LocalDate today, Standing host, IEnumerable<Standing> others)
    {
        if (State != DayState.Offered) return SwitchingErrors.Over;
        var to = details.Trimmed;
        if (Error.Of(
        [
            .. to.Wrong(today), .. host.AsHost,
            to.Places < Guests.Count ? SwitchingErrors.PlacesTaken : null,
            Guests.Count > 0 && to.Team.Id != Details.Team.Id ? SwitchingErrors.TeamBooked : null,
            others.Any(o => o.Busy || o.Away) ? SwitchingErrors.GuestCannot : null,
        ]) is { } no) return no;
        return to == Details ? Decision.Nothing : new DayChanged(Details, to);
    }

    public Decision Cancel(string? why)
    {
        if (State == DayState.Cancelled) return Decision.Nothing;
        return State == DayState.Done ? SwitchingErrors.Over : Why(why) is { } no ? no : new DayCancelled(Details.Date, why!.Trim());
    }

    public SwitchDay Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1, Told = Tell(happened, by) };

    private SwitchDay Changed(Event happened) => happened switch
    {
        DayOffered e => this with { Details = e.Details },
        DayChanged e => this with { Details = e.To },
        DayCancelled e => this with { State = DayState.Cancelled, CancelledWhy = e.Why },
        DayBooked e => this with { Guests = Guests.Add(e.Guest) },
        BookingWithdrawn e => Without(e.Person.Id),
        BookingDeclined e => Without(e.Person.Id),
        DayDone e => this with { State = DayState.Done, Record = e.Record },
        RecordChanged e => this with { Record = e.To },
        FollowUpAdded e => this with { FollowUps = FollowUps.Add(e.FollowUp) },
        FollowUpDone e => Ticked(e.No, true),
        FollowUpReopened e => Ticked(e.No, false),
        TellingsSeen => this,
        _ => throw new NotSupportedException($"A day with another team knows nothing of {happened.GetType().Name}."),
    };

    private static Error? Why(string? why) => why.IsBlank ? SwitchingErrors.WhyMissing : why.IsLongerThan(LongestLine) ? SwitchingErrors.LineTooLong.At("why") : null;

    private SwitchDay Without(PersonId person) => this with { Guests = [.. Guests.Where(g => g.Person.Id != person)] };

    private SwitchDay Ticked(int no, bool done) => this with { FollowUps = [.. FollowUps.Select(f => f.No == no ? f with { Done = done } : f)] };
}

public enum DayState { Offered, Cancelled, Done }

/// <summary>Which part of the day.</summary>
public enum DayPart { Whole, Morning, Afternoon }

/// <param name="Team">With whom one sits.</param>
/// <param name="Host">Who of the team has the guests beside him.</param>
/// <param name="See">What can be seen. Markdown.</param>
/// <param name="Place">Where one meets; null where that is plain.</param>
public sealed record DayDetails(LocalDate Date, DayPart Part, Named<TeamId> Team, Named<PersonId> Host, int Places, string See, string? Place)
{
    private const int MonthsAhead = 24;

    public static readonly DayDetails Blank = new(default, DayPart.Whole, default, default, 1, "", null);

    /// <summary>The halves of the day, by a letter each.</summary>
    public IEnumerable<string> Halves() => Part switch { DayPart.Morning => ["a"], DayPart.Afternoon => ["p"], _ => ["a", "p"] };

    internal DayDetails Trimmed => this with { See = See.Trim(), Place = Place.IsBlank ? null : Place!.Trim() };

    internal IEnumerable<Error?> Wrong(LocalDate today) =>
    [
        Date == default ? SwitchingErrors.DateMissing : Date < today ? SwitchingErrors.DatePast : Date > today.PlusMonths(MonthsAhead) ? SwitchingErrors.DateFar : null,
        Places is < 1 or > SwitchDay.MostPlaces ? SwitchingErrors.PlacesInvalid : null,
        See.IsBlank ? SwitchingErrors.SeeMissing : See.IsLongerThan(SwitchDay.LongestText) ? SwitchingErrors.TextTooLong.At("see") : null,
        Place.IsLongerThan(SwitchDay.LongestLine) ? SwitchingErrors.LineTooLong.At("place") : null,
    ];
}

/// <summary>Whether somebody can be there, as the desk knows it.</summary>
/// <param name="Busy">He hosts or visits another team at that time.</param>
/// <param name="Away">He is out of office, or does not work on that weekday.</param>
public readonly record struct Standing(bool Busy, bool Away)
{
    internal IEnumerable<Error?> AsHost => [Away ? SwitchingErrors.HostAway : Busy ? SwitchingErrors.HostBusy : null];

    internal Error? AsGuest => Away ? SwitchingErrors.PersonAway : Busy ? SwitchingErrors.PersonBusy : null;
}
