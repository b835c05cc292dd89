using System.Globalization;
using FirstContact.Agreements;

namespace FirstContact.Targets;

/// <param name="Changed">What is changed; null while something new is typed.</param>
public sealed record FiguresModel(IReadOnlyList<IndustryFigure> Figures, bool Manages, IndustryFigure? Changed, Func<string, string?> Typed, int? Version, Error? Error = null);

/// <summary>What others reach: the list, and the form that adds or changes one.</summary>
internal static class FigurePages
{
    public const string List = "/targets/figures";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(List, (WebCall call, Desk desk, Frame frame) => Page(null, null, call, desk, frame));
        pages.MapGet("/targets/figures/{id:long}/form", (long id, WebCall call, Desk desk, Frame frame) => Page(id, null, call, desk, frame));
        pages.MapPost(List, async (Form form, WebCall call, Desk desk, Frame frame) => (await desk.Do(new AddIndustryFigure(Read(form)), call.Of(form))).Error is { } no ? await Page(null, form, call, desk, frame, no) : new SeeOther(List));
        pages.MapPost("/targets/figures/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame) => (await desk.Do(new ChangeIndustryFigure(new(id), Read(form)), call.Of(form))).Error is { } no ? await Page(id, form, call, desk, frame, no) : new SeeOther(List));
        pages.MapPost("/targets/figures/{id:long}/removal", (long id, WebCall call, Desk desk) => desk.Press(new RemoveIndustryFigure(new(id)), call, List));
    }

    private static FigureDraft Read(Form form) => new(
        form.Word<StandardMeasure>("measure"), TargetPages.Time(form["within"]), Percent(form["percent"]), form["says"], form["source"], form.Number("year"), form["address"]);

    /// <summary>'64.5' and '64,5' are one.</summary>
    private static decimal? Percent(string? typed) => decimal.TryParse(typed?.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<IResult> Page(long? id, Form? form, WebCall call, Desk desk, Frame frame, Error? no = null)
    {
        frame.At = TargetPages.List;
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!(await desk.Ask(new ListIndustryFigures(), call.Caller)).Is(out var all, out var refused)) return refused.Page();
        var manages = call.Caller.May(TargetPermissions.Manage);
        if (id is not null && !manages) return Errors.Forbidden.Page();
        var changed = all.FirstOrDefault(f => f.Key == id);
        if (id is not null && changed is null) return TargetErrors.FigureNotFound.Page();
        Func<string, string?> typed = form is not null ? name => form[name] : changed is not null ? Typed(changed.Terms).GetValueOrDefault : _ => null;
        return Show.Page<FiguresPage, FiguresModel>(new(all, manages, changed, typed, form?.Version ?? changed?.Version, no), no?.Status() ?? 200);
    }

    private static Dictionary<string, string?> Typed(FigureTerms f) => new()
    {
        ["measure"] = ApiWord.Of(f.Measure), ["within"] = f.Within is { } within ? ClauseWords.Time(within) : null, ["percent"] = f.Percent.ToString("0.#", CultureInfo.InvariantCulture), ["says"] = f.Says, ["source"] = f.Source,
        ["year"] = f.Year.ToString(CultureInfo.InvariantCulture), ["address"] = f.Address,
    };
}
