using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>A ticket is one of those that wait for it: whoever asked hears the news from now on, and the last at once.</summary>
public sealed record JoinMajor(MajorId Id, TicketId On) : Command<Ticket>
{
    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Ticket> StoreOf(Work work) => work.Tickets;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (!(await work.Tickets.Load(On.Value)).Is(out var ticket, out var unseen)) return unseen;
        if (!(await work.Majors.Load(Id.Value)).Is(out var major, out var missing)) return missing;
        if (!major.IsRunning) return MajorErrors.Over;
        if (!ticket.IsOpen) return TicketErrors.NotOpen;
        if (await MajorParts.Told(work.Read, Id, On) is not null) return MajorErrors.PartAlready;
        work.Write(new Statement("insert into major_ticket (major, ticket, told) values (@major, @ticket, 0)", ("@major", Id), ("@ticket", On)));
        work.Ring($"{MajorIncident.Subject}/{Id.Value}");
        return work.Tickets.Change(ticket, Ticket.JoinMajor(major.Named));
    }
}
