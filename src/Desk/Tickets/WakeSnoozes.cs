using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>Wakes a ticket for those whose time has come; the timetable asks for it.</summary>
public sealed record WakeSnoozes(TicketId On) : AgentCommand(On)
{
    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        var names = new Dictionary<PersonId, string>();
        foreach (var snooze in ticket.Snoozes) names[snooze.Person] = (await FindPerson.ByAny(work.Read, $"{snooze.Person.Value}"))?.Name ?? "";
        return ticket.WakeSnoozes(work.By, names);
    });
}
