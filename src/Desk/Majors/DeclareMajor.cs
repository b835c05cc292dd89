using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>What is said of a major incident, as people write it.</summary>
/// <param name="Lead">By e-mail address or id, somebody who may work on tickets; blank for oneself.</param>
/// <param name="Services">By name or id.</param>
/// <param name="Minutes">Between one news and the next.</param>
public sealed record MajorSaid(string? Title, string? Lead, string? Bridge, Seq<string> Services, int? Minutes);

/// <summary>Many have the same: one step makes it known to all whom it concerns. Open tickets of the services become parts of it.</summary>
/// <param name="Words">What those whom it concerns are told.</param>
public sealed record DeclareMajor(TicketId On, MajorSaid Said, string? Words) : Command<MajorIncident>
{
    /// <summary>Parts that are taken in with it; more of one service are added by hand, or when they are asked for.</summary>
    private const int MostParts = 2000;

    public override Permission Needs => MajorPermissions.Run;

    protected override Store<MajorIncident> StoreOf(Work work) => work.Majors;

    public override async Task<Result<MajorIncident>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        if (!ticket.IsOpen) return MajorErrors.TicketClosed;
        if ((await work.Read.LiveMajors()).Any(m => m.IsRunning && m.Ticket.Id == On)) return MajorErrors.RunsAlready;
        var (details, wrong) = await Sound(work, Said);
        var decision = MajorIncident.Declare(work.By, new(ticket.Id, ticket.Number), details, Words);
        if (Error.Of([.. wrong, .. (decision.Error?.All ?? []).Where(e => wrong.All(w => w.Field != e.Field))]) is { } no) return no;
        if (!(await work.Majors.Create(decision)).Is(out var major, out var refused)) return refused;
        if (work.Tickets.Change(ticket, Ticket.BecomeMajor(major.Named)).Error is { } unchanged) return unchanged;
        // Its own ticket hears of everything like the others; these come in by the timer, a commit each.
        work.Write(new Statement("insert into major_ticket (major, ticket, told) values (@major, @ticket, 0)", ("@major", major.Id), ("@ticket", On)));
        work.Write(Parts(major));
        return major;
    }

    /// <summary>Open tickets of its services that are no part of it yet.</summary>
    internal static Statement Parts(MajorIncident major) => new($"""
        insert into major_ticket (major, ticket, told)
        select @major, t.id, 0 from ticket t where t.service in ({string.Join(", ", major.Details.Services.Select(s => s.Id.Value))}) and t.status in ('New', 'InProgress', 'Waiting')
        and not exists (select 1 from major_ticket x where x.major = @major and x.ticket = t.id) order by t.id desc limit {MostParts}
        """, ("@major", major.Id));

    internal static async Task<(MajorDetails Details, IReadOnlyList<Error> Wrong)> Sound(Work work, MajorSaid said)
    {
        var wrong = new List<Error>();
        var lead = said.Lead.IsBlank ? await FindPerson.ById(work.Read, work.By.Person) : await FindPerson.Active(work.Read, said.Lead!.Trim());
        if (lead is not { } who) wrong.Add(MajorErrors.LeadMissing);
        else if (!MajorParts.MayLead(await FindPerson.AsCaller(work.Read, who.Id, DeskModule.RoleBook))) wrong.Add(MajorErrors.LeadMayNot);
        var services = new List<Named<ServiceId>>();
        foreach (var name in said.Services.Where(s => !s.IsBlank))
        {
            if ((await work.Read.FindService(name)).Value is { } service) services.Add(new(service.Id, service.Name));
            else if (wrong.All(w => w.Field != "services")) wrong.Add(MajorErrors.ServiceUnknown);
        }
        return (new(said.Title ?? "", lead ?? default, said.Bridge ?? "", [.. services], Duration.FromMinutes(Math.Clamp(said.Minutes ?? 0, 0, 100_000))), wrong);
    }
}
