namespace FirstContact.People;

public sealed record AddUnit(string Name, string Segment) : Command<Unit>
{
    /// <summary>What its people read letters in, by its code; blank when nobody has said it.</summary>
    public string? Language { get; init; }

    /// <summary>Where its people are; blank when nobody has said it.</summary>
    public string? Zone { get; init; }

    public override Permission Needs => PeoplePermissions.ManageTeams;

    protected override Store<Unit> StoreOf(Work work) => work.Units;

    public override async Task<Result<Unit>> Do(Work work) =>
        await Taken(work.Read, Name, null) ? PeopleErrors.UnitNameTaken : await work.Units.Create(Unit.Add(new(Name, Segment) { Language = Language, Zone = Zone }));

    internal static async Task<bool> Taken(Reader read, string name, UnitId? self) =>
        (await read.Units()).Any(u => u.Id != self && string.Equals(u.Name, name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
