namespace FirstContact.Switching;

public sealed class SwitchDayTests
{
    private static readonly LocalDate Today = new(2026, 11, 22), Soon = new(2026, 12, 3);
    private static readonly Named<TeamId> Plant = new(new(3), "Plant Systems"), Front = new(TeamId.FirstContact, "First Contact");
    private static readonly Named<PersonId> Ines = new(new(5), "Ines Carvalho"), Maya = new(new(6), "Maya Lindqvist"), Kofi = new(new(7), "Kofi Baidoo"), Ruth = new(new(1), "Ruth Adeyemi");
    private static readonly DayDetails Labels = new(Soon, DayPart.Whole, Plant, Ines, 2, "How a label is made", "Gate 2");
    private static readonly Standing Well = new(false, false), Busy = new(true, false), Away = new(false, true);
    private static readonly DayOffered Offered = new(Labels);
    private static readonly DayBooked Booked = new(new(Maya, Front, null)), Second = new(new(Kofi, Front, "The queue"));
    private static readonly DayRecord Seen = new([Maya], "Most are empty rows.", null, []);

    // Ruth does what is not said otherwise; she is neither host nor guest.
    private static readonly Story<SwitchDay> ADay = new(new SwitchDay { Id = new(4) });
    private static readonly string Line = new('x', 201), Text = new('x', 4001);

    private static Story<SwitchDay> Done => ADay.Given(Offered, Booked, new DayDone(Seen));

    [Fact]
    public void It_is_offered_without_blanks() =>
        ADay.When(_ => SwitchDay.Offer(Labels with { See = " How a label is made ", Place = " " }, Today, Well)).Then(new DayOffered(Labels with { Place = null }));

    [Fact]
    public void All_that_is_wrong_with_an_offer_is_said_at_once()
    {
        ADay.When(_ => SwitchDay.Offer(Labels with { Date = default, Places = 0, See = " ", Place = Line }, Today, Away)).Then(
            SwitchingErrors.DateMissing, SwitchingErrors.PlacesInvalid, SwitchingErrors.SeeMissing, SwitchingErrors.LineTooLong.At("place"), SwitchingErrors.HostAway);
        ADay.When(_ => SwitchDay.Offer(Labels with { Date = Today.PlusDays(-1), Places = 13, See = Text }, Today, Busy)).Then(
            SwitchingErrors.DatePast, SwitchingErrors.PlacesInvalid, SwitchingErrors.TextTooLong.At("see"), SwitchingErrors.HostBusy);
        ADay.When(_ => SwitchDay.Offer(Labels with { Date = Today.PlusYears(3) }, Today, Well)).Then(SwitchingErrors.DateFar);
        ADay.When(_ => SwitchDay.Offer(Labels with { Date = Today }, Today, Well)).Then(new DayOffered(Labels with { Date = Today }));
    }

    [Fact]
    public void It_is_changed_while_that_harms_nobody_who_has_booked()
    {
        var later = Labels with { Date = Soon.PlusDays(1) };
        ADay.Given(Offered, Booked).When(d => d.Change(later, Today, Well, [Well])).Then(new DayChanged(Labels, later));
        ADay.Given(Offered).When(d => d.Change(Labels, Today, Well, [])).ThenNothing();
        ADay.Given(Offered, Booked, Second).When(d => d.Change(Labels with { Places = 1, Team = Front }, Today, Well, [Busy, Well])).Then(SwitchingErrors.PlacesTaken, SwitchingErrors.TeamBooked, SwitchingErrors.GuestCannot);
        ADay.Given(Offered, Booked).When(d => d.Change(later, Today, Well, [Away])).Then(SwitchingErrors.GuestCannot);
        Done.When(d => d.Change(later, Today, Well, [])).Then(SwitchingErrors.Over);
    }

    [Fact]
    public void It_is_cancelled_once_and_with_a_word()
    {
        ADay.Given(Offered).When(d => d.Cancel(" The month's end ")).Then(new DayCancelled(Soon, "The month's end"));
        ADay.Given(Offered).When(d => d.Cancel(" ")).Then(SwitchingErrors.WhyMissing);
        ADay.Given(Offered).When(d => d.Cancel(Line)).Then(SwitchingErrors.LineTooLong.At("why"));
        ADay.Given(Offered, new DayCancelled(Soon, "Ill")).When(d => d.Cancel("Again")).ThenNothing();
        Done.When(d => d.Cancel("Late")).Then(SwitchingErrors.Over);
    }

    [Fact]
    public void A_place_is_booked_by_who_is_free_and_of_another_team()
    {
        ADay.Given(Offered).When(d => d.Book(new(Maya, Front, " The queue "), Today, [Ines.Id], Well)).Then(new DayBooked(new(Maya, Front, "The queue")));
        ADay.Given(Offered, Booked).When(d => d.Book(new(Maya, Front, "More"), Today, [Ines.Id], Busy)).ThenNothing();
        ADay.Given(Offered).When(d => d.Book(new(Maya, Front, Line), Today, [Maya.Id], Well)).Then(SwitchingErrors.OwnTeam, SwitchingErrors.LineTooLong.At("wish"));
        ADay.Given(Offered).When(d => d.Book(new(Ines, Plant, null), Today, [], Well)).Then(SwitchingErrors.OwnTeam);
        ADay.Given(Offered).When(d => d.Book(new(Maya, Front, null), Today, [Ines.Id], Away)).Then(SwitchingErrors.PersonAway);
        ADay.Given(Offered).When(d => d.Book(new(Maya, Front, null), Today, [Ines.Id], Busy)).Then(SwitchingErrors.PersonBusy);
        ADay.Given(Offered, Booked, Second).When(d => d.Book(new(Ruth, Front, null), Today, [Ines.Id], Well)).Then(SwitchingErrors.Full);
        ADay.Given(Offered).When(d => d.Book(new(Maya, Front, null), Soon.PlusDays(1), [Ines.Id], Well)).Then(SwitchingErrors.Over);
        ADay.Given(Offered, new DayCancelled(Soon, "Ill")).When(d => d.Book(new(Maya, Front, null), Today, [Ines.Id], Well)).Then(SwitchingErrors.Over);
    }

    [Fact]
    public void A_place_is_given_back_or_declined_until_the_day_is_over()
    {
        ADay.Given(Offered, Booked).When(d => d.Withdraw(Maya.Id, Today)).Then(new BookingWithdrawn(Maya));
        ADay.Given(Offered, Booked).When(d => d.Withdraw(Kofi.Id, Today)).Then(SwitchingErrors.NotBooked);
        ADay.Given(Offered, Booked).When(d => d.Withdraw(Maya.Id, Soon.PlusDays(1))).Then(SwitchingErrors.Over);
        ADay.Given(Offered, Booked).When(d => d.Decline(Maya.Id, " Somebody is new here ", Today)).Then(new BookingDeclined(Maya, "Somebody is new here"));
        ADay.Given(Offered, Booked).When(d => d.Decline(Maya.Id, null, Today)).Then(SwitchingErrors.WhyMissing);
        ADay.Given(Offered, Booked).When(d => d.Decline(Kofi.Id, "x", Today)).Then(SwitchingErrors.NotBooked);
        ADay.Given(Offered, Booked).When(d => d.Decline(Maya.Id, "x", Soon.PlusDays(1))).Then(SwitchingErrors.Over);
        Assert.Equal(2, ADay.Given(Offered, Booked, new BookingWithdrawn(Maya)).State.Free);
    }

    [Fact]
    public void Each_side_hears_of_what_the_other_does_and_nobody_of_what_he_does_himself()
    {
        Assert.Equal([(Ines.Id, News.Hosting)], Told(ADay.As(Ruth.Id).Given(Offered)));
        Assert.Empty(Told(ADay.As(Ines.Id).Given(Offered)));
        var booked = ADay.As(Ines.Id).Given(Offered).As(Maya.Id).Given(Booked);
        Assert.Equal([(Ines.Id, News.Booked)], Told(booked));
        Assert.Equal([(Ines.Id, News.Hosting), (Ines.Id, News.Booked), (Maya.Id, News.BookedForYou)], Told(ADay.Given(Offered, Booked)));
        Assert.Equal([(Ines.Id, News.Booked), (Maya.Id, News.Declined)], Told(booked.As(Ines.Id).Given(new BookingDeclined(Maya, "x"))));
        Assert.Equal([(Ines.Id, News.Booked), (Ines.Id, News.Withdrawn)], Told(booked.Given(new BookingWithdrawn(Maya))));
        Assert.Contains((Maya.Id, News.WithdrawnForYou), Told(booked.As(Ruth.Id).Given(new BookingWithdrawn(Maya))));
        Assert.Equal([(Ines.Id, News.Booked), (Maya.Id, News.Changed), (Ines.Id, News.Changed)], Told(booked.As(Ruth.Id).Given(new DayChanged(Labels, Labels with { Places = 3 }))));
        Assert.Equal([(Ines.Id, News.Booked), (Maya.Id, News.Cancelled)], Told(booked.As(Ines.Id).Given(new DayCancelled(Soon, "Ill"))));
        Assert.Equal([(Ines.Id, News.Booked), (Maya.Id, News.WrittenDown)], Told(booked.As(Ines.Id).Given(new DayDone(Seen))));

        // What is new stands once, and goes when it is read.
        var twice = booked.As(Ines.Id).Given(new DayChanged(Labels, Labels with { Places = 3 }), new DayChanged(Labels with { Places = 3 }, Labels));
        Assert.Equal([(Ines.Id, News.Booked), (Maya.Id, News.Changed)], Told(twice));
        twice.As(Maya.Id).When(d => d.See(Maya.Id)).Then(new TellingsSeen());
        Assert.Equal([(Ines.Id, News.Booked)], Told(twice.As(Maya.Id).Given(new TellingsSeen())));
        twice.When(d => d.See(Ruth.Id)).ThenNothing();

        static IEnumerable<(PersonId, News)> Told(Story<SwitchDay> story) => story.State.Told.Select(t => (t.To, t.What));
    }

    [Fact]
    public void What_was_seen_is_written_down_on_the_day_or_after_it()
    {
        var record = new DayRecord([Maya, Maya], " Most are empty rows. ", " ", [new(Maya, " label templates "), new(Maya, "Label Templates"), new(Maya, " "), new(Ines, "asking first")]);
        var kept = new DayRecord([Maya], "Most are empty rows.", null, [new(Maya, "label templates"), new(Ines, "asking first")]);
        ADay.Given(Offered, Booked).When(d => d.Write(record, Soon)).Then(new DayDone(kept));
        ADay.Given(Offered, Booked, new DayDone(Seen)).When(d => d.Write(kept, Soon)).Then(new RecordChanged(Seen, kept));
        Done.When(d => d.Write(Seen, Soon)).ThenNothing();
        ADay.Given(Offered, Booked).When(d => d.Write(Seen, Soon.PlusDays(-1))).Then(SwitchingErrors.TooEarly);
        ADay.Given(Offered).When(d => d.Write(Seen, Soon)).Then(SwitchingErrors.NobodyBooked);
        ADay.Given(Offered, Booked, new DayCancelled(Soon, "Ill")).When(d => d.Write(Seen, Soon)).Then(SwitchingErrors.Over);
        ADay.Given(Offered, Booked).When(d => d.Write(new([], "", Text, [new(Kofi, new('x', 61))]), Soon)).Then(
            SwitchingErrors.CameInvalid, SwitchingErrors.SeenMissing, SwitchingErrors.TextTooLong.At("surprised"), SwitchingErrors.SkillsInvalid, SwitchingErrors.SkillOfOther);
        ADay.Given(Offered, Booked).When(d => d.Write(new([Kofi], Text, null, []), Soon)).Then(SwitchingErrors.CameInvalid, SwitchingErrors.TextTooLong.At("seen"));
    }

    [Fact]
    public void What_follows_stays_open_until_it_is_done()
    {
        var article = new FollowUp(1, "Article", Maya, Soon.PlusDays(7), false);
        Done.When(d => d.AddFollowUp(" Article ", Maya, article.Due, Soon)).Then(new FollowUpAdded(article));
        Done.When(d => d.AddFollowUp(" ", null, Soon.PlusDays(-1), Soon)).Then(SwitchingErrors.FollowUpMissing, SwitchingErrors.OwnerUnknown, SwitchingErrors.DueInvalid);
        Done.When(d => d.AddFollowUp(Line, Maya, null, Soon)).Then(SwitchingErrors.LineTooLong.At("text"), SwitchingErrors.DueInvalid);
        Done.Given([.. Enumerable.Range(1, SwitchDay.MostFollowUps).Select(n => new FollowUpAdded(article with { No = n }))]).When(d => d.AddFollowUp("More", Maya, article.Due, Soon)).Then(SwitchingErrors.TooManyFollowUps);
        ADay.Given(Offered, Booked).When(d => d.AddFollowUp("Article", Maya, article.Due, Today)).Then(SwitchingErrors.NotWrittenDown);

        var open = Done.Given(new FollowUpAdded(article), new TellingsSeen());
        Assert.True(open.State.Open);
        open.When(d => d.TickFollowUp(1)).Then(new FollowUpDone(1, "Article"));
        open.When(d => d.ReopenFollowUp(1)).ThenNothing();
        open.When(d => d.TickFollowUp(2)).Then(SwitchingErrors.FollowUpNotFound);
        var ticked = open.Given(new FollowUpDone(1, "Article"));
        ticked.When(d => d.TickFollowUp(1)).ThenNothing();
        ticked.When(d => d.ReopenFollowUp(1)).Then(new FollowUpReopened(1, "Article"));
        ticked.When(d => d.ReopenFollowUp(2)).Then(SwitchingErrors.FollowUpNotFound);
        Assert.False(ticked.Given(new FollowUpReopened(1, "Article")).State.FollowUps[0].Done);
    }

    [Fact]
    public void A_day_over_which_nobody_has_anything_more_to_do_is_closed()
    {
        var read = ADay.As(Ines.Id).Given(Offered).As(Maya.Id).Given(Booked, new DayDone(Seen)).As(Ines.Id).Given(new TellingsSeen());
        Assert.False(read.State.Open);
        Assert.Empty(read.State.Taken);
        Assert.Equal([Ines.Id, Maya.Id], ADay.Given(Offered, Booked).State.Taken);
        Assert.Equal((2, 1, 1), (Labels.Halves().Count(), (Labels with { Part = DayPart.Morning }).Halves().Count(), (Labels with { Part = DayPart.Afternoon }).Halves().Count()));
    }
}
