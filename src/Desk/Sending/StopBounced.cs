namespace FirstContact.Sending;

/// <summary>Stops mail to addresses whose letters came back because there is nobody. One that somebody has cleared is stopped again only by a letter that bounced since.</summary>
internal static class StopBounced
{
    private const int MostAtOnce = 100;
    private static readonly Call Itself = new(Caller.Desk, "letters");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        var bounced = await read.List($"""
            select l.id, l.address, l.answer from letter l left join stopped_address s on s.address = lower(l.address)
            where l.nobody = 1 and l.state = 'Bounced' and l.address is not null and l.id > coalesce(s.letter, 0) order by l.id limit {MostAtOnce}
            """, r => (Id: r.GetInt64(0), Address: r.GetString(1), Why: r.TextOrNull(2) ?? "It came back."));
        foreach (var (id, address, why) in bounced) await desk.Do(new StopAddress(address, why, id), Itself, stop);
    }
}
