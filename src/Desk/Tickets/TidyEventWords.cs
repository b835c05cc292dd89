using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>The sentences of what stands beside a ticket. Other tickets are other people's: of it only fields that customers may read are for them.</summary>
internal static class TidyEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TicketLinked>("ticket.linked", e => $"{Linked(e)}: {e.Other.Title}"),
        EventWords.Of<TicketUnlinked>("ticket.unlinked", e => $"took the link to {e.Other.Number} off: {e.Other.Title}"),
        EventWords.Of<TaskAdded>("ticket.task-added", e => $"added a task{Told(e.Task)}: {e.Task.Text}"),
        EventWords.Of<TaskChanged>("ticket.task-changed", e => $"changed a task{Told(e.To)}: {e.To.Text}{(e.From.Text == e.To.Text ? "" : $", instead of: {e.From.Text}")}"),
        EventWords.Of<TaskDone>("ticket.task-done", e => $"did a task: {e.Text}"),
        EventWords.Of<TaskTakenUp>("ticket.task-taken-up", e => $"took a task up again: {e.Text}"),
        EventWords.Of<TaskMoved>("ticket.task-moved", e => $"moved a task from place {e.From} to {e.To}: {e.Text}"),
        EventWords.Of<TaskRemoved>("ticket.task-removed", e => $"removed a task: {e.Task.Text}"),
        EventWords.Of<TimeSpent>("ticket.time-spent", e => $"wrote down {Told(e.Spent)}"),
        EventWords.Of<TimeCorrected>("ticket.time-corrected", e => $"corrected time to {Told(e.To)}; it was {Told(e.From)}"),
        EventWords.Of<TimeRemoved>("ticket.time-removed", e => $"removed {Told(e.Spent)}"),
        EventWords.Of<TicketMerged>("ticket.merged", e => $"merged it into {e.Into.Number}: {e.Into.Title}"),
        EventWords.Of<TicketTookIn>("ticket.took-in", e => $"merged {e.From.Number} of {e.Customer} into it: {e.From.Title}"),
        EventWords.Of<MergeUndone>("ticket.merge-undone", e => $"undid the merge into {e.Into.Number}: {e.Into.Title}"),
        EventWords.Of<TicketGaveBack>("ticket.gave-back", e => $"undid the merge of {e.Ticket.Number} into it: {e.Ticket.Title}"),
        EventWords.Of<WordLanded>("ticket.word-landed", e => $"{(e.Visibility == Visibility.Internal ? "noted something" : "said something")} on {e.On.Number}, which was merged into it"),
        EventWords.Of<MessageSplit>("ticket.message-split", e => $"made {e.Into.Number} of message {e.No}: {e.Into.Title}"),
        EventWords.Of<FieldsFilled>("ticket.fields-filled", e => string.Join("; ", e.Changes.Select(Told)), e => e.Changes.All(c => c.ForCustomers)),
        EventWords.Of<TicketSnoozed>("ticket.snoozed", e => e.Until is { } until ? $"put it aside until {until:uuuu-MM-dd HH:mm} UTC" : "put it aside until the customer speaks"),
        EventWords.Of<SnoozeEnded>("ticket.snooze-ended", e => e.Why == SnoozeEnd.Hand ? "took it up again" : $"woke it up for {e.Person}"),
        EventWords.Of<TasksPassedOver>("ticket.tasks-passed-over", e => $"passed over what comes first ({string.Join(", ", e.Tasks)}): {e.Reason}"),
    ];

    private static string Told(FieldChange c) => c switch
    {
        { To: null } => $"emptied {c.Field} (it was {c.From?.Said})",
        { From: null } => $"set {c.Field} to {c.To.Said}",
        _ => $"set {c.Field} to {c.To.Said} instead of {c.From.Said}",
    };

    private static string Told(TimeDetails time) =>
        $"{time.Minutes} min of {time.Who} on {time.Day:uuuu-MM-dd}{(time.Words is null ? "" : $" ({time.Words})")}";

    private static string Told(TaskDetails task) =>
        $"{(task.Assignee is { } who ? $" for {who}" : "")}{(task.Due is { } due ? $", due {due:uuuu-MM-dd HH:mm} UTC" : "")}{(task.Gates ? ", before resolving" : "")}";

    private static string Linked(TicketLinked e) => e.Relation switch
    {
        Relation.Parent => $"put it below {e.Other.Number}",
        Relation.Child => $"put {e.Other.Number} below it",
        Relation.DuplicateOf => $"marked it as a duplicate of {e.Other.Number}",
        Relation.DuplicatedBy => $"marked {e.Other.Number} as its duplicate",
        Relation.CausedBy => $"said that {e.Other.Number} caused it",
        Relation.Causes => $"said that it caused {e.Other.Number}",
        Relation.SplitFrom => $"made it of a message on {e.Other.Number}",
        Relation.SplitInto => $"made {e.Other.Number} of a message on it",
        _ => $"linked it to {e.Other.Number}",
    };
}
