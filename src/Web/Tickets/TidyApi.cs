namespace FirstContact.Tickets;

public sealed record RelationBody(Relation? Relation, string? Ticket);

/// <summary>Another ticket, and what it is to this one.</summary>
public sealed record RelationJson(Relation Relation, long Id, string Number, string Title, TicketStatus Status)
{
    public static RelationJson Of((Relation Relation, RelatedTicket Other) link) => new(link.Relation, link.Other.Id.Value, link.Other.Number, link.Other.Title, link.Other.Status);
}

/// <param name="Text">One task a line.</param>
/// <param name="Assignee">By e-mail address, or 'me'.</param>
/// <param name="Gates">Whether it has to be done before the ticket is resolved.</param>
public sealed record TasksBody(string? Text, string? Assignee, Instant? Due, bool? Gates);

/// <param name="Place">Among the tasks of the ticket, from 1.</param>
public sealed record TaskBody(string? Text, Given<string?> Assignee, Given<Instant?> Due, bool? Gates, bool? Done, int? Place);

public sealed record TaskJson(int No, string Text, NamedJson? Assignee, Instant? Due, bool Gates, NamedJson? DoneBy, Instant? DoneAt)
{
    public static TaskJson Of(TicketTask task, TicketView view) => new(
        task.No, task.Details.Text, task.Details.Assignee is { } who ? new(who.Id.Value, who.Name) : null, task.Details.Due, task.Details.Gates,
        task.Done is { } done ? new(done.Person.Value, view.People[done.Person].Name) : null, task.Done?.At);
}

/// <param name="Into">By number.</param>
/// <param name="Insist">Although the two have different customers.</param>
public sealed record MergeBody(string? Into, bool? Insist);

/// <param name="Customer">By e-mail address; whoever said it when it is missing.</param>
public sealed record SplitBody(TicketKind? Kind, string? Title, string? Customer);

/// <summary>Another ticket, as merging names it.</summary>
public sealed record OtherTicketJson(long Id, string Number, string Title)
{
    public static OtherTicketJson? Of(RelatedTicket? t) => t is { Seen: true } ? new(t.Id.Value, t.Number, t.Title) : null;
}

/// <param name="Until">Until the customer speaks when it is missing.</param>
public sealed record SnoozeBody(Instant? Until);

/// <param name="WokeAt">When it came back; null while it sleeps.</param>
public sealed record SnoozeJson(Instant? Until, Instant Since, Instant? WokeAt, SnoozeEnd? Why)
{
    public static SnoozeJson Of(Snooze s) => new(s.Until, s.Since, s.Woke?.At, s.Woke?.Why);
}

/// <param name="Minutes">From 1 to 1440.</param>
/// <param name="Day">Today when it is missing.</param>
/// <param name="Person">Whose time it was, by e-mail address; one's own when it is missing.</param>
public sealed record TimeBody(int? Minutes, LocalDate? Day, string? Person, string? Words);

public sealed record TimeJson(int No, int Minutes, LocalDate Day, NamedJson Person, string? Words)
{
    public static TimeJson Of(TimeEntry e) => new(e.No, e.Details.Minutes, e.Details.Day, new(e.Details.Who.Id.Value, e.Details.Who.Name), e.Details.Words);
}

/// <summary>What stands beside a ticket, for programs.</summary>
public static class TidyApi
{
    public static void MapTidyApi(this IEndpointRouteBuilder one)
    {
        one.Action("/relations", "Says what another ticket is to this one; both tell of it", (TicketId on, RelationBody b) => new LinkTicket(on, b.Relation, b.Ticket));
        one.MapDelete("/relations/{id}", (TicketAt ticket, string id, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new UnlinkTicket(ticket, id), call, desk, http)).WithSummary("Takes the link to another ticket off").Produces<TicketJson>();
        one.Action("/tasks", "Writes tasks down, one a line", (TicketId on, TasksBody b) => new AddTasks(on, b.Text, b.Assignee, b.Due, b.Gates ?? false));
        one.MapPatch("/tasks/{id:long}", (TicketAt ticket, long id, Body<TaskBody> body, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(Changed(ticket, id, body.Value), call, desk, http)).WithSummary("Changes a task, moves it, marks it done or not; what is missing stays").Produces<TicketJson>();
        one.Action("/merge", "Merges it into another ticket that is the same matter", (TicketId on, MergeBody b) => new MergeTicket(on, b.Into, b.Insist ?? false));
        one.MapDelete("/merge", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new UndoMerge(ticket), call, desk, http)).WithSummary("Undoes the merge; both stand as they did").Produces<TicketJson>();
        one.MapPost("/messages/{id:long}/split", (TicketAt ticket, long id, Body<SplitBody> body, WebCall call, Desk desk, HttpResponse http) =>
            TicketApi.Run(new SplitMessage(ticket, TidyForms.No(id), body.Value.Kind, body.Value.Title, body.Value.Customer), call, desk, http, made: true)).WithSummary("Makes a ticket of its own of a message; answers the new one").Produces<TicketJson>(201);
        one.Action("/snooze", "Puts it aside for oneself alone, until a time or until the customer speaks", (TicketId on, SnoozeBody b) => new SnoozeTicket(on, b.Until));
        one.MapDelete("/snooze", (TicketAt ticket, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new UnsnoozeTicket(ticket), call, desk, http)).WithSummary("Wakes it, or says that one has seen it wake up").Produces<TicketJson>();
        one.MapPost("/time", (TicketAt ticket, Body<TimeBody> body, WebCall call, Desk desk, HttpResponse http, IClock clock, DateTimeZone zone) =>
            TicketApi.Run(new SpendTime(ticket, body.Value.Minutes, body.Value.Day ?? clock.GetCurrentInstant().InZone(zone).Date, body.Value.Person, body.Value.Words), call, desk, http)).WithSummary("Writes down what the work took").Produces<TicketJson>();
        one.MapPatch("/time/{id:long}", (TicketAt ticket, long id, Body<TimeBody> body, WebCall call, Desk desk, HttpResponse http) =>
            TicketApi.Run(new CorrectTime(ticket, TidyForms.No(id)) { Minutes = body.Value.Minutes, Day = body.Value.Day, Person = body.Value.Person, Words = body.Value.Words }, call, desk, http)).WithSummary("Corrects it; what is missing stays").Produces<TicketJson>();
        one.MapDelete("/time/{id:long}", (TicketAt ticket, long id, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new RemoveTime(ticket, TidyForms.No(id)), call, desk, http)).WithSummary("Removes it; the journal keeps what it was").Produces<TicketJson>();
        one.MapDelete("/tasks/{id:long}", (TicketAt ticket, long id, WebCall call, Desk desk, HttpResponse http) => TicketApi.Run(new RemoveTask(ticket, TidyForms.No(id)), call, desk, http)).WithSummary("Removes a task").Produces<TicketJson>();
    }

    private static ChangeTask Changed(TicketId on, long id, TaskBody b) => new(on, TidyForms.No(id))
    {
        Text = b.Text, Assignee = b.Assignee.Is ? b.Assignee.Value ?? "" : null, Due = b.Due.Value, NotDue = b.Due is { Is: true, Value: null }, Gates = b.Gates, Done = b.Done, Place = b.Place,
    };
}
