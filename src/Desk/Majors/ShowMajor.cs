using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Majors;

/// <summary>One with the tickets that wait for it and everything that happened.</summary>
public sealed record ShowMajor(MajorId Id) : IQuery<MajorView>
{
    private const int MostParts = 200;

    public Permission Needs => MajorPermissions.See;

    public async Task<Result<MajorView>> Ask(Question question)
    {
        var read = question.Read;
        if (await MajorStore.One(read, Id) is not { } major) return MajorErrors.NotFound;
        var count = await read.One("select count(*) from major_ticket where major = @major", r => r.GetInt32(0), ("@major", Id));
        var parts = await read.List($"""
            select t.id, t.kind, t.title, t.status, c.name, p.told from major_ticket p join ticket t on t.id = p.ticket join person c on c.id = t.customer
            where p.major = @major and {TicketStore.Visible(question.Caller)} order by t.id desc limit {MostParts}
            """, r => new MajorPart(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Word<TicketStatus>(3), r.GetString(4), r.GetInt32(5)), ("@major", Id), ("@me", question.Caller.Person));
        var history = await new JournalReader(question.Catalogue).Of(read, MajorIncident.Subject, Id.Value);
        var names = await FindPerson.Names(read, history.Select(h => h.Actor));
        return new MajorView(major, count, parts, question.Caller.May(MajorPermissions.Run), [.. history.Select(h => new MajorEntry(h.At, names.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event), h.Event)).Reverse()]);
    }
}

/// <param name="Count">How many tickets wait for it, or did.</param>
/// <param name="Parts">The newest of them.</param>
/// <param name="History">The newest first.</param>
public sealed record MajorView(MajorIncident Major, int Count, IReadOnlyList<MajorPart> Parts, bool Runs, IReadOnlyList<MajorEntry> History);

/// <param name="Told">Up to which news it was said there.</param>
public sealed record MajorPart(TicketId Id, string Number, string Title, TicketStatus Status, string Customer, int Told);

public sealed record MajorEntry(Instant At, string By, string Sentence, Event Event);
