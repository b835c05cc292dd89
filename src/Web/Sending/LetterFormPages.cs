namespace FirstContact.Sending;

public sealed record LetterFormsModel(LetterRules Rules);

/// <param name="Team">As typed; blank for all teams.</param>
/// <param name="Language">As chosen; blank for whoever reads none of those that have a form.</param>
/// <param name="Preview">How it would read; null when it cannot be read.</param>
public sealed record LetterFormModel(LetterKind Kind, string? Team, string? Language, string? Subject, string? Body, bool IsOwn, IReadOnlyList<People.TeamRow> Teams, LetterPreview? Preview, Error? Error = null);

public sealed record LetterPreview(string Subject, Html Body, string Text);

/// <summary>How letters read, for people: a list of kinds, and one page that changes and previews one.</summary>
internal static class LetterFormPages
{
    public const string List = "/settings/sending/letters";

    // A ticket as one would have it, so that one sees how it reads.
    private static readonly Dictionary<string, string> Example = new()
    {
        ["number"] = "INC-000123", ["title"] = "The printer on the third floor prints blank pages", ["name"] = "Grace Hopper", ["customer"] = "Grace Hopper", ["agent"] = "Ada Byron", ["team"] = "First Contact",
        ["organisation"] = "Service desk", ["link"] = "https://desk.example.com/t/INC-000123", ["message"] = "It was the **ribbon**. I have changed it: please print a page.",
    };

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/sending/letters", async (WebCall call, Desk desk) =>
            (await desk.Ask(new ShowLetterRules(), call.Caller)).Is(out var rules, out var no) ? Show.Page<LetterFormsPage, LetterFormsModel>(new(rules)) : no.Page());
        settings.MapGet("/sending/letters/{kind}", (string kind, string? team, string? language, WebCall call, Desk desk) => Screen(kind, team, language, null, null, call, desk));
        settings.MapPost("/sending/letters/{kind}", Save);
        settings.MapPost("/sending/letters/{kind}/preview", (string kind, Form form, WebCall call, Desk desk) => Screen(kind, form["team"], form["language"], form["subject"] ?? "", form["body"] ?? "", call, desk));
        settings.MapPost("/sending/letters/{kind}/removal", async (string kind, Form form, WebCall call, Desk desk) => Read(kind) is not { } known ? SendingErrors.NotFound.Page()
            : (await desk.Do(new ChangeLetterForm(known, form["team"], null) { Language = form["language"] }, call.Of(form))).Error is { } no ? no.Page() : new SeeOther(List));
    }

    public static string At(LetterKind kind, TeamId? team = null, string? language = null) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{List}/{kind.ToString().ToLowerInvariant()}{(team is { } t ? $"?team={t.Value}" : "")}{(language is null ? "" : $"{(team is null ? '?' : '&')}language={language}")}");

    private static async Task<IResult> Save(string kind, Form form, WebCall call, Desk desk)
    {
        if (Read(kind) is not { } known) return SendingErrors.NotFound.Page();
        var (subject, body) = (form["subject"] ?? "", form["body"] ?? "");
        return (await desk.Do(new ChangeLetterForm(known, form["team"], new(subject, body)) { Language = form["language"] }, call.Of(form))).Error is { } no
            ? await Screen(kind, form["team"], form["language"], subject, body, call, desk, no)
            : new SeeOther(List);
    }

    private static async Task<IResult> Screen(string kind, string? team, string? language, string? subject, string? body, WebCall call, Desk desk, Error? error = null)
    {
        if (Read(kind) is not { } known) return SendingErrors.NotFound.Page();
        if (!(await desk.Ask(new ShowLetterRules(), call.Caller)).Is(out var rules, out var no)) return no.Page();
        var teams = (await desk.Ask(new People.ListTeams(), call.Caller)).Value!;
        var named = long.TryParse(team, out var id) ? new TeamId(id) : (TeamId?)null;
        var shown = subject is null ? rules.For(known, named, People.Languages.Of(language)) : new LetterForm(subject, body!);
        error ??= subject is null ? null : shown.Wrong;
        var preview = shown.Wrong is null ? new LetterPreview(shown.SubjectFor(Example), Html.Raw(shown.HtmlFor(Example, t => MarkdownText.Render(t).ToString())), shown.TextFor(Example)) : null;
        return Show.Page<LetterFormPage, LetterFormModel>(new(known, team, language, shown.Subject, shown.Body, rules.Own(known, named, People.Languages.Of(language)) is not null, teams, preview, error), error?.Status() ?? 200);
    }

    private static LetterKind? Read(string kind) => Enum.TryParse<LetterKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(kind[0]) ? known : null;
}
