using FirstContact.Calendars;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <summary>All that is said about a goal, as people name it.</summary>
/// <param name="Team">By name or id, and so are service, category and the calendar of <paramref name="Hours"/>.</param>
/// <param name="Segment">Of the customer's unit.</param>
/// <param name="Since">Today when it is missing.</param>
public sealed record TargetSaid(
    StandardMeasure? Measure, string? Team, string? Segment, Channel? Channel, TicketKind? Kind, string? Service, string? Category, Duration? Within, string? Hours, int? Percent, TargetPeriod? Period, LocalDate? Since, string? Why);

/// <summary>A goal for one of the measures that are the same for all.</summary>
public sealed record SetTarget(TargetSaid Said) : Command<Target>
{
    public override Permission Needs => TargetPermissions.Manage;

    protected override Store<Target> StoreOf(Work work) => work.Targets;

    public override async Task<Result<Target>> Do(Work work)
    {
        var others = await TargetStore.Holding(work.Read);
        return (await Sound(work, Said, null, d => Target.Set(d, Today(work), others))).Is(out var draft, out var no) ? await work.Targets.Create(Target.Set(draft, Today(work), others)) : no;
    }

    internal static LocalDate Today(Work work) => work.By.At.InZone(work.Read.Database.HomeZone).Date;

    /// <summary>What was said, found; with what the verb says besides to whatever was not found.</summary>
    /// <param name="now">What stands there: whoever keeps what is retired meanwhile may.</param>
    internal static async Task<Result<TargetDraft>> Sound(Work work, TargetSaid said, TargetTerms? now, Func<TargetDraft, Decision> verb)
    {
        var read = work.Read;
        var (team, service, category) = (
            await read.FindTeam(said.Team, retired: Is(said.Team, now?.For.Team)), await read.FindService(said.Service, retired: Is(said.Service, now?.For.Service)), await read.FindCategory(said.Category, retired: Is(said.Category, now?.For.Category)));
        var segment = said.Segment.IsBlank ? "" : (await read.Units()).Select(u => u.Segment).FirstOrDefault(s => string.Equals(s, said.Segment!.Trim(), StringComparison.OrdinalIgnoreCase));
        var hours = said.Hours.IsBlank ? null : (await read.Calendars()).FirstOrDefault(c => (!c.Retired || c.Id == now?.Hours?.Id)
            && (string.Equals(c.Name, said.Hours!.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(said.Hours) == c.Key));
        var draft = new TargetDraft(said.Measure, new(team.Value, segment ?? "", said.Channel, said.Kind, service.Value is { } known ? new(known.Id, known.Name) : null, category.Value),
            said.Within, hours?.Named, said.Percent, said.Period ?? TargetPeriod.Month, said.Since ?? now?.Since ?? Today(work), said.Why);
        return Error.Of([team.Error, segment is null ? MeasureErrors.SegmentUnknown : null, service.Error, category.Error, !said.Hours.IsBlank && hours is null ? TargetErrors.HoursUnknown : null, verb(draft).Error]) is { } no ? no : draft;
    }

    private static bool Is<T>(string? said, Named<T>? now) where T : struct, IId => now is { } one && (string.Equals(said?.Trim(), one.Name, StringComparison.OrdinalIgnoreCase) || FindPerson.Number(said) == one.Id.Value);
}
