using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>Every event of rules and exceptions: its stored name and the one sentence that tells it.</summary>
public static class ExceptionEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ProcessAdded>("process.added", e => $"wrote down the rule {e.Details.Name}, for which {e.Details.Owner} answers"),
        EventWords.Of<ProcessChanged>("process.changed", e => $"changed {Changed(e.From, e.To)} of the rule {e.To.Name}"),
        EventWords.Of<ProcessRetired>("process.retired", e => $"retired the rule {e.Name}"),
        EventWords.Of<ProcessRestored>("process.restored", e => $"took the rule {e.Name} up again"),
        EventWords.Of<ExceptionRecorded>("exception.recorded", e => $"made an exception to {e.Details.Rule} for the customer of {e.Ticket}: {e.Details.Instead}"),
        EventWords.Of<ExceptionPlaced>("exception.placed", e => e.Rule == e.Process.Name ? $"said that it was about {e.Process}" : $"said that it was about {e.Process}, and not {e.Rule}"),
        EventWords.Of<ExceptionNaming>("exception.naming", e => e.May ? "agreed to be named with it" : "would rather not be named with it"),
        EventWords.Of<ExceptionAskedBack>("exception.asked-back", e => $"asked: {e.Question}"),
        EventWords.Of<ExceptionAnswered>("exception.answered", e => $"answered: {e.Answer}"),
        EventWords.Of<ExceptionEnded>("exception.ended", e => e.Ending.Outcome == ExceptionOutcome.ProcessChanges
            ? $"gave thanks, and changes the process{(e.Ending.From is { } from ? $" from {from:uuuu-MM-dd}" : "")}: {e.Ending.Words}" : $"gave thanks, and told the reason of the rule: {e.Ending.Words}"),
        EventWords.Of<ExceptionEndingRead>("exception.ending-read", _ => "read how it ended"),
        EventWords.Of<ExceptionWithdrawn>("exception.withdrawn", e => $"took the exception to {e.Rule} back"),
        EventWords.Of<RuleBent>("ticket.rule-bent", e => $"made an exception to {e.Rule} for the customer: {e.Instead}"),
        EventWords.Of<BendingEnded>("ticket.bending-ended", e => e.Changes ? $"changes {e.Rule} after this exception: {e.Words}" : $"told the reason of {e.Rule} after this exception: {e.Words}"),
        EventWords.Of<BendingWithdrawn>("ticket.bending-withdrawn", e => $"took the exception to {e.Rule} back"),
    ];

    private static string Changed(ProcessDetails from, ProcessDetails to) => string.Join(", ", ((string?[])
    [
        from.Name == to.Name ? null : $"the name ({from.Name} before)", from.Why == to.Why ? null : "the reason", from.Owner == to.Owner ? null : $"the owner (now {to.Owner})",
    ]).OfType<string>());
}
