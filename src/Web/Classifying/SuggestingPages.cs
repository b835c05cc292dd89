using System.Globalization;

namespace FirstContact.Classifying;

/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record SuggestingModel(SuggestingView View, Form? Typed = null, Error? Error = null)
{
    public string? ShowFrom => Typed is { } typed ? typed["showFrom"] : View.Suggesting.Rules.ShowFrom.ToString(CultureInfo.InvariantCulture);
    public string? ApplyFrom => Typed is { } typed ? typed["applyFrom"] : View.Suggesting.Rules.ApplyFrom?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What was learned and how good it is, for everyone at the desk; when it is shown and done, for administrators.</summary>
internal static class SuggestingPages
{
    private const string At = "/settings/suggestions";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/suggestions", (WebCall call, Desk desk) => Screen(desk, call));
        settings.MapPost("/suggestions", async (Form form, WebCall call, Desk desk) =>
        {
            // What is no number is out of every range; an empty field means never.
            var rules = new SuggestingRules(form.Number("showFrom") ?? 0, form["applyFrom"] is null ? null : form.Number("applyFrom") ?? 0);
            return (await desk.Do(new ChangeSuggestingRules(rules), call.Of(form))).Error is { } no ? await Screen(desk, call, form, no) : new SeeOther(At);
        });
        settings.MapPost("/suggestions/learning", (WebCall call, Desk desk) => desk.Press(new AskToLearn(), call, At));
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed = null, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        return (await desk.Ask(new ShowSuggesting(), call.Caller)).Is(out var view, out var missing) ? Show.Page<SuggestingPage, SuggestingModel>(new(view, typed, no), no?.Status() ?? 200) : missing.Page();
    }
}
