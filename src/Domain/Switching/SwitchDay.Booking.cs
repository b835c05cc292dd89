namespace FirstContact.Switching;

/// <summary>Who comes.</summary>
public sealed partial record SwitchDay
{
    /// <param name="members">Of the team that is visited.</param>
    public Decision Book(Guest guest, LocalDate today, IEnumerable<PersonId> members, Standing standing)
    {
        if (Has(guest.Person.Id)) return Decision.Nothing;
        if (IsOver(today)) return SwitchingErrors.Over;
        var to = guest with { Wish = guest.Wish.IsBlank ? null : guest.Wish!.Trim() };
        return Error.Of(
            Free <= 0 ? SwitchingErrors.Full : null,
            members.Contains(guest.Person.Id) || Details.Host.Id == guest.Person.Id ? SwitchingErrors.OwnTeam : standing.AsGuest,
            to.Wish.IsLongerThan(LongestLine) ? SwitchingErrors.LineTooLong.At("wish") : null) is { } no ? no : new DayBooked(to);
    }

    public Decision Withdraw(PersonId person, LocalDate today) => GuestOf(person) is not { } guest ? SwitchingErrors.NotBooked : IsOver(today) ? SwitchingErrors.Over : new BookingWithdrawn(guest);

    public Decision Decline(PersonId person, string? why, LocalDate today) =>
        GuestOf(person) is not { } guest ? SwitchingErrors.NotBooked : IsOver(today) ? SwitchingErrors.Over : Why(why) is { } no ? no : new BookingDeclined(guest, why!.Trim());

    /// <summary>Somebody has read what he was told.</summary>
    public Decision See(PersonId person) => Told.Any(t => t.To == person) ? new TellingsSeen() : Decision.Nothing;

    private bool IsOver(LocalDate today) => State != DayState.Offered || Details.Date < today;

    private Named<PersonId>? GuestOf(PersonId person) => Guests.FirstOrDefault(g => g.Person.Id == person)?.Person;

    /// <summary>Who hears of what has happened; whoever did it knows.</summary>
    private Seq<Telling> Tell(Event happened, By by)
    {
        var (host, guests) = (Details.Host.Id, Guests.Select(g => g.Person.Id));
        IEnumerable<Telling> news = happened switch
        {
            DayOffered e => [new(e.Details.Host.Id, News.Hosting, by.Person, null, by.At)],
            DayChanged e => [.. guests.Append(host).Append(e.To.Host.Id).Select(p => new Telling(p, News.Changed, by.Person, null, by.At))],
            DayCancelled e => [.. guests.Append(host).Select(p => new Telling(p, News.Cancelled, by.Person, e.Why, by.At))],
            DayBooked e => [new(host, News.Booked, e.Guest.Person.Id, e.Guest.Wish, by.At), new(e.Guest.Person.Id, News.BookedForYou, by.Person, e.Guest.Wish, by.At)],
            BookingWithdrawn e => [new(host, News.Withdrawn, e.Person.Id, null, by.At), new(e.Person.Id, News.WithdrawnForYou, by.Person, null, by.At)],
            BookingDeclined e => [new(e.Person.Id, News.Declined, by.Person, e.Why, by.At)],
            DayDone e => [.. e.Record.Came.Select(c => c.Id).Append(host).Select(p => new Telling(p, News.WrittenDown, by.Person, null, by.At))],
            _ => [],
        };
        var left = happened is TellingsSeen ? Told.Where(t => t.To != by.Person) : Told;
        return news.Where(n => n.To != by.Person).DistinctBy(n => n.To).ToList() is { Count: > 0 } fresh
            ? [.. left.Where(t => !fresh.Exists(f => f.To == t.To && f.What == t.What && f.About == t.About)), .. fresh]
            : happened is TellingsSeen ? [.. left] : Told;
    }
}

/// <param name="Team">Where he comes from; null for who has no team.</param>
/// <param name="Wish">What he would like to see.</param>
public sealed record Guest(Named<PersonId> Person, Named<TeamId>? Team, string? Wish);

/// <summary>What somebody is told: each of it from the one side to the other.</summary>
public enum News { Hosting, Changed, Cancelled, Booked, BookedForYou, Withdrawn, WithdrawnForYou, Declined, WrittenDown }

/// <param name="About">Who booked or withdrew; else who did it.</param>
/// <param name="Word">The wish, or why.</param>
public sealed record Telling(PersonId To, News What, PersonId About, string? Word, Instant At);
