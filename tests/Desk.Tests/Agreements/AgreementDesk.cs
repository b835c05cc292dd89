using FirstContact.Calendars;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Agreements;

/// <summary>A desk on which Ruth keeps agreements; Grace speaks for Network and Ada for First Contact.</summary>
internal sealed class AgreementDesk(TicketDesk desk, Call ruth, Named<CalendarId> always) : IAsyncDisposable
{
    public TicketDesk Tickets => desk;
    public Node Node => desk.Node;
    public Call Ruth => ruth;
    public Named<CalendarId> Always => always;

    public static PartiesSaid Said { get; } = new("First Contact and Network", "network", PartyKind.Team, "First Contact", TicketDesk.Graces, TicketDesk.Adas);

    public Terms Terms => new()
    {
        Targets = [new(1, Measure.Acceptance, [], Duration.FromHours(1), 90, Period.Month, always), new(2, Measure.Resolution, [], Duration.FromHours(8), 80, Period.Month, always)],
        ProviderDuties = "We look every half hour.",
    };

    public LocalDate Today => desk.Clock.Now.InUtc().Date;

    public static async Task<AgreementDesk> Fresh(string engine, params Subscriber[] subscribers)
    {
        var desk = await TicketDesk.Fresh(engine, subscribers);
        var person = await desk.Node.Done(new RegisterPerson("Ruth Adeyemi", "ruth@harrow.example", Roles: [Role.ServiceCoordinator]), new(Caller.Desk, "test"));
        var ruth = TicketDesk.As(person.Id, person.Name, Role.ServiceCoordinator);
        var always = await desk.Node.Done(new DrawCalendar(new("Always", "UTC", [.. Enumerable.Repeat("all day", 7)])), ruth);
        return new(desk, ruth, always.Named);
    }

    /// <summary>Signed by both, from today on.</summary>
    public async Task<Agreement> InForce(AgreementKind kind, PartiesSaid said, Terms terms)
    {
        var id = (await Node.Done(new StartAgreement(kind, said, false, terms), ruth)).Id;
        await Node.Done(new SetAgreementStart(id, Today, false), ruth);
        var put = await Node.Done(new PutDraft(id), ruth);
        await Node.Done(new SignDraft(id, Side.Provider, put.Table!.No, kind == AgreementKind.Underpinning ? "Their head of sales, yesterday" : null), kind == AgreementKind.Underpinning ? ruth : desk.Grace);
        return await Node.Done(new SignDraft(id, Side.Receiver, put.Table.No), desk.Ada);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
