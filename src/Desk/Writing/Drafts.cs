using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>What somebody is writing, as one row a person and ticket. No events: what was typed and deleted again is nobody's business.</summary>
internal static class Drafts
{
    /// <summary>Rings when a draft comes or goes, not with each word.</summary>
    public const string Topic = "draft";

    public static async Task<Draft?> Find(Reader read, TicketId ticket, PersonId person) => await read.One(
        "select mode, fields from draft where ticket = @ticket and person = @person", r => new Draft(r.GetString(0), DeskJson.Read<Seq<DraftField>>(r.GetString(1))), ("@ticket", ticket), ("@person", person));

    public static async Task Keep(Work work, TicketId ticket, PersonId person, Draft draft)
    {
        var before = await Find(work.Read, ticket, person);
        if (draft.IsEmpty)
        {
            if (before is not null) Forget(work, ticket, person);
            return;
        }
        if (draft == before) return;
        if (before is null) work.Ring(Topic);
        work.Write(new Statement("""
            insert into draft (ticket, person, at, mode, fields) values (@ticket, @person, @at, @mode, @fields)
            on conflict (ticket, person) do update set at = excluded.at, mode = excluded.mode, fields = excluded.fields
            """, ("@ticket", ticket), ("@person", person), ("@at", work.By.At), ("@mode", draft.Mode), ("@fields", DeskJson.Write(draft.Fields))));
    }

    public static void Forget(Work work, TicketId ticket, PersonId person)
    {
        work.Write(new Statement("delete from draft where ticket = @ticket and person = @person", ("@ticket", ticket), ("@person", person)));
        work.Ring(Topic);
    }
}

/// <summary>A draft of one's own, for the list of open work.</summary>
public sealed record OpenDraft(TicketId Ticket, string Number, string Title, Instant At)
{
    private const int Most = 8;

    internal static async Task<IReadOnlyList<OpenDraft>> Of(Reader read, PersonId person) => await read.List(
        $"select t.id, t.kind, t.title, d.at from draft d join ticket t on t.id = d.ticket where d.person = @person order by d.at desc limit {Most}",
        r => new OpenDraft(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Instant(3)), ("@person", person));
}
