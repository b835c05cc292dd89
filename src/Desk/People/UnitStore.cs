namespace FirstContact.People;

/// <summary>The only SQL that writes business units.</summary>
public sealed class UnitStore(Work work) : Store<Unit>(work)
{
    protected override string Table => "unit";
    protected override Error NotFound => PeopleErrors.UnitNotFound;

    protected override Unit Blank(long id) => new() { Id = new(id) };

    protected override Task<Unit?> Find(long id) => Work.Read.One("select id, version, name, segment, active, language, zone from unit where id = @id",
        r => new Unit { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Name = r.GetString(2), Segment = r.GetString(3), Active = r.Flag(4), Language = r.TextOrNull(5), Zone = r.TextOrNull(6) }, ("@id", id));

    protected override (string, object?)[] Row(Unit u) => [("name", u.Name), ("segment", u.Segment), ("active", u.Active ? 1 : 0), ("language", u.Language), ("zone", u.Zone)];
}
