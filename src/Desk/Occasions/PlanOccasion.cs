using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Occasions;

/// <summary>All that is said about an event, as people name it.</summary>
/// <param name="Ends">Null for an hour after it begins.</param>
/// <param name="Watcher">By e-mail address, or 'me'.</param>
/// <param name="Team">By name or id.</param>
/// <param name="Tester">By e-mail address; blank for whoever watches.</param>
public sealed record OccasionSaid(
    string? Title, string? Place, Instant? Starts, Instant? Ends, string? Contact, string? Watcher, string? Team, Instant? TestAt, string? Tester, int? WarnHours, string? Notes);

public sealed record PlanOccasion(OccasionSaid Said) : Command<Occasion>
{
    public override Permission Needs => OccasionPermissions.Plan;

    protected override Store<Occasion> StoreOf(Work work) => work.Occasions;

    public override async Task<Result<Occasion>> Do(Work work) =>
        (await Sound(work, Said, null, d => Occasion.Plan(work.By, d))).Is(out var details, out var no) ? await work.Occasions.Create(Occasion.Plan(work.By, details)) : no;

    internal static async Task<Result<OccasionDetails>> Sound(Work work, OccasionSaid said, OccasionDetails? now, Func<OccasionDetails, Decision> verb)
    {
        var (watcher, tester) = (await Colleagues.FindOr(work, now?.Watcher, said.Watcher), await Colleagues.FindOr(work, now?.Tester, said.Tester));
        var team = said.Team.IsBlank ? null : (await work.Read.Teams()).Named(said.Team);
        var starts = said.Starts ?? default;
        var details = new OccasionDetails(
            said.Title ?? "", said.Place ?? "", starts, said.Ends ?? (said.Starts is null ? default : starts + Duration.FromHours(1)), said.Contact ?? "",
            watcher.Value?.Person, team?.Named, said.TestAt, tester.Value?.Person, said.WarnHours ?? OccasionDetails.Blank.WarnHours, said.Notes ?? "");
        var unknown = watcher.Error is not null;
        return Error.Of(
        [
            // Whoever was named and is not known was named all the same.
            .. (verb(details).Error?.All ?? []).Where(e => e.Code != OccasionErrors.WatcherMissing.Code || (!unknown && (said.Team.IsBlank || team is not null))),
            unknown ? OccasionErrors.WatcherUnknown : null, tester.Error is null ? null : OccasionErrors.TesterUnknown,
            !said.Team.IsBlank && team is null ? OccasionErrors.TeamUnknown : null,
        ]) is { } no ? no : details;
    }
}
