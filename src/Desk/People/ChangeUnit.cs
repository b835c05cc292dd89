namespace FirstContact.People;

/// <summary>Details and activity at once, all of it or nothing; what is null stays as it is.</summary>
public sealed record ChangeUnit(UnitId Id) : Command<Unit>
{
    public string? Name { get; init; }
    public string? Segment { get; init; }

    /// <summary>By its code; empty for none.</summary>
    public string? Language { get; init; }

    /// <summary>By its name; empty for none.</summary>
    public string? Zone { get; init; }

    public bool? Active { get; init; }

    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Unit> StoreOf(Work work) => work.Units;

    public override async Task<Result<Unit>> Do(Work work)
    {
        if (Name is not null && await AddUnit.Taken(work.Read, Name, Id)) return PeopleErrors.UnitNameTaken;
        return await work.Units.Change(Id.Value, unit => Decision.All(unit, work.By,
            u => (Name ?? Segment ?? Language ?? Zone) is null ? Decision.Nothing : u.Change(new(Name ?? u.Name, Segment ?? u.Segment) { Language = Language ?? u.Language, Zone = Zone ?? u.Zone }),
            u => Active switch { null => Decision.Nothing, true => u.Restore(), false => u.Retire() }));
    }
}
