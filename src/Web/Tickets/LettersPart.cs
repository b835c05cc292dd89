using FirstContact.Sending;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>To whom something that was said went by mail, and what became of it: a line below what was said.</summary>
public static class LettersPart
{
    public static Html Of(IEnumerable<LetterLine> letters, IStringLocalizer words, Times times)
    {
        var lines = letters.ToList();
        if (lines.Count == 0) return default;
        var html = HtmlBuilder.Start();
        var failed = lines.Any(l => l.State is LetterState.Refused or LetterState.GivenUp or LetterState.Bounced);
        html.Add($"<li class=\"fc-ev\"><i>{Icon.Of(failed ? "alert-circle" : lines.Any(l => l is { State: LetterState.Sent, LateAt: not null }) ? "clock" : "send")}</i><p>{words["By mail"].Value}: ");
        foreach (var (i, line) in lines.Index())
        {
            var says = line.State == LetterState.Sent && line.FinishedAt is { } sent ? words["sent {0}", times.Clock(sent)].Value : words.State(line.State);
            if (line is { State: LetterState.Sent, LateAt: { } late }) says += line.LateUntil is { } until ? words[", late since {0}; it is tried until {1}", times.Clock(late), times.Clock(until)] : words[", late since {0}; it is still tried", times.Clock(late)];
            html.Add($"{(i > 0 ? "; " : "")}<b>{line.Person.Name}</b> <span class=\"fc-3ink\">{line.Address}</span> {says}{(line.State is LetterState.Sent or LetterState.Sending || line.Answer is null ? "" : $" ({line.Answer})")}");
        }
        html.Add($"</p></li>");
        return html.Done();
    }
}
