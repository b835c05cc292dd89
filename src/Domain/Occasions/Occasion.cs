namespace FirstContact.Occasions;

/// <summary>Something that has its time and must work then: known in advance, tested before, and watched while it is on.</summary>
public sealed record Occasion : IAggregate<Occasion>
{
    public const int LongestLine = 200, LongestText = 4000, MostTickets = 50, MostWarnHours = 24 * 14;

    public static string Subject => "occasion";

    public OccasionId Id { get; init; }
    public int Version { get; init; }
    public OccasionDetails Details { get; init; } = OccasionDetails.Blank;

    /// <summary>How the test before went; null while it has not been held for what is planned now.</summary>
    public TestResult? Test { get; init; }

    public Seq<Named<TicketId>> Tickets { get; init; } = [];
    public bool CalledOff { get; init; }

    public string Title => Details.Title;
    public long Key => Id.Value;

    public static Decision Plan(By by, OccasionDetails details) => details.Trimmed is var to && to.Wrong(by.At) is { } no ? no : new OccasionPlanned(to);

    public Decision Change(By by, OccasionDetails details)
    {
        var to = details.Trimmed;
        // What has begun may still be told more exactly.
        if (to.Wrong(to.Starts == Details.Starts ? null : by.At) is { } no) return no;
        return to == Details ? Decision.Nothing : new OccasionChanged(Details, to);
    }

    public Decision RecordTest(bool ok, string? words) => Error.Of(
        CalledOff ? OccasionErrors.IsCalledOff : null,
        !ok && words.IsBlank ? OccasionErrors.WordsMissing : OccasionDetails.Text(words ?? "", "words")) is { } no ? no : new OccasionTested(ok, (words ?? "").Trim());

    public Decision Link(Named<TicketId> ticket) =>
        Tickets.Any(t => t.Id == ticket.Id) ? Decision.Nothing : Tickets.Count >= MostTickets ? OccasionErrors.TooManyTickets : new OccasionLinked(ticket);

    public Decision Unlink(TicketId ticket) => Tickets.FirstOrDefault(t => t.Id == ticket) is { Name: not null } there ? new OccasionUnlinked(there) : OccasionErrors.NotLinked;

    public Decision CallOff(string? why) => CalledOff ? Decision.Nothing : why.IsBlank ? OccasionErrors.WhyMissing : OccasionDetails.Text(why!, "why") is { } no ? no : new OccasionCalledOff(why!.Trim());

    public Decision PlanAgain() => CalledOff ? new OccasionPlannedAgain() : Decision.Nothing;

    public Occasion Apply(Event happened, By by) => Changed(happened, by) with { Version = Version + 1 };

    private Occasion Changed(Event happened, By by) => happened switch
    {
        OccasionPlanned e => this with { Details = e.Details },
        // What was tested elsewhere or for another time was not tested.
        OccasionChanged e => this with { Details = e.To, Test = e.From.Place == e.To.Place && e.From.Starts == e.To.Starts ? Test : null },
        OccasionTested e => this with { Test = new(e.Ok, e.Words, by.Person, by.At) },
        OccasionLinked e => this with { Tickets = Tickets.Add(e.Ticket) },
        OccasionUnlinked e => this with { Tickets = [.. Tickets.Where(t => t.Id != e.Ticket.Id)] },
        OccasionCalledOff => this with { CalledOff = true },
        OccasionPlannedAgain => this with { CalledOff = false },
        _ => throw new NotSupportedException($"An event that is watched knows nothing of {happened.GetType().Name}."),
    };

    /// <summary>What it asks for at this moment, if anything.</summary>
    public OccasionNeed? Needs(Instant now) =>
        CalledOff || now >= Details.Ends ? null
        : Test is { Ok: false } ? OccasionNeed.TestFailed
        : now >= Details.Starts - Duration.FromHours(Details.WarnHours) ? Test is null && Details.TestAt is not null ? OccasionNeed.NearUntested : OccasionNeed.Near
        : Test is null && Details.TestAt is { } test && now >= test - TestSoon ? OccasionNeed.TestDue : null;

    // Whoever is to test wants to know before, and not at the minute.
    private static readonly Duration TestSoon = Duration.FromHours(2);
}

public enum OccasionNeed { TestFailed, NearUntested, Near, TestDue }

/// <param name="Contact">Whom one calls there: a name, a number.</param>
/// <param name="Watcher">Who watches it; a team may do so besides or instead.</param>
/// <param name="TestAt">When it is tested before; null for no test.</param>
/// <param name="Tester">Who tests; null for whoever watches.</param>
/// <param name="WarnHours">How long before its beginning those who watch are warned.</param>
public sealed record OccasionDetails(
    string Title, string Place, Instant Starts, Instant Ends, string Contact, Named<PersonId>? Watcher, Named<TeamId>? Team, Instant? TestAt, Named<PersonId>? Tester, int WarnHours, string Notes)
{
    public static readonly OccasionDetails Blank = new("", "", default, default, "", null, null, null, null, 24, "");

    /// <param name="now">Null when its time is not to be judged.</param>
    internal Error? Wrong(Instant? now) => Error.Of(
        Title.IsBlank ? OccasionErrors.TitleMissing : Line(Title, "title"),
        Place.IsBlank ? OccasionErrors.PlaceMissing : Line(Place, "place"),
        Starts == default ? OccasionErrors.StartsMissing : Starts <= now ? OccasionErrors.StartsPassed : null,
        Starts != default && Ends <= Starts ? OccasionErrors.EndsBefore : Ends - Starts > Duration.FromDays(31) ? OccasionErrors.TooLong : null,
        Contact.IsBlank ? OccasionErrors.ContactMissing : Line(Contact, "contact"),
        Watcher is null && Team is null ? OccasionErrors.WatcherMissing : null,
        TestAt >= Starts ? OccasionErrors.TestTooLate : null,
        WarnHours is < 1 or > Occasion.MostWarnHours ? OccasionErrors.WarnInvalid : null,
        Text(Notes, "notes"));

    internal OccasionDetails Trimmed => this with { Title = Title.Trim(), Place = Place.Trim(), Contact = Contact.Trim(), Notes = Notes.Trim(), Tester = TestAt is null ? null : Tester };

    private static Error? Line(string text, string field) => text.IsLongerThan(Occasion.LongestLine) ? OccasionErrors.LineTooLong.At(field) : null;

    internal static Error? Text(string text, string field) => text.IsLongerThan(Occasion.LongestText) ? OccasionErrors.TextTooLong.At(field) : null;
}

public sealed record TestResult(bool Ok, string Words, PersonId By, Instant At);
