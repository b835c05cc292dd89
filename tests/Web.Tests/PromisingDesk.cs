using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Clocks;
using FirstContact.People;
using FirstContact.Tickets;
using Period = FirstContact.Agreements.Period;

namespace FirstContact;

/// <summary>A desk that promises everybody an answer within an hour and a solution within thirty: Ruth and Helen have signed it.</summary>
public sealed class PromisingDesk : IAsyncLifetime
{
    public WebDesk Desk { get; private set; } = null!;
    public Person Ruth { get; private set; } = null!;
    public Person Maya { get; private set; } = null!;
    public Person Helen { get; private set; } = null!;
    public AgreementId Agreement { get; private set; }

    public async Task InitializeAsync()
    {
        Desk = await WebDesk.Start();
        Ruth = await Desk.Register("Ruth Adeyemi", Role.ServiceCoordinator, Role.Administrator);
        Maya = await Desk.Register("Maya Lindqvist", Role.Agent);
        Helen = await Desk.Register("Helen Marsh", Role.Customer);
        await Desk.Register("Ravi Patel", Role.Customer);
        await Desk.Done(new JoinTeam(TeamId.FirstContact, Maya.Email));
        var always = (await Desk.Done(new DrawCalendar(new("Always", "UTC", [.. Enumerable.Repeat("all day", 7)])))).Named;
        // From the beginning of a day that is some hours old, so that it held a while ago too.
        var now = SystemClock.Instance.GetCurrentInstant();
        var zone = now.InUtc().Hour < 4 ? "Etc/GMT-6" : "UTC";
        var terms = new Terms { Targets = [new(1, Measure.FirstResponse, [], Duration.FromHours(1), 90, Period.Month, always), new(2, Measure.Resolution, [], Duration.FromHours(30), 80, Period.Month, always)], Pausing = new([WaitFor.Customer], false) };
        Agreement = (await Desk.Done(new StartAgreement(AgreementKind.Service, new("Service for everyone", null, PartyKind.Everyone, null, Ruth.Email, Helen.Email), false, terms))).Id;
        await Desk.Done(new SetAgreementStart(Agreement, now.InZone(DateTimeZoneProviders.Tzdb[zone]).Date, false, zone));
        await Desk.Done(new PutDraft(Agreement));
        await Desk.Done(new SignDraft(Agreement, Side.Provider, 1, Zone: zone), As(Ruth));
        await Desk.Done(new SignDraft(Agreement, Side.Receiver, 1, Zone: zone), As(Helen));
    }

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    public static Call As(Person person) => new(new(person.Id, person.Name, DeskModule.RoleBook.Permissions(person.Roles), new HashSet<long>()), "test");

    public async Task<Ticket> Opens(string title)
    {
        var ticket = await Desk.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, title, "Since this morning.", null, Policies.Level.Medium, Policies.Level.Medium), As(Helen));
        await Counted(ticket.Id, c => c.Count == 2);
        return ticket;
    }

    /// <summary>One that came two hours ago and is answered only now: the first answer was promised within one.</summary>
    public async Task<Ticket> Misses(string title)
    {
        var ticket = await Opens(title);
        await Desk.Get<Database>().Commit([new Statement("update journal set at = at - 7200000000 where subject = 'ticket' and key = @ticket", ("@ticket", ticket.Id))]);
        await Desk.Done(new GreetCustomer(ticket.Id, null), As(Maya));
        await Counted(ticket.Id, c => c.Any(m => m.Outcome == ClockOutcome.Missed));
        return ticket;
    }

    /// <summary>Clocks are counted a moment after something has happened.</summary>
    public Task Counted(TicketId ticket, Func<IReadOnlyList<ClockLineRow>, bool> then) => Patience.Until(async () => then((await Desk.Desk.Ask(new ListTicketClocks(ticket), Caller.Desk)).Value!));
}
