using FirstContact.People;

namespace FirstContact.Assignment;

/// <summary>Of oneself, or of somebody in a team that one leads. All at once or nothing; what is null stays as it is.</summary>
public sealed record ChangeAvailability(PersonId Id) : Command<Availability>
{
    /// <summary>Without days: none any more.</summary>
    public WorkHours? Hours { get; init; }

    public bool? Taking { get; init; }
    public Seq<string>? Skills { get; init; }

    public override Permission Needs => PeoplePermissions.See;

    protected override Store<Availability> StoreOf(Work work) => work.Availabilities;

    public override async Task<Result<Availability>> Do(Work work)
    {
        if (!work.Caller.MayPlan(Id, await work.Read.Teams())) return Errors.Forbidden;
        if (await FindPerson.ById(work.Read, Id) is null) return PeopleErrors.NotFound;
        return await work.Availabilities.Change(Id, time => Decision.All(time, work.By,
            t => Hours is null ? Decision.Nothing : t.Work(Hours),
            t => Taking is { } taking ? t.Take(taking) : Decision.Nothing,
            t => Skills is null ? Decision.Nothing : t.Learn(Skills)));
    }
}
