using FirstContact.Agreements;
using FirstContact.Assignment;
using FirstContact.Calendars;
using FirstContact.Classifying;
using FirstContact.Clocks;
using FirstContact.Deskside;
using FirstContact.Exceptions;
using FirstContact.Fields;
using FirstContact.Gaps;
using FirstContact.Guides;
using FirstContact.Lists;
using FirstContact.Macros;
using FirstContact.Mail;
using FirstContact.Mailboxes;
using FirstContact.Majors;
using FirstContact.Measures;
using FirstContact.Notices;
using FirstContact.Occasions;
using FirstContact.Passes;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Rules;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Standards;
using FirstContact.Subscribers;
using FirstContact.Switching;
using FirstContact.Targets;
using FirstContact.Tickets;
using FirstContact.Tools;
using FirstContact.Webhooks;
using FirstContact.Writing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FirstContact;

/// <summary>The desk's wiring, whole.</summary>
public static class DeskModule
{
    public static IServiceCollection AddDesk(this IServiceCollection services, Database database)
    {
        services.AddSingleton(database);
        services.AddSingleton<IClock>(new DeskClock(SystemClock.Instance));
        services.AddSingleton(Catalogue);
        services.AddSingleton(RoleBook);
        services.AddSingleton<JournalReader>();
        services.AddSingleton<JournalTail>();
        services.AddSingleton<Desk>();
        services.AddSingleton<FindCaller>().AddSingleton<FindPass>();
        services.AddAccounts();
        services.AddProtection();
        services.AddSingleton<LiveScreens>();
        services.AddSingleton<Import.ImportRuns>().AddSingleton<TakeInWaiting>();
        services.AddSingleton(WebhookReach.Usual).AddSingleton(WebhookLimits.Usual).AddSingleton<WebhookSecrets>().AddSingleton<WebhookClient>().AddSingleton<DeliveryBodies>().AddSingleton<WebhookSender>();
        services.AddSingleton(SendingSettings.None).AddSingleton(s => new DeskAddress(s.GetRequiredService<SendingSettings>().From.Address)).AddSingleton<LetterMaker>().AddSingleton<LetterSender>();
        services.AddSingleton(ImapLimits.Usual).AddSingleton(FetchTimes.Usual).AddSingleton<MailboxSecrets>().AddSingleton<TokenEndpoint>().AddSingleton<MailboxDoor>().AddSingleton<MailboxFetcher>();
        return database is Postgres postgres ? services.AddBell(new PostgresBell(postgres), database) : services.AddBell(new Bell(), database);
    }

    public static EventCatalogue Catalogue { get; } = new(
    [
        .. PeopleEventWords.All,
        .. ServiceEventWords.All,
        .. PolicyEventWords.All,
        .. TicketEventWords.All,
        .. ListEventWords.All,
        .. WebhookEventWords.All,
        .. RuleEventWords.All,
        .. AssignmentEventWords.All,
        .. FieldEventWords.All,
        .. MacroEventWords.All,
        .. WritingEventWords.All,
        .. GapEventWords.All,
        .. GuideEventWords.All,
        .. ToolEventWords.All,
        .. SwitchingEventWords.All,
        .. DesksideEventWords.All,
        .. ExceptionEventWords.All,
        .. OccasionEventWords.All,
        .. CalendarEventWords.All,
        .. AgreementEventWords.All,
        .. MajorEventWords.All,
        .. ClockEventWords.All,
        .. StandardEventWords.All,
        .. TargetEventWords.All,
        .. MeasureEventWords.All,
        .. ClassifyingEventWords.All,
        .. MailEventWords.All,
        .. SendingEventWords.All,
        .. MailboxEventWords.All,
        .. NoticeEventWords.All,
    ]);

    public static RoleBook RoleBook { get; } = new(
    [
        .. PeoplePermissions.Granted,
        .. ServicePermissions.Granted,
        .. PolicyPermissions.Granted,
        .. TicketPermissions.Granted,
        .. ListPermissions.Granted,
        .. WebhookPermissions.Granted,
        .. RulePermissions.Granted,
        .. AssignmentPermissions.Granted,
        .. FieldPermissions.Granted,
        .. MacroPermissions.Granted,
        .. WritingPermissions.Granted,
        .. GapPermissions.Granted,
        .. GuidePermissions.Granted,
        .. ToolPermissions.Granted,
        .. SwitchingPermissions.Granted,
        .. DesksidePermissions.Granted,
        .. ExceptionPermissions.Granted,
        .. OccasionPermissions.Granted,
        .. CalendarPermissions.Granted,
        .. AgreementPermissions.Granted,
        .. MajorPermissions.Granted,
        .. ClockPermissions.Granted,
        .. StandardPermissions.Granted,
        .. TargetPermissions.Granted,
        .. MeasurePermissions.Granted,
        .. ClassifyingPermissions.Granted,
        .. MailPermissions.Granted,
        .. SendingPermissions.Granted,
        .. MailboxPermissions.Granted,
        .. NoticePermissions.Granted,
    ]);

    /// <summary>Where people are named as they were: who did it, and what only those have who serve, of whom none is merged away. All of it is shown under the name of whoever goes on.</summary>
    private static IEnumerable<PersonPlace> PersonPlacesElsewhere =>
        from place in new[]
        {
            "service.owner", "import_run.person", "list_view.owner", "batch.by_person", "reply.author", "draft.person", "team_turn.person", "availability.id", "tool.owner", "tool_overlap.owner",
            "tool_session.person", "switch_day.host", "switch_half.person", "walk_up.customer", "walk_up.person", "process.owner", "customer_exception.person", "occasion.watcher", "occasion.tester",
            "measure_fault.person", "measure_touch.person", "measure_person.person", "measure_help.person", "measure_asked.customer", "major.lead", "standards_comment.person",
        }
        let at = place.Split('.')
        select new PersonPlace(at[0], at[1], "stays");

    /// <summary>Every column that names a person, with what becomes of it when two records are one.</summary>
    public static IReadOnlyList<PersonPlace> PersonPlaces { get; } = [.. PersonMoves.All, .. LetterMoves.All, .. NoticeMoves.All, .. PassMoves.All, .. PersonPlacesElsewhere, .. PeoplePlaces.All];

    /// <summary>Everything that reads the journal on: what runs, what can be replayed, what health reports on.</summary>
    public static IReadOnlyList<Subscriber> Subscribers { get; } = [new SearchIndex(), new QueueDeliveries(), new TellPeople(), new QueueRules(), new CountSuggestions(), new KeepMeasures(), new KeepClocks()];

    public static IServiceCollection AddSubscribers(this IServiceCollection services) => Subscribers.Aggregate(services, AddSubscriber);

    public static IServiceCollection AddSubscriber(this IServiceCollection services, Subscriber subscriber) => services
        .AddSingleton(subscriber)
        .AddSingleton<IHostedService>(s => Runner(s, subscriber));

    public static SubscriberRunner Runner(IServiceProvider s, Subscriber subscriber) => new(
        subscriber, s.GetRequiredService<Database>(), s.GetRequiredService<JournalTail>(), s.GetRequiredService<Bell>(), s.GetRequiredService<ILogger<SubscriberRunner>>());

    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        foreach (var job in Timetable.Jobs)
            services.AddSingleton<IHostedService>(s => new TimedJobRunner(
                job, s.GetRequiredService<Desk>(), s.GetRequiredService<Database>(), s.GetRequiredService<IClock>(), s.GetRequiredService<ILogger<TimedJobRunner>>()));
        return services;
    }

    /// <summary>What carries things out of the house and into it.</summary>
    public static IServiceCollection AddSenders(this IServiceCollection services) => services
        .AddSingleton<IHostedService>(s => s.GetRequiredService<WebhookSender>())
        .AddSingleton<IHostedService>(s => s.GetRequiredService<LetterSender>())
        .AddSingleton<IHostedService>(s => s.GetRequiredService<MailboxFetcher>());

    /// <summary>What takes in what comes.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services.AddHostedService<MailIntake>();

    private static IServiceCollection AddBell(this IServiceCollection services, Bell bell, Database database)
    {
        bell.Rang += database.Forget;
        services.AddSingleton(bell);
        return bell is IHostedService listening ? services.AddSingleton(listening) : services;
    }
}
