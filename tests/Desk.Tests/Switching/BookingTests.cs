using FirstContact.Assignment;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Switching;

/// <summary>Days are offered and booked; nobody is in two places, and each hears of what concerns him.</summary>
public sealed class BookingTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_day_from_the_offer_to_its_end(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day();
        Assert.Equal(("Aiko Tester", "Plant Systems"), (day.Details.Host.Name, day.Details.Team.Name));
        var booked = await desk.Book(day, desk.Ada);
        Assert.Equal("First Contact", booked.Guests[0].Team!.Value.Name);
        await desk.Book(day, desk.Ruth, TicketDesk.Graces.Replace("grace.obrien", "ruth", StringComparison.Ordinal));
        Assert.Equal(["Booked Ada Byron", "Booked Ruth Adeyemi"], await desk.Needs(desk.Aiko));
        Assert.Empty(await desk.Needs(desk.Ada));
        await desk.Node.Done(new SeeTellings(day.Id), desk.Aiko);
        Assert.Empty(await desk.Needs(desk.Aiko));

        await desk.Node.Done(new DeclineBooking(day.Id, "ruth@harrow.example", "Somebody new starts with us."), desk.Aiko);
        Assert.Equal(["Declined Aiko Tester"], await desk.Needs(desk.Ruth));
        await desk.Node.Done(new ChangeDay(day.Id, SwitchDesk.Labels with { Part = DayPart.Morning, Team = "plant systems" }), desk.Aiko);
        Assert.Equal(["Changed Aiko Tester"], await desk.Needs(desk.Ada));
        await desk.Node.Done(new WithdrawBooking(day.Id), desk.Ada);
        Assert.Equal(["Withdrawn Ada Byron"], await desk.Needs(desk.Aiko));
        await desk.Book(day, desk.Ada);
        var over = await desk.Node.Done(new CancelDay(day.Id, "I am ill."), desk.Coordinator);
        Assert.Equal(["Changed Aiko Tester", "Cancelled Helen Marsh"], await desk.Needs(desk.Ada));
        Assert.Contains("Cancelled Helen Marsh", await desk.Needs(desk.Aiko));

        Assert.Equal(9, (await desk.Node.Folds(new SwitchDay { Id = day.Id }, over)).Count);
        var view = await desk.Node.Asked(new ShowDay(day.Id), desk.Grace);
        Assert.Equal(
        [
            "cancelled the day of 2026-12-03: I am ill.", "booked a place for Ada Byron of First Contact", "gave the place of Ada Byron back", "changed the part of the day (now a morning) of the day with Plant Systems",
            "declined the booking of Ruth Adeyemi: Somebody new starts with us.", "booked a place for Ruth Adeyemi of First Contact", "booked a place for Ada Byron of First Contact",
            "offered a day with Plant Systems on 2026-12-03, with Aiko Tester as host and 2 places",
        ], view.History.Select(h => h.Sentence));
        Assert.Equal("Helen Marsh", view.History[0].By);
        Assert.Equal([SwitchingErrors.Over], await desk.Node.Refused(new BookDay(day.Id), desk.Grace));
        Assert.Equal([SwitchingErrors.NotFound], await desk.Node.Refused(new BookDay(new(99)), desk.Grace));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_that_is_wrong_with_an_offer_is_said_at_its_field(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        Assert.Equal([("date", "switch-day.date-missing"), ("places", "switch-day.places-invalid"), ("see", "switch-day.see-missing"), ("team", "switch-day.team-unknown")],
            await desk.Wrong(new OfferDay(new(null, DayPart.Whole, "None", null, 0, " ", null)), desk.Aiko));
        Assert.Equal([("date", "switch-day.date-past"), ("team", "switch-day.team-not-yours")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Date = new(2026, 11, 20) }), desk.Ada));
        Assert.Equal([("host", "switch-day.host-unknown")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Host = TicketDesk.Adas }), desk.Aiko));
        Assert.Equal([("host", "switch-day.host-unknown")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Host = "nobody@x.example" }), desk.Aiko));
        Assert.Equal([("date", "switch-day.date-far")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Date = new(2029, 1, 1) }), desk.Aiko));

        // Whoever leads all may offer for any team, with one of its people as host; and that one hears of it.
        await desk.Day(SwitchDesk.Labels with { Host = "aiko@harrow.example" }, desk.Coordinator);
        Assert.Equal(["Hosting Helen Marsh"], await desk.Needs(desk.Aiko));
        Assert.Equal([("host", "switch-day.host-busy")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Part = DayPart.Afternoon }), desk.Aiko));
        await desk.Node.Done(new ChangeAvailability(desk.Aiko.Caller.Person) { Hours = AssignmentDesk.Office }, desk.Aiko);
        Assert.Equal([("host", "switch-day.host-away")], await desk.Wrong(new OfferDay(SwitchDesk.Labels with { Date = new(2026, 12, 5) }), desk.Aiko));
        Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new OfferDay(SwitchDesk.Labels), desk.Desk.Ravi));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_place_is_refused_to_who_cannot_come(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day(SwitchDesk.Labels with { Places = 1 });
        Assert.Equal([("person", "switch-day.own-team")], await desk.Wrong(new BookDay(day.Id), desk.Aiko));
        var morning = await desk.Day(new(SwitchDesk.Soon, DayPart.Morning, "Network", null, 1, "Cabinets", null), desk.Grace);
        Assert.Equal([("person", "switch-day.person-busy")], await desk.Wrong(new BookDay(day.Id), desk.Grace));
        await desk.Book(morning, desk.Ada);
        Assert.Equal([("person", "switch-day.person-busy")], await desk.Wrong(new BookDay(day.Id), desk.Ada));
        var afternoon = await desk.Day(new(SwitchDesk.Soon, DayPart.Afternoon, "Network", TicketDesk.Graces, 1, "More cabinets", null), desk.Coordinator);
        await desk.Book(afternoon, desk.Ada);

        await desk.Node.Done(new GoAway(desk.Ruth.Caller.Person, Instant.FromUtc(2026, 12, 4, 8, 0), null), desk.Ruth);
        Assert.Equal([("person", "switch-day.person-away")], await desk.Wrong(new BookDay(day.Id), desk.Ruth));
        await desk.Node.Done(new ComeBack(desk.Ruth.Caller.Person), desk.Ruth);
        await desk.Book(day, desk.Ruth);
        Assert.Equal([((string?)null, "switch-day.full")], await desk.Wrong(new BookDay(day.Id), desk.Coordinator));
        Assert.Equal([("person", "switch-day.person-not-yours")], await desk.Wrong(new BookDay(day.Id, TicketDesk.Graces), desk.Ada));
        Assert.Equal([("person", "switch-day.person-not-yours")], await desk.Wrong(new WithdrawBooking(day.Id, "ruth@harrow.example"), desk.Ada));
        Assert.Equal([("person", "switch-day.person-unknown")], await desk.Wrong(new BookDay(day.Id, "nobody@x.example"), desk.Ada));
        Assert.Equal([("person", "switch-day.person-unknown")], await desk.Wrong(new DeclineBooking(day.Id, null, "x"), desk.Aiko));

        // Who has booked must be able to come on the day as it is to be.
        Assert.Equal([("date", "switch-day.guest-cannot")], await desk.Wrong(new ChangeDay(morning.Id, new(SwitchDesk.Soon, DayPart.Whole, "Network", null, 1, "Cabinets", null)), desk.Grace) is var wrong ? wrong.Where(w => w.Item1 == "date") : []);
        // A place that was given back makes the day free again.
        await desk.Node.Done(new WithdrawBooking(day.Id), desk.Ruth);
        await desk.Node.Done(new CancelDay(morning.Id, "No cabinets"), desk.Grace);
        await desk.Node.Done(new WithdrawBooking(afternoon.Id), desk.Ada);
        await desk.Book(day, desk.Ada);
        desk.On(SwitchDesk.Soon.PlusDays(1));
        Assert.Equal([SwitchingErrors.Over], await desk.Node.Refused(new WithdrawBooking(day.Id), desk.Ada));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_many_who_book_the_last_place_at_once_one_has_it_and_nobody_is_in_two_places(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day(SwitchDesk.Labels with { Places = 1 });
        var both = await Task.WhenAll(new[] { desk.Ada, desk.Ruth, desk.Grace }.Select(w => desk.Node.Desk.Do(new BookDay(day.Id), w)));
        Assert.Single(both, r => r.Error is null);
        Assert.All(both.Where(r => r.Error is not null), r => Assert.Equal(SwitchingErrors.Full, r.Error));
        Assert.Single((await desk.Of(day)).Guests);

        var date = SwitchDesk.Soon.PlusDays(1);
        var first = await desk.Day(SwitchDesk.Labels with { Date = date });
        var second = await desk.Day(new(date, DayPart.Morning, "Network", null, 1, "Cabinets", null), desk.Grace);
        var twice = await Task.WhenAll(new[] { first, second }.Select(d => desk.Node.Desk.Do(new BookDay(d.Id), desk.Ada)));
        Assert.Single(twice, r => r.Error is null);
        Assert.Equal(SwitchingErrors.PersonBusy, twice.Single(r => r.Error is not null).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_the_host_and_leads_change_decline_and_cancel(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        var day = await desk.Day();
        await desk.Book(day, desk.Ada);
        foreach (var other in new[] { desk.Ada, desk.Grace, desk.Ruth })
        {
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new ChangeDay(day.Id, SwitchDesk.Labels), other));
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new CancelDay(day.Id, "x"), other));
            Assert.Equal([Errors.Forbidden], await desk.Node.Refused(new DeclineBooking(day.Id, TicketDesk.Adas, "x"), other));
        }
        // A lead withdraws for those whom she leads, and Ada hears of it.
        await desk.Node.Done(new WithdrawBooking(day.Id, TicketDesk.Adas), desk.Ruth);
        Assert.Equal(["WithdrawnForYou Ruth Adeyemi"], await desk.Needs(desk.Ada));
        await desk.Book(day, desk.Ruth, TicketDesk.Adas);
        Assert.Equal(["WithdrawnForYou Ruth Adeyemi", "BookedForYou Ruth Adeyemi"], await desk.Needs(desk.Ada));
        await desk.Node.Done(new ChangeDay(day.Id, SwitchDesk.Labels with { Host = "aiko@harrow.example", Places = 3 }), desk.Coordinator);
        Assert.Equal([Errors.Forbidden], (await desk.Node.Desk.Ask(new ListDays(), desk.Desk.Ravi.Caller)).Error!.All);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Lists_go_on_by_key_and_keep_to_a_team_or_a_person(string engine)
    {
        await using var desk = await SwitchDesk.Fresh(engine);
        foreach (var days in Enumerable.Range(0, 5)) await desk.Day(SwitchDesk.Labels with { Date = SwitchDesk.Soon.PlusDays(days) });
        var first = await desk.Node.Asked(new ListDays(Limit: 3), desk.Ada);
        var rest = await desk.Node.Asked(new ListDays(Limit: 3, After: first.Next), desk.Ada);
        Assert.Equal([3, 4, 5, 6, 7], first.Lines.Concat(rest.Lines).Select(l => l.Day.Details.Date.Day));
        Assert.Null(rest.Next);
        Assert.Equal([false, true], new[] { desk.Ada, desk.Aiko }.Select(async w => (await desk.Node.Asked(new ListDays(), w)).Lines[0].Kept).Select(t => t.Result));
        await desk.Book(first.Lines[1].Day, desk.Ada);
        Assert.Equal([4], (await desk.Node.Asked(new ListDays(Person: "me"), desk.Ada)).Lines.Select(l => l.Day.Details.Date.Day));
        Assert.Equal([4], (await desk.Node.Asked(new ListDays(Team: "first contact"), desk.Grace)).Lines.Select(l => l.Day.Details.Date.Day));
        desk.On(SwitchDesk.Soon.PlusDays(2));
        Assert.Equal([4, 3], (await desk.Node.Asked(new ListDays(DaysWhen.Past), desk.Ada)).Lines.Select(l => l.Day.Details.Date.Day));
        var past = await desk.Node.Asked(new ListDays(DaysWhen.Past, Limit: 1), desk.Ada);
        Assert.Equal([3], (await desk.Node.Asked(new ListDays(DaysWhen.Past, After: past.Next), desk.Ada)).Lines.Select(l => l.Day.Details.Date.Day));
        Assert.Equal([SwitchingErrors.LimitInvalid, SwitchingErrors.TeamUnknown, SwitchingErrors.PersonUnknown, SwitchingErrors.CursorUnknown],
            (await desk.Node.Desk.Ask(new ListDays(Team: "None", Person: "nobody@x.example", After: "x", Limit: 0), desk.Ada.Caller)).Error!.All);
        Assert.Equal([SwitchingErrors.NotFound], (await desk.Node.Desk.Ask(new ShowDay(new(99)), desk.Ada.Caller)).Error!.All);
    }
}
