using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

/// <param name="Came">Who of those who had booked was there, by e-mail address or id.</param>
public sealed record RecordSaid(Seq<string> Came, string? Seen, string? Surprised, Seq<SkillSaid> Gained);

/// <param name="Person">By e-mail address or id.</param>
public sealed record SkillSaid(string Person, string Skill);

/// <summary>
/// Writes down what was seen, or writes it anew. A skill that was gained is the person's from then on: the desk gives tickets by it. One
/// that is left out later stays with the person, who can take it away himself.
/// </summary>
public sealed record WriteDownDay(SwitchDayId Id, RecordSaid Said) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work)
    {
        if (!(await Keeping.LoadAsPart(work, Id)).Is(out var day, out var no)) return no;
        var came = new List<Named<PersonId>?>();
        foreach (var person in Said.Came) came.Add(await There(work, day, person));
        var gained = new List<(Named<PersonId>? Person, string Skill)>();
        foreach (var one in Said.Gained.Where(g => !g.Skill.IsBlank)) gained.Add((await There(work, day, one.Person), one.Skill));

        var record = new DayRecord([.. came.OfType<Named<PersonId>>()], Said.Seen ?? "", Said.Surprised, [.. gained.Where(g => g.Person is not null).Select(g => new Gained(g.Person!.Value, g.Skill))]);
        var decision = day.Write(record, work.Today);
        if (decision.Error is { Kind: ErrorKind.Conflict } never) return never;
        var fresh = record.Gained.Where(g => day.Record?.Gained.Any(k => k.Person.Id == g.Person.Id && string.Equals(k.Skill, g.Skill.Trim(), StringComparison.OrdinalIgnoreCase)) != true).ToList();
        if (Error.Of(((IEnumerable<Error?>)
        [
            .. decision.Error?.All ?? [],
            came.Contains(null) ? SwitchingErrors.CameInvalid : null,
            gained.Exists(g => g.Person is null) ? SwitchingErrors.SkillOfOther : null,
            fresh.Exists(g => g.Person.Id != work.By.Person) && !work.Caller.Keeps(day, await work.Read.Teams()) ? SwitchingErrors.SkillNotYours : null,
        ]).Distinct()) is { } wrong) return wrong;

        var written = await work.SwitchDays.Change(Id.Value, _ => decision);
        if (written.Error is not null) return written;
        foreach (var one in fresh.GroupBy(g => g.Person.Id))
            if ((await work.Availabilities.Teach(one.Key, one.Select(g => g.Skill))).Error is not null) return SwitchingErrors.SkillsFull;
        return written;
    }

    private static async Task<Named<PersonId>?> There(Work work, SwitchDay day, string person) =>
        await FindPerson.ByAny(work.Read, person) is { } one ? day.Guests.Select(g => (Named<PersonId>?)g.Person).Append(day.Details.Host).FirstOrDefault(p => p!.Value.Id == one.Id) : null;
}
