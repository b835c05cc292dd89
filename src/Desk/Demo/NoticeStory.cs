using FirstContact.Notices;
using FirstContact.Sending;

namespace FirstContact.Demo;

/// <summary>How some want to be told: a manager who has it gathered, an engineer who wants no mail at night, and one who lets a noisy ticket be; and the news of the last two days.</summary>
internal static class NoticeStory
{
    private static readonly Duration Recent = Duration.FromDays(2);

    public static void Tell(Script script) => script.Add(script.Now - Duration.FromDays(100), async stage =>
    {
        await stage.Do("ruth", "page", new ChangeNoticeChoices(
            [new(LetterKind.Answered, NoticeChannel.Mail, Timing.Digest), new(LetterKind.Said, NoticeChannel.Mail, Timing.Digest)], null, new(Rhythm.Daily, IsoDayOfWeek.Monday, new(7, 30), "Europe/London"), null));
        await stage.Do("ines", "page", new ChangeNoticeChoices([], "Plants, three shifts", null, null));
        await stage.Do("ruth", "page", new ChangeNoticeDefaults(NoticeDefaults.Usual.Values with { Locked = [new(LetterKind.Confirm, NoticeChannel.Mail)], Digest = DigestPlan.Usual with { Zone = "Europe/London" } }));
    });

    /// <summary>What the stories of the last days tell people, in the app alone: nobody gets mail of them.</summary>
    public static async Task Deliver(Database database, Instant now)
    {
        IEnumerable<Write> writes;
        await using (var read = await database.Read())
        {
            var journal = new JournalReader(DeskModule.Catalogue);
            var agreements = await read.List("select distinct key from journal where subject = 'agreement' and at > @since", r => r.GetInt64(0), ("@since", now - Recent));
            var tickets = await read.List("select distinct key from journal where subject = 'ticket' and at > @since", r => r.GetInt64(0), ("@since", now - Recent));
            var entries = (await journal.OfMany(read, Tickets.Ticket.Subject, tickets)).Concat(await journal.OfMany(read, Agreements.Agreement.Subject, agreements)).Where(e => e.At > now - Recent).OrderBy(e => e.Position.Number).ToList();
            writes = await new TellPeople().Rows(read, entries);
        }
        await database.Commit([.. writes.OfType<Statement>().Where(s => s.Rings.Count > 0), new Statement("update notice set due_at = null")]);
    }
}
