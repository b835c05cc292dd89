namespace FirstContact.Journal;

/// <summary>How the desk is doing inside: who is behind the journal, and who has stopped at an entry.</summary>
public sealed record ShowHealth : IQuery<DeskHealth>
{
    public Permission Needs => new("health.see");

    public async Task<Result<DeskHealth>> Ask(Question question)
    {
        var last = await question.Read.One("select coalesce(max(position), 0) from journal", r => r.GetInt64(0));
        var subscribers = await question.Read.List($"""
            select s.name, s.poison, (select count(*) from (select 1 from journal j where {JournalOrder.BehindSubscriber(question.Read.Database)} limit 100000) b)
            from subscriber s order by s.name
            """, r => (Name: r.GetString(0), Poison: r.TextOrNull(1), Behind: r.GetInt64(2)));
        return new DeskHealth(last, [.. subscribers.Select(s => (s.Name, s.Behind))], [.. subscribers.Where(s => s.Poison is not null).Select(s => s.Name)],
            [.. subscribers.Where(s => s.Poison is not null).Select(s => $"{s.Name}: {s.Poison}")]);
    }
}

/// <param name="Poison">For administrators: where each stopped subscriber stands and why.</param>
public sealed record DeskHealth(long Entries, IReadOnlyList<(string Name, long Behind)> Behind, IReadOnlyList<string> Stopped, IReadOnlyList<string> Poison);
