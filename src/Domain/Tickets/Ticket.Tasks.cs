namespace FirstContact.Tickets;

/// <summary>What is to be done on the way, in an order. A task may gate resolving: then it is done first, or passed over for a reason.</summary>
public sealed partial record Ticket
{
    public const int MostTasks = 100, LongestTask = 500;

    public Seq<TicketTask> Tasks { get; init; } = [];

    /// <summary>Whom its tasks, its time and what it took in name.</summary>
    private IEnumerable<PersonId> Beside =>
        [.. Tasks.SelectMany(t => new[] { t.Details.Assignee?.Id, t.Done?.Person }).OfType<PersonId>(), .. Time.Select(e => e.Details.Who.Id), .. TakenIn.Select(t => t.Customer)];

    public IEnumerable<TicketTask> OpenTasks => IsOver ? [] : Tasks.Where(t => t.Done is null);

    /// <summary>Closed or cancelled: nobody works on it any more.</summary>
    private bool IsOver => Status is TicketStatus.Closed or TicketStatus.Cancelled;

    /// <param name="lines">One task each: a checklist is typed or pasted at once.</param>
    public Decision AddTasks(By by, IEnumerable<string> lines, Named<PersonId>? assignee, Instant? due, bool gates)
    {
        var texts = lines.Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        if (IsOver) return TicketErrors.NotOpen;
        var no = Error.Of(
            texts.Count == 0 ? TaskErrors.TextMissing : texts.Any(t => t.Length > LongestTask) ? TaskErrors.TextTooLong : Tasks.Count + texts.Count > MostTasks ? TaskErrors.TooMany : null,
            due <= by.At ? TaskErrors.DuePassed : null);
        // The number is the version that the task comes with: it never means another one, even when the last is removed.
        return no is not null ? no : texts.Select((text, i) => (Event)new TaskAdded(Version + 1 + i, new(text, assignee, due, gates))).ToArray();
    }

    public Decision ChangeTask(By by, int task, TaskDetails to)
    {
        if (Tasks.FirstOrDefault(t => t.No == task) is not { } there) return TaskErrors.NotFound;
        if (IsOver) return TicketErrors.NotOpen;
        to = to with { Text = to.Text.Trim() };
        var no = Error.Of(
            to.Text.Length == 0 ? TaskErrors.TextMissing : to.Text.Length > LongestTask ? TaskErrors.TextTooLong : null,
            to.Due != there.Details.Due && to.Due <= by.At ? TaskErrors.DuePassed : null);
        return no is not null ? no : to == there.Details ? Decision.Nothing : new TaskChanged(task, there.Details, to);
    }

    public Decision MarkTask(int task, bool done)
    {
        if (Tasks.FirstOrDefault(t => t.No == task) is not { } there) return TaskErrors.NotFound;
        if (IsOver) return TicketErrors.NotOpen;
        return done == there.Done is not null ? Decision.Nothing : done ? new TaskDone(task, there.Details.Text) : new TaskTakenUp(task, there.Details.Text);
    }

    /// <param name="place">From 1; what is too far stands at the end.</param>
    public Decision MoveTask(int task, int place)
    {
        var at = Tasks.Index().FirstOrDefault(t => t.Item.No == task, (-1, null!));
        if (at.Index < 0) return TaskErrors.NotFound;
        if (IsOver) return TicketErrors.NotOpen;
        if (place < 1) return TaskErrors.PlaceInvalid;
        var to = Math.Min(place, Tasks.Count);
        return to == at.Index + 1 ? Decision.Nothing : new TaskMoved(task, at.Item.Details.Text, at.Index + 1, to);
    }

    public Decision RemoveTask(int task)
    {
        if (Tasks.FirstOrDefault(t => t.No == task) is not { } there) return TaskErrors.NotFound;
        return IsOver ? TicketErrors.NotOpen : new TaskRemoved(task, there.Details);
    }

    /// <summary>The tasks that have to be done before it is resolved.</summary>
    public IEnumerable<TicketTask> Gating => OpenTasks.Where(t => t.Details.Gates);

    private Error? Gated(string? reason) =>
        Gating.Any() && reason.IsBlank ? TaskErrors.StillOpen : TooLong(reason, TaskErrors.StillOpen.Field!);

    private IEnumerable<Event> PassedOver(string? reason) =>
        Gating.Any() ? [new TasksPassedOver([.. Gating.Select(t => t.Details.Text)], reason!.Trim())] : [];

    private Ticket? Tasked(Event happened, By by) => happened switch
    {
        TaskAdded e => this with { Tasks = Tasks.Add(new(e.No, e.Task)) },
        TaskChanged e => With(e.No, t => t with { Details = e.To }),
        TaskDone e => With(e.No, t => t with { Done = new(by.Person, by.At) }),
        TaskTakenUp e => With(e.No, t => t with { Done = null }),
        TaskMoved e => this with { Tasks = Moved(e.No, e.To) },
        TaskRemoved e => this with { Tasks = [.. Tasks.Where(t => t.No != e.No)] },
        TasksPassedOver => this,
        _ => null,
    };

    private Ticket With(int task, Func<TicketTask, TicketTask> change) => this with { Tasks = [.. Tasks.Select(t => t.No == task ? change(t) : t)] };

    private Seq<TicketTask> Moved(int task, int place)
    {
        var others = Tasks.Where(t => t.No != task).ToList();
        return [.. others.Take(place - 1), .. Tasks.Where(t => t.No == task), .. others.Skip(place - 1)];
    }
}

/// <param name="Gates">Whether it has to be done before the ticket is resolved.</param>
public sealed record TaskDetails(string Text, Named<PersonId>? Assignee, Instant? Due, bool Gates);

public sealed record TicketTask(int No, TaskDetails Details)
{
    /// <summary>By whom and when; null while it is to be done.</summary>
    public DoneBy? Done { get; init; }
}

public sealed record DoneBy(PersonId Person, Instant At);

public sealed record TaskAdded(int No, TaskDetails Task) : Event;

public sealed record TaskChanged(int No, TaskDetails From, TaskDetails To) : Event;

public sealed record TaskDone(int No, string Text) : Event;

public sealed record TaskTakenUp(int No, string Text) : Event;

public sealed record TaskMoved(int No, string Text, int From, int To) : Event;

public sealed record TaskRemoved(int No, TaskDetails Task) : Event;

public sealed record TasksPassedOver(Seq<string> Tasks, string Reason) : Event;

public static class TaskErrors
{
    public static readonly Error NotFound = new(ErrorKind.Missing, "task.not-found", "There is no such task.");
    public static readonly Error TextMissing = new(ErrorKind.Invalid, "task.text-missing", "Say what is to be done.", "text");
    public static readonly Error TextTooLong = new(ErrorKind.Invalid, "task.text-too-long", $"Keep a task within {Ticket.LongestTask} characters.", "text");
    public static readonly Error TooMany = new(ErrorKind.Invalid, "task.too-many", $"Keep it to {Ticket.MostTasks} tasks.", "text");
    public static readonly Error DuePassed = new(ErrorKind.Invalid, "task.due-passed", "This time has passed.", "due");
    public static readonly Error PlaceInvalid = new(ErrorKind.Invalid, "task.place-invalid", "Count the places from 1.", "place");
    public static readonly Error StillOpen = new(ErrorKind.Invalid, "task.still-open", "Tasks that come first are not done. Do them, or say why it is resolved without.", "withoutTasks");
}
