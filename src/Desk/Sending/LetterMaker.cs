using System.Security.Cryptography;
using System.Text.RegularExpressions;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Sending;

/// <summary>A letter ready to go, or why none goes.</summary>
/// <param name="Pass">What makes its link good, by which it is answered without signing in.</param>
internal sealed record Made(Letter? Letter, MailAddress? To, string? Why, bool IsInternal = false, Write? Pass = null);

/// <summary>Makes letters of what happened: who gets it, what it says, what goes with it.</summary>
public sealed partial class LetterMaker(Database database, JournalReader journal, SendingSettings settings, IEnumerable<MarkdownHtml> markdown)
{
    /// <summary>What goes with a letter; what is more is reached by its links.</summary>
    private const long MostBytes = 10L * 1024 * 1024;

    internal async Task<Made> Make(DueLetter due, Instant now)
    {
        await using var read = await database.Read();
        var person = await read.One("select p.name, p.email, p.active, coalesce(p.language, u.language) from person p left join unit u on u.id = p.unit where p.id = @id",
            r => (Name: r.GetString(0), Email: r.GetString(1), Active: r.Flag(2), Language: r.TextOrNull(3)), ("@id", due.Person));
        var to = new MailAddress(person.Name, await LetterAddress.Of(read, due, person.Email ?? ""));
        if (!person.Active) return new(null, to, "This person does not use the desk any more.");
        if (!to.IsWhole || to.Domain.EndsWith(".invalid", StringComparison.Ordinal)) return new(null, to, "There is no address that mail could go to.");
        if (await read.One("select why from stopped_address where address = @address and stopped = 1", r => r.GetString(0), ("@address", to.Address.ToLowerInvariant())) is { } stopped)
            return new(null, to, $"Mail to this address is stopped: {stopped}");

        if ((await read.MailRules()).Blocks(to)) return new(null, to, "This sender is blocked, and hears nothing either.");

        var (mark, organisation) = (await read.MailMark(), (await read.DeskRules()).Values.Organisation);
        var values = new Dictionary<string, string> { ["name"] = person.Name, ["organisation"] = organisation, ["link"] = settings.Address };
        if (due.Bundle is { } bundle)
        {
            var (gathered, more) = await Gathered.Of(read, bundle, due.Person, settings.Address);
            if (gathered.Count == 0) return new(null, to, "There is nothing left that it could tell.");
            values["message"] = Gathered.Text(gathered, more, $"{settings.Address}/news");
            values["link"] = $"{settings.Address}/news";
            return new(Shown(Of(due, to, (await read.LetterRules()).For(due.Kind, null, person.Language), values, mark, now, organisation, null, Gathered.Markdown(gathered, more, values["link"]))), to, null);
        }
        if (due.Kind == LetterKind.Proof)
        {
            if (await AddressClaims.Code(read, due.Person, to.Address, now) is not { } code) return new(null, to, "The address has been confirmed, or it is too late for it.");
            values["link"] = $"{settings.Address}/me/addresses/{code}";
        }
        if (due is { Kind: LetterKind.Agreement, Entry: not null })
            return await AgreementLetter.Fill(read, journal, due, settings.Address, values) is { } not ? new(null, to, not)
                : new(Shown(Of(due, to, (await read.LetterRules()).For(due.Kind, null, person.Language), values, mark, now, organisation, null)), to, null);
        if (due.Ticket is not { } key || due.Entry is not { } position)
            return new(Of(due, to, (await read.LetterRules()).For(due.Kind, null, person.Language), values, mark, now, organisation, null), to, null);

        if (await journal.At(read, position) is not { } entry) return new(null, to, "What it tells of is gone.");
        var about = await About.Of(read, key);
        if (about is null) return new(null, to, "Its ticket is gone.");
        var byHand = entry.Event is MessagePosted && entry.Actor != PersonId.Desk;
        if (!byHand && (Machine.Has(to) || (about.Channel == Channel.Mail && due.Person == about.CustomerId && !await read.WasOpenedByPerson(key, mark)))) return new(null, to, "It goes to a machine, and machines are not answered by themselves.");
        var actor = await read.One("select name from person where id = @id", r => r.GetString(0), ("@id", entry.Actor)) ?? "";
        var (said, files) = Said(due.Kind == LetterKind.Confirm ? await Words(read, entry) : entry.Event);
        // What the customer himself wrote is no secret from him: whoever answers that letter answers the customer.
        var isInternal = due.Kind is LetterKind.Given or LetterKind.Called or LetterKind.Noted or LetterKind.Woke or LetterKind.Nears or LetterKind.Missed;
        values["number"] = about.Number;
        values["title"] = about.Title;
        values["customer"] = about.Customer;
        values["team"] = about.Team;
        values["agent"] = entry.Actor == PersonId.Desk ? organisation : actor;
        values["message"] = said;
        values["link"] = $"{settings.Address}/t/{about.Number}";
        var form = (await read.LetterRules()).For(due.Kind, about.TeamId, person.Language);
        var ask = form.Uses("answer") || due.Kind == LetterKind.Stated ? await LetterAsk.Of(read, due, entry, settings.Address, now) : null;
        if (due.Kind == LetterKind.Stated && ask is null) return new(null, to, "It is not asked any more.");
        values["answer"] = ask?.Words ?? "";

        var enclosed = due.Kind is LetterKind.Said or LetterKind.Confirm ? await Enclosed(read, files) : [];
        var letter = Of(due, to, form, values, mark, entry.At, byHand ? $"{actor} ({organisation})" : organisation, key, answer: isInternal ? "An answer to this mail stays among colleagues." : due.Kind == LetterKind.Answered ? $"An answer to this mail goes to {about.Customer}." : null) with
        {
            ReplyTo = new(organisation, ReplyAddress.Of(settings.From.Address, key, mark, isInternal)),
            References = await References(read, key, about.Root(mark, settings.From.Domain)),
            Auto = byHand ? AutoSubmitted.No : due.Kind == LetterKind.Received ? AutoSubmitted.Replied : AutoSubmitted.Generated,
            Files = enclosed,
        };
        return new(Shown(letter with { Subject = SubjectTag.On(letter.Subject, about.Number) }), to, null, isInternal, form.Uses("answer") ? ask?.Pass : null);
    }

    private Letter Of(DueLetter due, MailAddress to, LetterForm form, Dictionary<string, string> values, MailMark mark, Instant date, string from, TicketId? ticket, string? marked = null, string? answer = null)
    {
        var id = due.MessageId ?? OwnMessageId.Of(ticket, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), settings.From.Domain, mark);
        var above = ticket is null ? "" : $"{LetterForms.Above}\n\n";
        var foot = due.Why is { } why ? new LetterFoot(why, $"{settings.Address}/me/notices", answer) : null;
        var text = above + form.TextFor(values) + foot?.Text;
        return new Letter(new(from, settings.From.Address), [to], form.SubjectFor(values), date, id, text)
        {
            Loop = mark.Desk, Auto = AutoSubmitted.Generated,
            Unsubscribe = due.MayStop ? $"{settings.Address}/unsubscribe/{new Unsubscribing(due.Person, due.Kind, ticket).Token(mark)}" : null,
            Html = markdown.FirstOrDefault() is { } html ? Page(above, form.HtmlFor(marked is null ? values : new Dictionary<string, string>(values) { ["message"] = marked }, html.Of) + foot?.Html) : null,
        };
    }

    /// <summary>A reply that asks to check says more than what was written down as the solution.</summary>
    private async Task<Event> Words(Reader read, Entry resolved)
    {
        var said = await read.One("""
            select j.position from journal j where j.subject = 'ticket' and j.key = @key and j.at = @at and j.actor = @actor and j.event = 'ticket.message-posted' and j.position < @before
            order by j.position desc limit 1
            """, r => (long?)r.GetInt64(0), ("@key", resolved.Key), ("@at", resolved.At), ("@actor", resolved.Actor), ("@before", resolved.Position.Number));
        return said is { } position && (await journal.At(read, position))?.Event is MessagePosted { Visibility: Visibility.Public } reply ? reply : resolved.Event;
    }

    private static (string Words, Seq<FileRef> Files) Said(Event happened) => happened switch
    {
        MessagePosted said => (said.Body, said.Files),
        TicketResolved resolved => (resolved.NextTime is null ? resolved.Solution : $"{resolved.Solution}\n\n{resolved.NextTime}", []),
        TicketClosed closed => (closed.Reason ?? "", []),
        PromiseNeared near => ($"{near.What}: {near.Share} % of the time are used up", []),
        PromiseMissed missed => (missed.What, []),
        ColleagueAskedIn asked => (asked.Question, []),
        TicketReopened reopened => ($"reopened. {reopened.Reason}", []),
        TicketCancelled cancelled => ($"cancelled. {cancelled.Reason}", []),
        ProblemStated stated => (stated.Statement, []),
        _ => ("", []),
    };

    /// <summary>What came before in the thread: its root, by which all letters about a ticket belong together, and what was written last.</summary>
    private static async Task<Seq<string>> References(Reader read, TicketId ticket, string root)
    {
        var last = await read.List("select message_id from mail_message where ticket = @ticket and outgoing = 0 order by at desc limit 5", r => r.GetString(0), ("@ticket", ticket));
        return [root, .. last.AsEnumerable().Reverse()];
    }

    private static async Task<Seq<Enclosure>> Enclosed(Reader read, Seq<FileRef> files)
    {
        var enclosed = new List<Enclosure>();
        var size = 0L;
        foreach (var file in files)
        {
            if (size + file.Size > MostBytes) continue;
            size += file.Size;
            var bytes = await read.One("select b.bytes from attachment a join blob b on b.hash = a.hash where a.id = @id", r => r.GetFieldValue<byte[]>(0), ("@id", file.Id));
            if (bytes is not null) enclosed.Add(new(file.Name, file.Type, bytes, file.Type.StartsWith("image/", StringComparison.Ordinal) ? $"f{file.Id}" : null));
        }
        return [.. enclosed];
    }

    /// <summary>Pictures are shown where the text speaks of them, and only attached where it does not; other links lead to the desk.</summary>
    private Letter Shown(Letter letter)
    {
        if (letter.Html is not { } html) return letter with { Files = [.. letter.Files.Select(f => f with { ContentId = null })] };
        var host = settings.From.Domain;
        var files = new List<Enclosure>();
        foreach (var file in letter.Files)
        {
            var shown = file.ContentId is { } id && html.Contains($"src=\"/files/{id[1..]}\"", StringComparison.Ordinal);
            if (shown) html = html.Replace($"src=\"/files/{file.ContentId![1..]}\"", $"src=\"cid:{file.ContentId}@{host}\"", StringComparison.Ordinal);
            files.Add(file with { ContentId = shown ? $"{file.ContentId}@{host}" : null });
        }
        return letter with { Html = OwnLink().Replace(html, m => $"{m.Groups[1].Value}{settings.Address}/"), Files = [.. files] };
    }

    private static string Page(string above, string body) =>
        $"<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body style=\"font:15px/1.5 sans-serif;color:#1d2433\">\n{(above.Length > 0 ? $"<p style=\"color:#6b7280\">{LetterForms.Above}</p>\n" : "")}{body}\n</body></html>\n";

    [GeneratedRegex("""((?:href|src)=")/(?!/)""")]
    private static partial Regex OwnLink();

    /// <summary>What a letter says of its ticket.</summary>
    private sealed record About(TicketId Id, string Number, string Title, string Customer, PersonId CustomerId, TeamId TeamId, string Team, Channel Channel)
    {
        public static Task<About?> Of(Reader read, TicketId ticket) => read.One("""
            select t.kind, t.title, p.name, t.customer, t.team, m.name, t.channel from ticket t join person p on p.id = t.customer join team m on m.id = t.team where t.id = @id
            """, r => (About?)new About(ticket, TicketNumber.Of(r.Word<TicketKind>(0), ticket), r.GetString(1), r.GetString(2), new(r.GetInt64(3)), new(r.GetInt64(4)), r.GetString(5), r.Word<Channel>(6)), ("@id", ticket));

        public string Root(MailMark mark, string host) => OwnMessageId.Of(Id, "ticket", host, mark);
    }
}
