using FirstContact.People;

namespace FirstContact.Measures;

/// <summary>What each department asks about: for those who plan training. Names no person.</summary>
/// <param name="Months">The last 3, 6 or 12.</param>
/// <param name="Zone">Where the days begin.</param>
public sealed record ShowTraining(int Months = 12, AskedOrder Sort = AskedOrder.Asked, string Zone = "UTC") : IQuery<TrainingNeeds>
{
    /// <summary>A need is one when it was asked so often, and again by somebody.</summary>
    private const int FewestTickets = 3;

    public Permission Needs => MeasurePermissions.SeeTraining;

    public async Task<Result<TrainingNeeds>> Ask(Question question)
    {
        var read = question.Read;
        if (!TrainingPeriod.Of(Months, Zone, question.Now).Is(out var period, out var no)) return no;
        var count = await period.Count(read);
        var (named, units) = (await TrainingPeriod.Names(read), (await read.Units()).ToDictionary(u => u.Id.Value));
        var people = (await read.List("select p.unit, count(*) from person p where p.active = 1 and p.unit is not null group by p.unit", r => (r.GetInt64(0), r.GetInt32(1)))).ToDictionary(p => p.Item1, p => p.Item2);
        var pairs = count.Pairs.ToLookup(p => p.Of.Unit, p => new AskedSubject(p.Of.About, named(p.Of.About), p.Counts));

        var departments = (from unit in count.Units
                           where unit.Counts.Tickets > 0
                           select new Department(
                               new(unit.Of), NameOf(unit.Of), units.GetValueOrDefault(unit.Of)?.Segment ?? "", people.TryGetValue(unit.Of, out var known) ? known : null, unit.Counts, [.. pairs[unit.Of].Where(a => a.Counts.Tickets > 0)])).ToList();
        var needs = from department in departments
                    from subject in department.Abouts
                    where subject.About != AskedAbout.Nothing && subject.Counts.Tickets >= FewestTickets && subject.Counts.Again > 0
                    orderby subject.Counts.Again descending, subject.Counts.Tickets descending, department.Name, subject.Name
                    select new TrainingNeed(department.Id, department.Name, subject);
        return new TrainingNeeds(Months, period.First, count.Total, [.. departments.In(Sort, d => d.Counts, d => d.Name)], [.. needs], await ShowTeamwork.CountedUntil(read));

        string NameOf(long id) => id == 0 ? "" : units.GetValueOrDefault(id)?.Name ?? $"#{id}";
    }
}
