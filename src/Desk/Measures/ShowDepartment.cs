using FirstContact.People;

namespace FirstContact.Measures;

/// <summary>What one department asks about, and which of its people: the only place that names them.</summary>
/// <param name="Unit">Nought for those who belong to none.</param>
/// <param name="Months">The last 3, 6 or 12.</param>
public sealed record ShowDepartment(UnitId Unit, int Months = 12, AskedOrder Sort = AskedOrder.Asked, string Zone = "UTC") : IQuery<DepartmentHistory>
{
    public Permission Needs => MeasurePermissions.SeeAskers;

    public async Task<Result<DepartmentHistory>> Ask(Question question)
    {
        var read = question.Read;
        if (!TrainingPeriod.Of(Months, Zone, question.Now).Is(out var period, out var no)) return no;
        var unit = (await read.Units()).FirstOrDefault(u => u.Id == Unit);
        if (unit is null && Unit.Value != 0) return MeasureErrors.DepartmentUnknown;
        var (count, named) = (await period.Count(read, Unit.Value), await TrainingPeriod.Names(read));
        var people = unit is null ? null : await read.One("select count(*) from person where active = 1 and unit = @unit", r => (int?)r.GetInt32(0), ("@unit", Unit));
        var department = new Department(Unit, unit?.Name ?? "", unit?.Segment ?? "", people, count.Total,
            [.. count.Abouts.Where(a => a.Counts.Tickets > 0).Select(a => new AskedSubject(a.Of, named(a.Of), a.Counts))]);
        return new DepartmentHistory(Months, period.First, department, count.Total.Askers < DepartmentHistory.FewestAskers ? null : await Askers(read, count, named), await ShowTeamwork.CountedUntil(read));
    }

    private async Task<IReadOnlyList<Asker>> Askers(Reader read, AskedCount count, Func<AskedAbout, string> named)
    {
        var askers = count.Customers.Where(c => c.Counts.Tickets > 0).ToList();
        var names = await FindPerson.Names(read, askers.Select(a => new PersonId(a.Of)));
        var abouts = count.CustomersAbouts.ToLookup(a => a.Of.Customer);
        return [.. (from asker in askers
                    let most = abouts[asker.Of].First()
                    select new Asker(new(asker.Of), names.GetValueOrDefault(new(asker.Of), $"#{asker.Of}"), asker.Counts, new(most.Of.About, named(most.Of.About), most.Counts))).In(Sort, a => a.Counts, a => a.Name)];
    }
}
