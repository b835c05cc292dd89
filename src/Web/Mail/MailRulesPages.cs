using System.Globalization;
using FirstContact.People;

namespace FirstContact.Mail;

/// <param name="Typed">What was typed, where it was refused.</param>
public sealed record MailRulesModel(MailRules Now, IReadOnlyList<UnitRow> Units, Form? Typed = null, Error? Error = null)
{
    public int? Version => Typed is null ? Now.Version : Typed.Version;
}

/// <summary>The rules of mail that comes in: one line a domain, which anybody can paste.</summary>
internal static class MailRulesPages
{
    public const string At = "/settings/mail/rules";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/mail/rules", (WebCall call, Desk desk) => Screen(call, desk));
        settings.MapPost("/mail/rules", async (Form form, WebCall call, Desk desk) => (await desk.Do(Read(form), call.Of(form))).Error is { } no ? await Screen(call, desk, form, no) : new SeeOther(At));
        settings.MapPost("/mail/blocked", async (Form form, WebCall call, Desk desk) => (await desk.Do(new BlockSender(form["sender"], form["why"]), call.Call)).Error is { } no ? await Screen(call, desk, form, no) : new SeeOther(At));
        settings.MapPost("/mail/unblocked", (Form form, WebCall call, Desk desk) => desk.Press(new UnblockSender(form["sender"]), call, At));
    }

    /// <summary>'example.com take Shops': a domain, what is done, and the business unit.</summary>
    public static string Lines(MailRuleValues values) => string.Join('\n', values.Domains.Select(d => $"{d.Domain} {d.Unknown.ToString().ToLowerInvariant()}{(d.Unit is { } unit ? $" {unit.Name}" : "")}"));

    private static ChangeMailRules Read(Form form) => new(
        form.Word<Unknown>("unknown") ?? Unknown.Take, [.. (form["domains"] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)], form.Ticked("invited"),
        form.Number("perHour") ?? 0, [.. (form["trustedServers"] ?? "").Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);

    private static DomainLine Line(string line)
    {
        var words = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Enum.TryParse<Unknown>(words.ElementAtOrDefault(1), ignoreCase: true, out var does) && Enum.IsDefined(does) && char.IsLetter(words[1][0])
            ? new(words[0], does, words.ElementAtOrDefault(2))
            : new(words.Length == 1 ? words[0] : line, Unknown.Take, null);
    }

    private static async Task<IResult> Screen(WebCall call, Desk desk, Form? form = null, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        if (!(await desk.Ask(new ShowMailRules(), call.Caller)).Is(out var now, out var refused)) return refused.Page();
        return Show.Page<MailRulesPage, MailRulesModel>(new(now, (await desk.Ask(new ListUnits(), call.Caller)).Value ?? [], form, no), no?.Status() ?? 200);
    }

    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
