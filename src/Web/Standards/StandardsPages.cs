using System.Globalization;

namespace FirstContact.Standards;

/// <param name="Me">Null for who has not signed in.</param>
/// <param name="Part">The form that was refused: comment, or the id of the comment that was to be answered.</param>
public sealed record StandardsModel(ShownStandards Shown, Caller? Me, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

public sealed record StandardsSettingsModel(StandardsChoices Choices, Form? Typed = null, Error? Error = null);

/// <summary>What the desk publishes, and the form that says what.</summary>
internal static class StandardsPages
{
    public const string At = "/standards", Settings = "/settings/standards";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/standards", (HttpContext http, Desk desk, Times times) => Screen(http, desk, times));
        var signed = app.MapGroup("").RequireAuthorization();
        signed.MapPost("/standards/comments", (Form form, WebCall call, Desk desk, Times times, HttpContext http) => Run(new CommentOnStandards(form.Word<Kept>("kept"), form["words"]), "comment", "#said", form, call, desk, times, http));
        signed.MapPost("/standards/comments/{id:long}/answers", (long id, Form form, WebCall call, Desk desk, Times times, HttpContext http) => Run(new AnswerStandardsComment(new(id), form["words"]), Key(id), $"#said-{Key(id)}", form, call, desk, times, http));
        signed.MapPost("/standards/comments/{id:long}/removal", (long id, Form form, WebCall call, Desk desk, Times times, HttpContext http) => Run(new HideStandardsComment(new(id), form["reason"]), Key(id), "#said", form, call, desk, times, http));
    }

    public static void MapSettings(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/standards", async (WebCall call, Desk desk) => (await desk.Ask(new ListStandardsChoices(), call.Caller)).Is(out var choices, out var no) ? Show.Page<StandardsSettingsPage, StandardsSettingsModel>(new(choices)) : no.Page());
        settings.MapPost("/standards", async (Form form, WebCall call, Desk desk) =>
        {
            var words = new StandardsWords(form.Word<Openness>("open") ?? Openness.Hidden, form["philosophy"] ?? "", form["exclusions"] ?? "", form["onMiss"] ?? "", [.. form.All("shown").Select(s => long.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new AgreementId(id) : default)]);
            if ((await desk.Do(new ChangeStandards(words), call.Of(form))).Error is not { } no) return new SeeOther(Settings);
            return no.Kind == ErrorKind.Forbidden || !(await desk.Ask(new ListStandardsChoices(), call.Caller)).Is(out var choices, out _) ? no.Page() : Show.Page<StandardsSettingsPage, StandardsSettingsModel>(new(choices, form, no), no.Status());
        });
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> Run(Command<StandardsComment> command, string part, string then, Form form, WebCall call, Desk desk, Times times, HttpContext http)
    {
        if ((await desk.Do(command, call.Of(form) with { Expects = null })).Error is not { } no) return new SeeOther(At + then);
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(http, desk, times, m => m with { Part = part, Typed = form, Error = no }, no);
    }

    private static async Task<IResult> Screen(HttpContext http, Desk desk, Times times, Func<StandardsModel, StandardsModel>? with = null, Error? refused = null)
    {
        var me = http.Features.Get<KnownCaller>()?.Caller;
        if (!(await desk.Ask(new ShowStandards(me is null, times.Zone.Id), me ?? Caller.Desk)).Is(out var shown, out var no)) return no.Page();
        var model = new StandardsModel(shown, me);
        var shownAs = with is null ? model : with(model);
        return me is null ? Show.Page<OpenStandardsPage, StandardsModel>(shownAs, refused?.Status() ?? 200) : Show.Page<StandardsPage, StandardsModel>(shownAs, refused?.Status() ?? 200);
    }
}
