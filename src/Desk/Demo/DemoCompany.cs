using FirstContact.Mailboxes;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Tickets;
using FirstContact.Webhooks;

namespace FirstContact.Demo;

/// <summary>
/// Harrow &amp; Lind, pumps and valves: an invented company with a believable past, played through the real commands by a
/// clock that starts months ago and ends now.
/// </summary>
public static class DemoCompany
{
    /// <summary>Says on every page what this is, and tells that everybody knows the password.</summary>
    public const string Organisation = "Harrow & Lind (demo)";

    /// <summary>Everybody's, and no secret.</summary>
    public const string Password = "pumps-and-valves";

    public static string Agent => Cast.Email("maya");
    public static string Administrator => Cast.Email("ruth");
    public static string Customer => Cast.Email("helen");

    /// <summary>Before all that is told.</summary>
    private static readonly Duration Founded = Duration.FromDays(260);

    /// <summary>Whether somebody has set this desk up already, so that no demo belongs on it.</summary>
    public static async Task<bool> IsInUse(Database database)
    {
        await using var read = await database.Read();
        return await read.One("select 1 from person where id <> 0 limit 1", _ => true) || await read.One("select 1 from ticket limit 1", _ => true);
    }

    /// <summary>Whether this desk is a demo, by its name.</summary>
    public static async Task<bool> IsHere(Database database)
    {
        await using var read = await database.Read();
        return (await read.DeskRules()).Values.Organisation == Organisation;
    }

    /// <param name="zone">In which people there tell the time.</param>
    /// <param name="hash">Of <see cref="Password"/>.</param>
    /// <param name="secrets">Which seals the one of a webhook.</param>
    /// <param name="mailboxes">Which seals those of mailboxes.</param>
    /// <param name="progress">How many scenes of how many have been played.</param>
    public static async Task Fill(Database database, IClock clock, DateTimeZone zone, PasswordHash hash, WebhookSecrets secrets, MailboxSecrets mailboxes, Action<int, int> progress)
    {
        var script = new Script(clock.GetCurrentInstant(), zone);
        script.Add(script.Now - Founded, stage => Found(stage, hash));
        PastStories.Tell(script);
        NewStories.Tell(script);
        WaitingStories.Tell(script);
        TodaysStories.Tell(script);
        LabelsStory.Tell(script);
        TidyStories.Tell(script);
        HandsStory.Tell(script);
        FrontStory.Tell(script);
        WebhookStory.Tell(script, secrets);
        MailboxStory.Tell(script, mailboxes);
        MacroStory.Tell(script);
        RuleStory.Tell(script);
        FieldStory.Tell(script);
        ViewStory.Tell(script);
        AssignmentStory.Tell(script);
        ToolStory.Tell(script);
        SwitchingStory.Tell(script);
        ExceptionStory.Tell(script);
        OccasionStory.Tell(script);
        HoursStory.Tell(script);
        AgreementStory.Tell(script);
        StandardsStory.Tell(script);
        TargetsStory.Tell(script);
        MissStory.Tell(script);
        SuggestionStory.Tell(script);
        TrainingStory.Tell(script);
        WalkUpStory.Tell(script);
        MailStory.Tell(script);
        MailTicketStory.Tell(script);
        NoticeStory.Tell(script);
        await new Stage(database).Play(script, progress);

        // On PostgreSQL a number is drawn from a sequence, which knows nothing of the numbers that were given; SQLite looks.
        if (database is Postgres) await database.Commit([new Statement("select setval('ticket_id', (select max(id) from ticket))")]);
        await NoticeStory.Deliver(database, script.Now);
        // The story is told, and nobody gets mail of it.
        await database.Commit([LetterRows.BeginHere(database)]);
    }

    private static async Task Found(Stage stage, PasswordHash hash)
    {
        await Done(new ChangeDeskRules(new(Organisation, "4357", ReopenableDays: 14, SilenceDays: 5)));
        foreach (var (name, segment, zone) in Cast.Units) await Done(new AddUnit(name, segment) { Zone = zone });
        var teams = new Dictionary<string, TeamId> { ["First Contact"] = TeamId.FirstContact };
        foreach (var (name, purpose, skills) in Cast.Teams) teams[name] = (await Done(new AddTeam(name, purpose, [.. skills]))).Id;
        foreach (var player in Cast.Everybody)
        {
            var person = await Done(new RegisterPerson(player.Name, Cast.Email(player.Who), player.Phone, player.Title, player.Unit, [.. player.Roles ?? []]));
            await Done(new SetPassword(person.Id, hash));
            foreach (var team in player.Teams ?? []) await Done(new JoinTeam(teams[team], person.Email));
            stage.Enters(player.Who, person);
        }
        foreach (var category in Catalogue.Categories) await Done(new AddCategory(category));
        foreach (var (name, description, team, owner) in Catalogue.Services) await Done(new AddService(name, description, team, owner is null ? null : Cast.Email(owner)));

        Task<T> Done<T>(ICommand<T> command) => stage.Do(Cast.TheDesk, "demo", command);
    }
}
