using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>What is said of a day, as people name it.</summary>
/// <param name="Team">By name or id.</param>
/// <param name="Host">By e-mail address or id; blank for oneself.</param>
/// <param name="Places">Null for one.</param>
public sealed record DaySaid(LocalDate? Date, DayPart Part, string? Team, string? Host, int? Places, string? See, string? Place);

/// <summary>Offers a day of one's own team, or of one that one leads.</summary>
public sealed record OfferDay(DaySaid Said) : Command<SwitchDay>
{
    public override Permission Needs => SwitchingPermissions.TakePart;

    protected override Store<SwitchDay> StoreOf(Work work) => work.SwitchDays;

    public override async Task<Result<SwitchDay>> Do(Work work) => await work.SwitchDays.Create(await Sound(work, Said, default, (d, host) => SwitchDay.Offer(d, work.Today, host)));

    /// <summary>What the verb makes of it; or all that is wrong with it, by itself and in this desk, said together.</summary>
    internal static async Task<Decision> Sound(Work work, DaySaid said, SwitchDayId self, Func<DayDetails, Standing, Decision> verb)
    {
        var team = (await work.Read.Teams()).Named(said.Team);
        var host = said.Host.IsBlank ? new(work.By.Person, work.Caller.Name) : await FindPerson.Active(work.Read, said.Host!);
        var isHost = host is { } one && team?.Members.Contains(one.Id) == true;
        var details = new DayDetails(said.Date ?? default, said.Part, team?.Named ?? default, host ?? default, said.Places ?? 1, said.See ?? "", said.Place);
        var decision = verb(details, isHost ? await work.Read.Standing(host!.Value.Id, details, self) : default);
        return Error.Of(
        [
            .. decision.Error?.All ?? [],
            team is null ? SwitchingErrors.TeamUnknown : !team.Members.Contains(work.By.Person) && !work.Caller.Leads(team) ? SwitchingErrors.TeamNotYours : isHost ? null : SwitchingErrors.HostUnknown,
        ]) is { } no ? no : decision;
    }
}
