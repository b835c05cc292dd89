using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>It is something else after all: the ticket hears no more news.</summary>
public sealed record LeaveMajor(MajorId Id, TicketId On) : Command<Ticket>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        if (!(await work.Majors.Load(Id.Value)).Is(out var major, out var missing)) return missing;
        if (major.Ticket.Id == On || await MajorParts.Told(work.Read, Id, On) is null) return MajorErrors.NotPart;
        work.Write(new Statement("delete from major_ticket where major = @major and ticket = @ticket", ("@major", Id), ("@ticket", On)));
        work.Ring($"{MajorIncident.Subject}/{Id.Value}");
        return work.Tickets.Change(ticket, Ticket.LeaveMajor(major.Named));
    }
}
