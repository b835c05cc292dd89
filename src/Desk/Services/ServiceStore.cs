namespace FirstContact.Services;

/// <summary>The only SQL that writes services.</summary>
public sealed class ServiceStore(Work work) : Store<Service>(work)
{
    protected override string Table => "service";
    protected override Error NotFound => ServiceErrors.NotFound;

    protected override Service Blank(long id) => new() { Id = new(id) };

    protected override Task<Service?> Find(long id) => Work.Read.One("""
        select s.id, s.version, s.name, s.description, s.team, t.name, s.owner, p.name, s.active
        from service s left join team t on t.id = s.team left join person p on p.id = s.owner where s.id = @id
        """,
        r => new Service
        {
            Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Name = r.GetString(2), Description = r.GetString(3),
            Team = r.NumberOrNull(4) is { } team ? new(new(team), r.GetString(5)) : null,
            Owner = r.NumberOrNull(6) is { } owner ? new(new(owner), r.GetString(7)) : null,
            Active = r.Flag(8),
        }, ("@id", id));

    protected override (string, object?)[] Row(Service s) =>
        [("name", s.Name), ("description", s.Description), ("team", s.Team?.Id), ("owner", s.Owner?.Id), ("active", s.Active ? 1 : 0)];
}

/// <summary>The only SQL that writes categories.</summary>
public sealed class CategoryStore(Work work) : Store<Category>(work)
{
    protected override string Table => "category";
    protected override Error NotFound => ServiceErrors.CategoryNotFound;

    protected override Category Blank(long id) => new() { Id = new(id) };

    protected override Task<Category?> Find(long id) => Work.Read.One("select id, version, name, active from category where id = @id",
        r => new Category { Id = new(r.GetInt64(0)), Version = r.GetInt32(1), Name = r.GetString(2), Active = r.Flag(3) }, ("@id", id));

    protected override (string, object?)[] Row(Category c) => [("name", c.Name), ("active", c.Active ? 1 : 0)];
}
