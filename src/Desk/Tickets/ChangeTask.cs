namespace FirstContact.Tickets;

/// <summary>What a task says, where it stands and whether it is done; what is null stays as it is.</summary>
public sealed record ChangeTask(TicketId On, int No) : AgentCommand(On)
{
    public string? Text { get; init; }

    /// <summary>By e-mail address; 'me' for oneself; blank for nobody in particular.</summary>
    public string? Assignee { get; init; }

    public Instant? Due { get; init; }

    /// <summary>It is due at no time any more.</summary>
    public bool NotDue { get; init; }

    public bool? Gates { get; init; }
    public bool? Done { get; init; }

    /// <summary>Among the tasks of the ticket, from 1.</summary>
    public int? Place { get; init; }

    public override Task<Result<Ticket>> Do(Work work) => Change(work, async ticket =>
    {
        if (ticket.Tasks.FirstOrDefault(t => t.No == No)?.Details is not { } now) return TaskErrors.NotFound;
        var assignee = Assignee is null ? new Colleagues(now.Assignee) : await Colleagues.FindOr(work, now.Assignee, Assignee);
        var to = new TaskDetails(Text ?? now.Text, assignee.Value?.Person, NotDue ? null : Due ?? now.Due, Gates ?? now.Gates);
        return Decision.All(ticket, work.By,
            t => assignee.Error is { } no ? no.At("assignee") : Decision.Nothing,
            t => t.ChangeTask(work.By, No, to),
            t => Place is { } place ? t.MoveTask(No, place) : Decision.Nothing,
            t => Done is { } done ? t.MarkTask(No, done) : Decision.Nothing);
    });
}
