using System.Globalization;

namespace FirstContact.Mail;

public sealed record MailListModel(MailState? State, MailList List);

/// <summary>What came in by mail, for whoever looks after it. Raw mail is shown as text, never as what it would like to be.</summary>
internal static class MailPages
{
    public const string At = "/settings/mail";

    public static string Of(MailState? state) => state is null ? At : $"{At}?state={state.ToString()!.ToLowerInvariant()}";

    public static string One(MailId id) => string.Create(CultureInfo.InvariantCulture, $"{At}/{id.Value}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/mail", async (string? state, string? after, WebCall call, Desk desk) =>
        {
            var shown = Enum.TryParse<MailState>(state, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : (MailState?)null;
            return (await desk.Ask(new ListMail(shown, after), call.Caller)).Is(out var list, out var no) ? Show.Page<MailListPage, MailListModel>(new(shown, list)) : no.Page();
        });
        settings.MapGet("/mail/{id:long}", async (long id, WebCall call, Desk desk) =>
            (await desk.Ask(new ShowMail(new(id)), call.Caller)).Is(out var view, out var no) ? Show.Page<MailPage, MailView>(view) : no.Page());
        settings.MapGet("/mail/{id:long}/raw", async (long id, WebCall call, Desk desk, HttpResponse http) =>
        {
            if (!(await desk.Ask(new ShowMail(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
            http.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
            return TypedResults.File(view.Raw.ToArray(), Tickets.FileType.Bytes, $"mail-{id}.eml");
        });
        settings.MapPost("/mail/{id:long}/again", (long id, WebCall call, Desk desk) => desk.Press(new TakeMailAgain(new(id)), call, One(new(id))));
        settings.MapPost("/mail/{id:long}/left-out", (long id, WebCall call, Desk desk) => desk.Press(new LeaveOutMail(new(id)), call, One(new(id))));
        settings.MapPost("/mail/{id:long}/block", (long id, Form form, WebCall call, Desk desk) => desk.Press(new BlockSender(form["sender"], null), call, MailRulesPages.At));
    }
}
