using System.Globalization;
using FirstContact.Mail;
using FirstContact.Sending;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

public enum TimelineShown { All, Customer, Internal, Changes }

/// <summary>What happened, oldest first: words as bubbles, everything else as one line each, runs of such lines folded.</summary>
public sealed class TimelinePart(TicketView view, Caller me, IStringLocalizer words, Times times, IReadOnlyList<LetterLine>? letters = null, IReadOnlyList<TicketMail>? mails = null)
{
    private const int FoldedFrom = 4;

    // Some thousand entries, in ten megabytes.
    private static readonly Drawn<Saying> Lately = new(most: 5_000_000);

    private readonly ILookup<long?, LetterLine> _letters = (letters ?? []).ToLookup(l => l.Entry);

    public IEnumerable<TimelineEntry> Of(TimelineShown shown) => view.Timeline.Where(e => shown switch
    {
        TimelineShown.Customer => IsTalk(e) && e.Event is not MessagePosted { Visibility: Visibility.Internal },
        TimelineShown.Internal => e.Event is MessagePosted { Visibility: Visibility.Internal },
        TimelineShown.Changes => !IsTalk(e),
        _ => true,
    });

    public Html Render(TimelineShown shown)
    {
        var html = HtmlBuilder.Start();
        html.Add($"<ol class=\"fc-line\">");
        var run = new List<TimelineEntry>();
        foreach (var entry in Of(shown))
        {
            if (!IsTalk(entry)) { run.Add(entry); continue; }
            Flush(html, run);
            Add(html, entry);
            html.Add($"{MailedLine.Of(Mailed(entry), view.Ticket.Number, words)}{LettersPart.Of(_letters[entry.Position], words, times)}");
        }
        Flush(html, run);
        html.Add($"</ol>");
        return html.Done();
    }

    /// <summary>What was said last, without what changed in between.</summary>
    public Html Last(int most)
    {
        var html = HtmlBuilder.Start();
        html.Add($"<ol class=\"fc-line\">");
        foreach (var entry in view.Timeline.Where(IsTalk).TakeLast(most)) Add(html, entry);
        html.Add($"</ol>");
        return html.Done();
    }

    // What was said on a ticket that was merged into this one has its mail there.
    private TicketMail? Mailed(TimelineEntry e) => mails is null || e.On is not null || !MailedPart.Is(e) ? null : mails.FirstOrDefault(m => m.Message == (e.Event is MessagePosted said ? said.No : 0));

    private static bool IsTalk(TimelineEntry e) => Ticket.IsWord(e.Event);

    private void Flush(HtmlBuilder html, List<TimelineEntry> run)
    {
        if (run.Count >= FoldedFrom)
        {
            html.Add($"<li class=\"fc-ev\"><i>{Icon.Of("activity")}</i><div><details><summary>{Changes(run)}</summary><ul>");
            foreach (var e in run) html.Add($"<li>{times.Clock(e.At)} {(e.Rule is null ? e.Actor : Who(e))} {Does(e)}</li>");
            html.Add($"</ul></details></div></li>");
        }
        else foreach (var e in run) html.Add($"<li class=\"fc-ev\" id=\"e{e.Position}\"><i>{Icon.Of("activity")}</i><p><b>{Who(e)}</b> {Does(e)} <span class=\"fc-xs\">· {times.At(e.At)}</span></p></li>");
        run.Clear();
    }

    private Html Changes(List<TimelineEntry> run) => Html.Of(
        $"<b>{words["{0} changes", run.Count].Value}</b> {words["by {0}, {1} to {2}", string.Join(", ", run.Select(e => e.Rule ?? CareWords.First(e.Actor)).Distinct()), times.Clock(run[0].At), times.Clock(run[^1].At)].Value}");

    /// <summary>
    /// What was said stays as it was said: as it was drawn lately, while all that is shown of it is the same. Not so what the ticket
    /// has more to say of by now: whether a statement was agreed to, and what a message became.
    /// </summary>
    private void Add(HtmlBuilder html, TimelineEntry e)
    {
        if (e.Event is not (TicketOpened or MessagePosted) || view.Ticket.Links.Any(l => l.Relation == Relation.SplitInto))
        {
            html.Add($"{Talk(e)}");
            return;
        }
        var look = new Look(times.Zone.Id, CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name, times.Clock(e.At), e.ActorId == me.Person, me.May(TicketPermissions.Work), view.Ticket.Number, view.Ticket.Customer, view.Customer.Name);
        var hash = look.GetHashCode();
        if (Lately[e.Position, hash] is { } drawn && drawn.From.Look == look && drawn.From.Entry == e)
        {
            html.Raw(drawn.Html);
            return;
        }
        var from = html.Here;
        html.Add($"{Talk(e)}");
        Lately.Keep(e.Position, hash, new(e, look), html.Since(from));
    }

    private sealed record Saying(TimelineEntry Entry, Look Look);

    /// <summary>All that an entry shows besides itself.</summary>
    private readonly record struct Look(string Zone, string Culture, string Language, string Clock, bool Mine, bool Works, string Number, PersonId Customer, string CustomerName);

    private Html Talk(TimelineEntry e)
    {
        var (css, does, tag, body) = e.Event switch
        {
            TicketOpened opened => ("", Asked(e, opened), default(Html), MailedPart.Is(e) ? MailedPart.Of(opened.Title, opened.Description, opened.Files, words) : Html.Of($"{Words(opened.Description)}{Files(opened.Files)}")),
            MessagePosted { Visibility: Visibility.Internal } note => ("is-note", "", Html.Of($"<span class=\"fc-tag is-note\">{Icon.Of("lock")} {words["Internal: the customer does not see this"].Value}</span>"), Spoken(e, note)),
            MessagePosted { Kind: MessageKind.Call } call => ("", words["called {0}", e.On?.Customer ?? view.Customer.Name].Value, Html.Of($"<span class=\"fc-tag\">{Icon.Of("phone")} {words["call"].Value}</span>"), Message(call.Body, call.Files)),
            MessagePosted reply when e.ActorId == view.Ticket.Customer || reply.CustomersSide => ("", "", default, Spoken(e, reply)),
            MessagePosted reply => ("is-ours", words["to {0}", CareWords.First(e.On?.Customer ?? view.Customer.Name)].Value, Html.Of($"<span class=\"fc-tag is-line\">{words["reply"].Value}</span>"), Spoken(e, reply)),
            ProblemStated stated => ("", words["stated the problem"].Value, Agreed(stated), Words(stated.Statement)),
            StatementCorrected corrected => ("", words["corrected the statement"].Value, default, Words(corrected.Correction)),
            ReproductionTried tried => ("is-note", Tried(tried.Outcome), Html.Of($"<span class=\"fc-tag is-note\">{Icon.Of("lock")} {words["Internal"].Value}</span>"), Html.Of($"{(tried.Why is null ? default : Words(tried.Why))}{Steps(tried.Steps)}")),
            TicketResolved resolved => ("is-ours", words["resolved it"].Value, default, Html.Of($"{Words(resolved.Solution)}{(resolved.NextTime is null ? default : Html.Of($"<p class=\"fc-2ink\">{words["For next time:"].Value} {resolved.NextTime}</p>"))}")),
            CustomerVerified verified => ("", Verdict(verified), default, verified.Words is null ? default : Words(verified.Words)),
            _ => ("", "", default, default),
        };
        // What was taken down for somebody is still in that person's words.
        var (name, who) = e.Event is TicketOpened { Customer: var asker } && asker.Id != e.ActorId ? (asker.Name, asker.Name) : (e.Actor, Who(e));
        return Html.Of($"""
            <li class="fc-entry" id="e{e.Position}">{Avatar.Beside(name, "is-md")}<article class="fc-msg {css}"><header><b>{who}</b> {does} {(Way(e) is { Length: > 0 } way ? Html.Of($"<span class=\"fc-tag is-line\">{way}</span>") : default)}{tag}{SplitPart.Of(e, view, me, words)}{Clock(e)}</header>{(body.ToString().Length == 0 ? default : Html.Of($"<div class=\"fc-msg-b\">{body}</div>"))}</article></li>
            """);
    }

    /// <summary>What the journal says, but for what it cannot know: who reads it, and by which clock.</summary>
    private string Does(TimelineEntry e) => e.Event switch
    {
        TicketAssigned { To: { } to } when to.Id == e.ActorId => words["took it"],
        TicketAssigned { To: { } to } when to.Id == me.Person => words["gave it to you"],
        _ => $"{times.Told(e.Sentence)}{(Way(e) is { Length: > 0 } way ? $", {way}" : "")}",
    };

    /// <summary>By which way, when that is not the page.</summary>
    private string Way(TimelineEntry e) => e.Cause switch { Passes.KnownPass.Cause => words["by a link in a mail"], "mail" when e.Event is StatementConfirmed => words["by a reply to a mail"], _ => "" };

    private string Asked(TimelineEntry e, TicketOpened opened) => opened.Customer.Id == e.ActorId
        ? words["asked by {0}", Way(opened.Channel)]
        : words["asked by {0}, taken down by {1}", Way(opened.Channel), e.ActorId == me.Person ? words["you"].Value : e.Actor];

    private Html Clock(TimelineEntry e) => Html.Of($"<time datetime=\"{e.At.ToDateTimeUtc():yyyy-MM-dd'T'HH:mm:ss'Z'}\"><a href=\"#e{e.Position}\">{times.Clock(e.At)}</a></time>");

    private string Who(TimelineEntry e) => e.Rule is { } rule ? words["Rule {0}", rule] : e.ActorId == me.Person ? words["You"] : e.ActorId == PersonId.Desk ? words["The desk"] : e.Actor;

    private Html Agreed(ProblemStated stated) => stated.Statement != view.Ticket.Care.Statement ? default : view.Ticket.Care.StatementAgreed switch
    {
        true => Html.Of($"<span class=\"fc-tag is-ok\">{Icon.Of("check")} {words["{0} agreed", CareWords.First(view.Customer.Name)].Value}</span>"),
        false => Html.Of($"<span class=\"fc-tag is-warn\">{words["corrected"].Value}</span>"),
        _ => default,
    };

    private string Tried(Reproduced outcome) => outcome switch
    {
        Reproduced.Reproduced => words["reproduced it"],
        Reproduced.NotReproduced => words["could not reproduce it"],
        _ => words["found nothing to reproduce"],
    };

    private string Verdict(CustomerVerified v) => (v.Outcome, v.OnBehalf) switch
    {
        (CustomerOutcome.Works, false) => words["said: it works"],
        (CustomerOutcome.Works, true) => words["was told: it works"],
        (_, false) => words["said: not yet"],
        _ => words["was told: not yet"],
    };

    private string Way(Channel channel) => channel switch
    {
        Channel.Mail => words["mail"], Channel.Phone => words["phone"], Channel.WalkUp => words["walking up"], Channel.Chat => words["chat"],
        Channel.Portal => words["the portal"], Channel.Event => words["an event"], _ => words["a program"],
    };

    /// <summary>What was said; a picture that stands in the text is not listed below it once more.</summary>
    public static Html Message(string body, IReadOnlyList<FileRef> files) => Html.Of($"{MarkdownText.Render(body)}{Files([.. files.Where(f => !body.Contains($"](/files/{f.Id}/", StringComparison.Ordinal))])}");

    private Html Spoken(TimelineEntry e, MessagePosted said) => MailedPart.Is(e) ? MailedPart.Of("", said.Body, said.Files, words) : Message(said.Body, said.Files);

    private static Html Words(string text) => Html.Of($"<p class=\"fc-words\">{text}</p>");

    public static Html Steps(IReadOnlyList<string> steps) => steps.Count == 0 ? default : Html.Of($"<ol class=\"fc-repro\">{steps.Select(s => Html.Of($"<li>{MarkdownText.Line(s)}</li>"))}</ol>");

    public static Html Files(IReadOnlyList<FileRef> files) => files.Count == 0 ? default : Html.Of(
        $"<div class=\"fc-files\">{files.Select(f => Html.Of($"<a class=\"fc-file\" href=\"/files/{f.Id}/{Uri.EscapeDataString(f.Name)}\">{Icon.Of(FileType.IsShown(f.Type) ? "photo" : "file")} {f.Name} <span class=\"fc-3ink\">{Size(f.Size)}</span></a>"))}</div>");

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => (bytes / 1024.0 / 1024).ToString("0.0 MB", CultureInfo.CurrentCulture),
    };
}
