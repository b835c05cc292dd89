using System.Globalization;
using FirstContact.People;

namespace FirstContact.Measures;

/// <summary>The same for spreadsheets: a line for each department and one for each subject of it; and a line for each person of one.</summary>
internal static class TrainingTable
{
    private static readonly string[] Figures = ["asked", "asked_before", "askers", "asked_again", "reproduction_tried", "reproduced_at_first_try", "statement_agreed", "solved_themselves"];

    public static async Task<Result<Csv>> Of(Desk desk, Caller caller, TrainingAsked asked, DateTimeZone zone)
    {
        if (!asked.Order.Is(out var order, out var unclear)) return unclear;
        return (await desk.Ask(new ShowTraining(asked.Number, order, zone.Id), caller)).Is(out var needs, out var no)
            ? new Csv("training", ["department", "segment", "people", "about", .. Figures], Sent(
                from department in needs.Departments
                from line in department.Abouts.Select(a => (About: a.Name.Length > 0 ? a.Name : "-", a.Counts)).Prepend(("", department.Counts))
                select (string?[])[department.Name, department.Segment, Said(department.People), line.Item1, .. Said(line.Item2)]))
            : no;
    }

    public static async Task<Result<Csv>> Of(Desk desk, Caller caller, UnitId unit, TrainingAsked asked, DateTimeZone zone)
    {
        if (!asked.Order.Is(out var order, out var unclear)) return unclear;
        if (!(await desk.Ask(new ShowDepartment(unit, asked.Number, order, zone.Id), caller)).Is(out var history, out var no)) return no;
        if (history.Askers is not { } askers) return MeasureErrors.TooFewAsked;
        return new Csv("department", ["department", "person", "most_about", .. Figures], Sent(askers.Select(a => (string?[])[history.Department.Name, a.Name, a.Most.Name, .. Said(a.Counts)])));
    }

    private static IEnumerable<string?> Said(AskedCounts c) => new int?[] { c.Tickets, c.Before, c.Askers, c.Again, c.Tried, c.Reproduced, c.Agreed, c.Solved }.Select(Said);

    private static string? Said(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Sent(IEnumerable<string?[]> lines)
    {
        await Task.CompletedTask;
        foreach (var line in lines) yield return line;
    }
}
