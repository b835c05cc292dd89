using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>What somebody may choose, and what the organisation may.</summary>
public sealed class NoticeSettingsTests
{
    private static readonly By Ada = new(new(2), Instant.FromUtc(2026, 11, 23, 9, 0));
    private static readonly IDateTimeZoneProvider Zones = DateTimeZoneProviders.Tzdb;
    private static readonly NoticeSettings Fresh = new() { Id = Ada.Person };
    private static readonly NoticeDefaults Locked = new() { Values = NoticeDefaults.Usual.Values with { Locked = [new(LetterKind.Confirm, NoticeChannel.Mail)] } };

    [Fact]
    public void What_is_as_the_desk_has_it_is_not_kept()
    {
        Assert.Empty(Choose(new NoticeChoice(LetterKind.Said, NoticeChannel.Mail, Timing.AtOnce)).Events);
        var changed = Assert.IsType<NoticeChoicesChanged>(Assert.Single(Choose(new NoticeChoice(LetterKind.Said, NoticeChannel.Mail, Timing.Digest), new NoticeChoice(LetterKind.Called, NoticeChannel.App, Timing.AtOnce)).Events));
        Assert.Equal([new NoticeChoice(LetterKind.Said, NoticeChannel.Mail, Timing.Digest)], changed.To.Choices);
        Assert.Equal((1, changed.To), (Fresh.Apply(changed, Ada).Version, Fresh.Apply(changed, Ada).Choices));
    }

    [Fact]
    public void What_is_locked_stays() =>
        Assert.Equal(NoticeErrors.ChoiceLocked, Fresh.Choose(Ada, NoticeChoices.None with { Choices = [new(LetterKind.Confirm, NoticeChannel.Mail, Timing.Never)] }, Locked, Zones).Error);

    [Fact]
    public void What_is_wrong_is_said_all_at_once()
    {
        var wrong = new NoticeChoices([new(LetterKind.Said, NoticeChannel.App, Timing.Digest), new(LetterKind.Test, NoticeChannel.Mail, Timing.Never)], null, new(Rhythm.Weekly, IsoDayOfWeek.None, new(7, 0), "Mars/Olympus"), Ada.At);
        Assert.Equal([NoticeErrors.ChoiceImpossible, NoticeErrors.KindUnknown, NoticeErrors.ZoneUnknown, NoticeErrors.DayMissing, NoticeErrors.QuietPassed], Fresh.Choose(Ada, wrong, NoticeDefaults.Usual, Zones).Error!.All);
        Assert.Equal(NoticeErrors.QuietTooLong, Fresh.Choose(Ada, NoticeChoices.None with { QuietUntil = Ada.At + Duration.FromDays(367) }, NoticeDefaults.Usual, Zones).Error);
    }

    [Fact]
    public void A_quiet_that_is_over_keeps_nobody_from_changing_the_rest()
    {
        var quiet = Fresh with { Choices = NoticeChoices.None with { QuietUntil = Ada.At - Duration.FromHours(1) } };
        Assert.Null(quiet.Choose(Ada, quiet.Choices with { Choices = [new(LetterKind.Said, NoticeChannel.Mail, Timing.Never)] }, NoticeDefaults.Usual, Zones).Error);
    }

    [Fact]
    public void A_link_stops_one_kind_and_that_of_a_digest_all_but_what_is_locked()
    {
        var one = Assert.IsType<NoticeChoicesChanged>(Assert.Single(Fresh.Unsubscribe(LetterKind.Said, Locked).Events));
        Assert.Equal([new NoticeChoice(LetterKind.Said, NoticeChannel.Mail, Timing.Never)], one.To.Choices);
        Assert.Empty(Fresh.Apply(one, Ada).Unsubscribe(LetterKind.Said, Locked).Events);
        Assert.Empty(Fresh.Unsubscribe(LetterKind.Confirm, Locked).Events);
        Assert.Empty(Fresh.Unsubscribe(LetterKind.Test, Locked).Events);

        var all = Fresh.Apply(Assert.Single(Fresh.Unsubscribe(LetterKind.Digest, Locked).Events), Ada).Choices;
        Assert.All(NoticeKind.All, k => Assert.Equal(k.Kind == LetterKind.Confirm ? Timing.AtOnce : Timing.Never, all.Of(k.Kind, NoticeChannel.Mail) ?? Locked.Of(k.Kind, NoticeChannel.Mail)));
    }

    [Fact]
    public void A_ticket_is_muted_once_and_speaks_again()
    {
        Named<TicketId> seven = new(new(7), "INC-000007");
        var muted = Fresh.Apply(Assert.Single(Fresh.Mute(seven).Events), Ada);
        Assert.Equal([seven.Id], muted.Muted);
        Assert.Empty(muted.Mute(seven).Events);
        Assert.Empty(Fresh.Unmute(seven).Events);
        Assert.Equal([], muted.Apply(Assert.Single(muted.Unmute(seven).Events), Ada).Muted);
        Assert.Equal(NoticeErrors.TooManyMuted, (Fresh with { Muted = [.. Enumerable.Range(100, NoticeSettings.MostMuted).Select(i => new TicketId(i))] }).Mute(seven).Error);
    }

    [Fact]
    public void The_defaults_are_kept_where_they_differ_from_usual()
    {
        var to = NoticeDefaults.Usual.Values with { Choices = [new(LetterKind.Said, NoticeChannel.Mail, Timing.AtOnce), new(LetterKind.Noted, NoticeChannel.Mail, Timing.Digest)], Locked = [new(LetterKind.Noted, NoticeChannel.Mail)] };
        var after = NoticeDefaults.Usual.Apply(Assert.Single(NoticeDefaults.Usual.Change(to, Zones).Events), Ada);
        Assert.Equal((1, Timing.Digest, true, Timing.AtOnce), (after.Values.Choices.Count, after.Of(LetterKind.Noted, NoticeChannel.Mail), after.IsLocked(LetterKind.Noted, NoticeChannel.Mail), after.Of(LetterKind.Said, NoticeChannel.Mail)));
        Assert.Empty(after.Change(to, Zones).Events);
        Assert.Equal([NoticeErrors.KindUnknown, NoticeErrors.ZoneUnknown],
            NoticeDefaults.Usual.Change(to with { Choices = [], Locked = [new(LetterKind.Test, NoticeChannel.Mail)], Digest = DigestPlan.Usual with { Zone = "x" } }, Zones).Error!.All);
    }

    [Theory]
    [InlineData(LetterKind.Said, 7L)]
    [InlineData(LetterKind.Digest, null)]
    public void A_link_that_somebody_changed_is_none(LetterKind kind, long? ticket)
    {
        var mark = new Mail.MailMark("desk", new byte[32]);
        var link = new Unsubscribing(new(5), kind, ticket is { } t ? new(t) : null);
        var token = link.Token(mark);
        Assert.Equal(link, Unsubscribing.Read(token, mark));
        Assert.Null(Unsubscribing.Read("6" + token[1..], mark));
        Assert.Null(Unsubscribing.Read(token[..^1], mark));
        Assert.Null(Unsubscribing.Read("", mark));
        Assert.Null(Unsubscribing.Read(token, new("desk", new byte[] { 1 })));
    }

    private static Decision Choose(params NoticeChoice[] choices) => Fresh.Choose(Ada, NoticeChoices.None with { Choices = [.. choices] }, NoticeDefaults.Usual, Zones);
}
