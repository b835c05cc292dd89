using FirstContact.Services;

namespace FirstContact.Guides;

/// <summary>What is asked of tickets, by category: its pages in the settings, and its API.</summary>
public static class GuidesWeb
{
    internal const string List = "/settings/guides";

    public static IServiceCollection AddGuides(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(25, List, "message-question", "Guided questions", "What is asked of tickets of a category, so that what is really wrong comes out."));

    public static void MapGuidePages(this IEndpointRouteBuilder settings)
    {
        settings.MapGet("/guides", async (WebCall call, Desk desk) => Show.Page<GuidesPage, GuidesModel>(new((await desk.Ask(new ListGuides(), call.Caller)).Value!)));
        settings.MapGet("/guides/{id:long}", (long id, WebCall call, Desk desk) => One(id, call, desk));
        settings.MapPost("/guides/{id:long}", async (long id, Form form, WebCall call, Desk desk) =>
        {
            var (said, places) = GuideForm.Said(form);
            if ((await desk.Do(new ChangeGuide(new(id), said), call.Of(form))).Error is not { } no) return new SeeOther(List);
            // Lines that say nothing are left out, so the third question may stand in the fifth line.
            return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await One(id, call, desk, form, Error.Of(no.All.Select(e => e.Field is { } field ? e.At(GuideForm.Placed(field, places)) : e)));
        });
    }

    public static void MapGuideApi(this IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("/guides").WithTags("Guided questions");
        api.MapGet("", async (HttpContext http, WebCall call, Desk desk) => (await desk.Ask(new ListGuides(), call.Caller)).Is(out var guides, out var no)
            ? http.Listed([.. guides.Where(g => g.Guide.Questions.Count > 0).Select(GuideJson.Of)], null) : no.Problem()).WithSummary("What is asked of tickets, by category; customers see what they are asked").Produces<Listing<GuideJson>>();
        api.MapGet("/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Answer(id, call, desk, http)).WithSummary("What is asked of tickets of a category").Produces<GuideJson>();
        api.MapPut("/{id:long}", async (long id, Body<GuideBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new ChangeGuide(new(id), [.. (body.Value.Questions ?? []).Select(q => (q ?? new(null)).Said)]), call.Call)).Error is { } no ? no.Problem() : await Answer(id, call, desk, http))
            .WithSummary("Changes what is asked of tickets of a category, all of it at once").Produces<GuideJson>();
    }

    private static async Task<IResult> One(long id, WebCall call, Desk desk, Form? typed = null, Error? no = null)
    {
        if (!call.Caller.May(GuidePermissions.Manage)) return Errors.Forbidden.Page();
        var all = (await desk.Ask(new ListGuides(), call.Caller)).Value!;
        return all.FirstOrDefault(g => g.Category.Id.Value == id) is { } line ? Show.Page<GuidePage, GuideModel>(new(line, [.. all.Select(g => g.Category.Name)], typed, no), no?.Status() ?? 200) : ServiceErrors.CategoryNotFound.Page();
    }

    private static async Task<IResult> Answer(long category, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Ask(new ListGuides(), call.Caller)).Value!.FirstOrDefault(g => g.Category.Id.Value == category) is { } line ? http.Tagged(line.Guide.Version, GuideJson.Of(line)) : ServiceErrors.CategoryNotFound.Problem();
}

public sealed record GuidesModel(IReadOnlyList<GuideLine> Guides);

/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record GuideModel(GuideLine Line, IReadOnlyList<string> Categories, Form? Typed = null, Error? Error = null)
{
    private const int Spare = 2;

    public int Rows => Typed is { } typed ? Math.Max(GuideForm.Rows(typed), 1) : Line.Guide.Questions.Count + Spare;

    public string? Value(int row, string what)
    {
        if (Typed is { } typed) return typed[GuideForm.Name(row, what)];
        if (row >= Line.Guide.Questions.Count) return what == "forCustomers" ? "yes" : null;
        var q = Line.Guide.Questions[row];
        return what switch
        {
            "no" => $"{q.No}", "text" => q.Text, "kind" => q.Kind.ToString(), "help" => q.Help, "forCustomers" => q.ForCustomers ? "yes" : null,
            _ => string.Join('\n', q.Options.Select(o => o.Leads is { } leads ? $"{o.Word} > {leads.Name}" : o.Word)),
        };
    }
}

public sealed record GuideBody(IReadOnlyList<GuideQuestionBody?>? Questions);

/// <param name="No">Which of the questions that are there; none for a new one.</param>
public sealed record GuideQuestionBody(string? Text, GuideKind? Kind = null, IReadOnlyList<GuideOptionBody?>? Options = null, string? Help = null, bool? ForCustomers = null, int? No = null)
{
    internal GuideSaid Said => new(No ?? 0, Text, Kind ?? GuideKind.Text, [.. (Options ?? []).Select(o => new OptionSaid(o?.Word, o?.Leads))], Help, ForCustomers ?? true);
}

/// <param name="Leads">The category that the ticket belongs to when this is the answer, by name.</param>
public sealed record GuideOptionBody(string? Word, string? Leads = null);

public sealed record GuideJson(Named<CategoryId> Category, IReadOnlyList<GuideQuestionBody> Questions)
{
    internal static GuideJson Of(GuideLine line) => new(line.Category, [.. line.Guide.Questions.Select(q => new GuideQuestionBody(q.Text, q.Kind, [.. q.Options.Select(o => new GuideOptionBody(o.Word, o.Leads?.Name))], q.Help, q.ForCustomers, q.No))]);
}
