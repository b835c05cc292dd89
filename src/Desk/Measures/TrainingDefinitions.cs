namespace FirstContact.Measures;

/// <summary>What each figure of the customers' history means, in words and as the query that gives it for the whole desk since <c>@from</c>.</summary>
/// <param name="Behind">SQL that is true of a row <c>a</c> of measure_asked that the figure counts.</param>
public sealed record TrainingDefinition(string Name, string Title, string Words, string Sql, string Behind, Func<AskedCounts, double?> Figure);

public static class TrainingDefinitions
{
    private const string Since = "a.opened_at >= @from";

    public static readonly IReadOnlyList<TrainingDefinition> All =
    [
        Counted("asked", "Asked", "Tickets opened in the time looked at, by the unit that the customer belonged to then. What was merged counts in the ticket that goes on; what came in with its past from another desk counts as any other. A subject is the category as it is now; where there is none, the service.", Since, c => c.Tickets),
        Counted("asked-before", "Asked before", "The same in the time before, of the same length. Where the desk was not there for the whole of it, nothing is compared.", "a.opened_at >= @before and a.opened_at < @from", c => c.Before),
        Counted("asked-again", "Asked again", "Tickets about what the same person of the same unit had asked about before in the time looked at. That is how many training could spare at most, had the first answer taught what to do; tickets about nothing known are not among them. A subject of a department is listed as a need when it was asked at least three times, and again by somebody.",
            $"{Since} and (a.category <> 0 or a.service <> 0) and exists (select 1 from measure_asked e where e.customer = a.customer and e.category = a.category and e.service = a.service and e.unit = a.unit and e.opened_at >= @from and (e.opened_at, e.ticket) < (a.opened_at, a.ticket))", c => c.Again),
        Counted("reproduction-tried", "Tried to reproduce", "Tickets whose problem somebody of the desk tried to reproduce. Where there was nothing to reproduce, or the step was left out, nobody tried.", $"{Since} and a.tried = 1", c => c.Tried),
        new("described-well", "Reproduced at first try", "Of the tickets that somebody tried to reproduce, the share that the first try reproduced, and of which the customer never corrected the statement. What is tried once more and then succeeds is none.",
            $"select cast(sum(a.reproduced) as double precision) / sum(a.tried) from measure_asked a where {Since}", $"{Since} and a.reproduced = 1", c => c.DescribedShare),
        Counted("statement-agreed", "And agreed to", "Of the tickets reproduced at first try, those whose statement the customer agreed to; the others were not answered for.", $"{Since} and a.agreed = 1", c => c.Agreed),
        Counted("solved-by-customer", "Solved themselves", "Tickets that were cancelled, and whoever cancelled said that the customer had solved it without the desk. What people solve without ever asking leaves no trace, and is not counted.", $"{Since} and a.solved = 1", c => c.Solved),
    ];

    public static TrainingDefinition? Of(string? name) => All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));

    private static TrainingDefinition Counted(string name, string title, string words, string behind, Func<AskedCounts, double?> figure) =>
        new(name, title, words, $"select count(*) from measure_asked a where {behind}", behind, figure);
}
