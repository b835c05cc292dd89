using System.Globalization;
using System.Text;
using FirstContact.Mail;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>
/// A message as it was written, in a page that may do nothing: no scripts, no forms, no origin. Pictures that came along stand in it as data, as a page without an
/// origin has no session to fetch them with; those from elsewhere only when somebody asks for them, as they tell their owner who reads.
/// </summary>
public static class MailedPages
{
    private const string Wanted = "elsewhere";

    // What a browser still shows quickly.
    private const int MostPictures = 20_000_000;

    public static void MapMailedPages(this IEndpointRouteBuilder one)
    {
        one.MapGet("/mail/{id:long}", Written);
        // Whole, as it came: what is signed or encrypted is for a program that has the keys.
        one.MapGet("/mail/{id:long}/raw", async (TicketAt number, long id, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowTicketMail(number, new(id)), call.Caller)).Is(out var message, out var no) ? TypedResults.File(message.Raw.ToArray(), "message/rfc822", string.Create(CultureInfo.InvariantCulture, $"mail-{id}.eml")) : no.Page());
    }

    private static async Task<IResult> Written(TicketAt number, long id, string? pictures, WebCall call, Desk desk, HttpResponse http, IStringLocalizer words, Times times)
    {
        if (!(await desk.Ask(new DescribeTicket(number), call.Caller)).Is(out var view, out var no) || !(await desk.Ask(new ShowTicketMail(number, new(id)), call.Caller)).Is(out var message, out no)) return no.Page();
        var remote = pictures == Wanted;
        http.Headers.ContentSecurityPolicy = $"sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:{(remote ? " https: http:" : "")}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        http.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Text(Page(message, view.Ticket.Number, string.Create(CultureInfo.InvariantCulture, $"/t/{view.Ticket.Number}/mail/{id}"), remote, words, times).ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static Html Page(Message message, string number, string at, bool remote, IStringLocalizer words, Times times)
    {
        var shown = SafeHtml.Of(message.Body.Html, new(new Pictures(message).Find, remote, words["Earlier messages"], words["Signature"], Folds: !Quoted.IsForward(message.Subject)));
        var subject = message.Subject.IsBlank ? words["(no subject)"].Value : MailText.Clean(message.Subject);
        var body = message.Body.HasHtml && shown.Html.Length > 0 ? Html.Raw(shown.Html) : Html.Of($"<pre>{MailText.Clean(message.Body.Text)}</pre>");
        var blocked = shown.BlockedPictures > 0 && !remote ? Html.Of($"<p class=\"note\">{(shown.BlockedPictures == 1 ? words["A picture from elsewhere is not shown: it would tell its owner that you read this."].Value : words["{0} pictures from elsewhere are not shown: they would tell their owner that you read this.", shown.BlockedPictures].Value)} <a href=\"{at}?pictures={Wanted}\">{(shown.BlockedPictures == 1 ? words["Show it"].Value : words["Show them"].Value)}</a></p>") : default;
        var meeting = message.Body.Invitation is { } invited ? Html.Of($"<dt>{words["Invitation"].Value}</dt><dd>{Told(invited, words)}</dd>") : default;
        return Html.Of($$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{subject}} · {{number}}</title>
            <style>body{font:15px/1.5 sans-serif;color:#1d2433;background:#fff;margin:0;padding:16px 20px;overflow-wrap:anywhere}header{border-bottom:1px solid #d5d9e0;margin-bottom:16px;padding-bottom:12px}h1{font-size:18px;margin:8px 0}dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0;color:#4a5263}dd{margin:0}a{color:#1a56b0}pre{white-space:pre-wrap;font:inherit}img{max-width:100%}.note{background:#fff7e0;border:1px solid #e3c77a;padding:8px 12px;border-radius:6px}main{overflow-x:auto}</style></head>
            <body><header><a href="/t/{{number}}">{{words["Back to {0}", number].Value}}</a><h1>{{subject}}</h1>
            <dl><dt>{{words["From"].Value}}</dt><dd>{{People(message.From)}}</dd><dt>{{words["To"].Value}}</dt><dd>{{People([.. message.To, .. message.Cc])}}</dd>{{(message.Date is { } date ? Html.Of($"<dt>{words["Date"].Value}</dt><dd>{times.Clock(date)}</dd>") : default)}}{{meeting}}</dl>{{blocked}}</header>
            <main tabindex="0" aria-label="{{words["The message"].Value}}">{{body}}</main></body></html>
            """);
    }

    /// <summary>As the calendar says it, on its own clock.</summary>
    private static string Told(Invitation invited, IStringLocalizer words) => MailText.Clean(string.Join(", ", new[]
    {
        invited.Summary, invited.Starts?.ToString("d MMMM uuuu HH:mm", CultureInfo.CurrentCulture), invited.Zone, invited.Location, invited.Method == "CANCEL" ? words["cancelled"].Value : null,
    }.Where(s => !s.IsBlank)));

    private static string People(IReadOnlyList<MailAddress> people) => MailText.Clean(string.Join(", ", people.Take(50).Select(p => p.Name.IsBlank ? p.Address : $"{p.Name} <{p.Address}>")));

    /// <summary>Pictures of pixels that came along, as data, up to a bound.</summary>
    private sealed class Pictures(Message message)
    {
        private int _left = MostPictures;

        public string? Find(string name)
        {
            var found = message.Body.Picture(name) ?? message.Body.Attachments.FirstOrDefault(a => a.IsInline && a.Name == name);
            if (found is null || found.Content() is var bytes && (FileType.Of(bytes.Span) is not { } type || !FileType.IsShown(type) || (_left -= bytes.Length) < 0)) return null;
            return $"data:{FileType.Of(found.Content().Span)};base64,{Convert.ToBase64String(found.Content().Span)}";
        }
    }
}
