using FirstContact.People;

namespace FirstContact.Services;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class ServiceModule
{
    extension(Work work)
    {
        public ServiceStore Services => new(work);

        public CategoryStore Categories => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All services, the retired ones too, by name. Kept in memory.</summary>
        public ValueTask<IReadOnlyList<ServiceRow>> Services() => read.Kept(Service.Subject, ServiceRow.All);

        public ValueTask<IReadOnlyList<CategoryRow>> Categories() => read.Kept(Category.Subject, CategoryRow.All);
    }
}

public sealed record ServiceRow(ServiceId Id, int Version, string Name, string Description, TeamId? Team, string? TeamName, PersonId? Owner, string? OwnerName, string? OwnerEmail, bool Active)
{
    internal static async Task<IReadOnlyList<ServiceRow>> All(Reader read) => await read.List("""
        select s.id, s.version, s.name, s.description, s.team, t.name, s.owner, p.name, p.email, s.active
        from service s left join team t on t.id = s.team left join person p on p.id = s.owner order by s.name
        """,
        r => new ServiceRow(
            new(r.GetInt64(0)), r.GetInt32(1), r.GetString(2), r.GetString(3), r.NumberOrNull(4) is { } team ? new(team) : null, r.TextOrNull(5),
            r.NumberOrNull(6) is { } owner ? new(owner) : null, r.TextOrNull(7), r.TextOrNull(8), r.Flag(9)));
}

public sealed record CategoryRow(CategoryId Id, int Version, string Name, bool Active)
{
    internal static async Task<IReadOnlyList<CategoryRow>> All(Reader read) => await read.List(
        "select id, version, name, active from category order by name",
        r => new CategoryRow(new(r.GetInt64(0)), r.GetInt32(1), r.GetString(2), r.Flag(3)));
}
