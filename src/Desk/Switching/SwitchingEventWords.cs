using NodaTime.Text;

namespace FirstContact.Switching;

/// <summary>Every event of days with other teams: its stored name and the one sentence that tells it.</summary>
public static class SwitchingEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<DayOffered>("switch-day.offered", e => $"offered {Part(e.Details.Part)} with {e.Details.Team} on {Day(e.Details.Date)}, with {e.Details.Host} as host and {Places(e.Details.Places)}"),
        EventWords.Of<DayChanged>("switch-day.changed", e => $"changed {Changed(e.From, e.To)} of the day with {e.To.Team}"),
        EventWords.Of<DayCancelled>("switch-day.cancelled", e => $"cancelled the day of {Day(e.Date)}: {e.Why}"),
        EventWords.Of<DayBooked>("switch-day.booked", e => $"booked a place for {e.Guest.Person}{(e.Guest.Team is { } team ? $" of {team}" : "")}{(e.Guest.Wish is { } wish ? $": {wish}" : "")}"),
        EventWords.Of<BookingWithdrawn>("switch-day.booking-withdrawn", e => $"gave the place of {e.Person} back"),
        EventWords.Of<BookingDeclined>("switch-day.booking-declined", e => $"declined the booking of {e.Person}: {e.Why}"),
        EventWords.Of<DayDone>("switch-day.done", e => $"wrote down what {Names(e.Record.Came)} saw: {e.Record.Seen}{Skills(e.Record.Gained)}"),
        EventWords.Of<RecordChanged>("switch-day.record-changed", e => $"wrote down anew what {Names(e.To.Came)} saw: {e.To.Seen}{Skills(e.To.Gained)}"),
        EventWords.Of<FollowUpAdded>("switch-day.follow-up-added", e => $"wrote down what follows: {e.FollowUp.Text} ({e.FollowUp.Owner}, by {Day(e.FollowUp.Due)})"),
        EventWords.Of<FollowUpDone>("switch-day.follow-up-done", e => $"ticked what followed: {e.Text}"),
        EventWords.Of<FollowUpReopened>("switch-day.follow-up-reopened", e => $"opened again what follows: {e.Text}"),
        EventWords.Of<TellingsSeen>("switch-day.tellings-seen", _ => "read what was new"),
    ];

    private static string Part(DayPart part) => part switch { DayPart.Morning => "a morning", DayPart.Afternoon => "an afternoon", _ => "a day" };

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Places(int places) => places == 1 ? "1 place" : $"{places} places";

    private static string Names(Seq<Named<PersonId>> people) => string.Join(" and ", people);

    private static string Skills(Seq<Gained> gained) => gained.Count == 0 ? "" : $" (gained: {string.Join(", ", gained.Select(g => $"{g.Skill}, {g.Person}"))})";

    private static string Changed(DayDetails from, DayDetails to) => string.Join(", ", ((string?[])
    [
        from.Date == to.Date ? null : $"the date ({Day(from.Date)} before, now {Day(to.Date)})", from.Part == to.Part ? null : $"the part of the day (now {Part(to.Part)})", from.Team == to.Team ? null : "the team",
        from.Host == to.Host ? null : $"the host (now {to.Host})", from.Places == to.Places ? null : $"the places (now {to.Places})", from.See == to.See ? null : "what can be seen", from.Place == to.Place ? null : "where one meets",
    ]).OfType<string>());
}
