using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>What desks call the states that a ticket goes through, by their letters alone.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, HistoryState> States = new (HistoryState State, string Words)[]
    {
        (HistoryState.Queued, "queued awaitingassignment unassigned new open reassigned transferred forwarded inqueue"),
        (HistoryState.Working, "accepted assigned inprogress workinprogress active started start working update reopened resumed resume"),
        (HistoryState.WaitingForCustomer, "waituser waitcustomer waitingforcustomer waitinguser awaitinguserinfo pendingcustomer pendinguser awaitingcustomer"),
        (HistoryState.WaitingForSupplier, "waitvendor waitsupplier waitingforvendor waitingonthirdparty pendingvendor awaitingvendor awaitingsupplier"),
        (HistoryState.WaitingForChange, "waitimplementation waitchange pendingchange awaitingchange"),
        (HistoryState.WaitingForProblem, "waitproblem pendingproblem awaitingproblem"),
        (HistoryState.Waiting, "wait waiting pending onhold hold suspended suspend"),
        (HistoryState.Resolved, "resolved solved incall fixed complete completed done"),
        (HistoryState.Closed, "closed close"),
        (HistoryState.Cancelled, "cancelled canceled rejected withdrawn removed"),
        (HistoryState.Ignored, "unmatched"),
    }.SelectMany(s => s.Words.Split(' '), (s, word) => (word, s.State)).ToDictionary(s => s.word, s => s.State);

    // A line or level that another desk put into the name of a team.
    private static readonly (string Label, string[] Words)[] Lines =
    [
        ("1st line", ["1st", "first line", "line 1", "level 1", "l1", "tier 1"]), ("2nd line", ["2nd", "second line", "line 2", "level 2", "l2", "tier 2"]), ("3rd line", ["3rd", "third line", "line 3", "level 3", "l3", "tier 3"]),
    ];

    /// <summary>The map's word first, then the finer status, then the coarser. Null when none is known.</summary>
    public static HistoryState? State(string? activity, string? step, IReadOnlyDictionary<string, HistoryState>? said)
    {
        foreach (var name in new[] { $"{activity}/{step}", step, activity })
            if (name is not null && said is not null && said.FirstOrDefault(s => string.Equals(s.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found) return found.Value;
        // Generic transitions of XES say that something was completed: the activity, and not the ticket.
        var fine = step is null || (activity is not null && Plain(step) is "complete" or "start" or "schedule" or "assign" or "unknown") ? null : Find(step);
        return fine ?? Find(activity);
    }

    /// <summary>'1st line', when the name says so; null when it says nothing.</summary>
    public static string? Line(string team)
    {
        var words = $" {string.Join(' ', team.ToLowerInvariant().Split([' ', '-', '_', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries))} ";
        return Lines.FirstOrDefault(l => l.Words.Any(w => words.Contains($" {w} ", StringComparison.Ordinal))).Label;
    }

    public static WaitFor WaitFor(HistoryState state) => state switch
    {
        HistoryState.WaitingForCustomer => Tickets.WaitFor.Customer,
        HistoryState.WaitingForSupplier => Tickets.WaitFor.Supplier,
        HistoryState.WaitingForChange => Tickets.WaitFor.Change,
        HistoryState.WaitingForProblem => Tickets.WaitFor.Problem,
        _ => Tickets.WaitFor.Other,
    };

    private static HistoryState? Find(string? word) => word is not null && States.TryGetValue(Plain(word), out var state) ? state : null;

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();
}
