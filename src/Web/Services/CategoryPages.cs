namespace FirstContact.Services;

/// <param name="Open">Which row is open for a new name; null when none is.</param>
/// <param name="Typed">What was typed into the open row, or else into the form that adds.</param>
public sealed record CategoriesModel(IReadOnlyList<CategoryRow> Categories, CategoryRow? Open = null, string? Typed = null, Error? Error = null);

/// <summary>Categories for people: one page that lists, adds, and opens one row for a new name.</summary>
internal static class CategoryPages
{
    private const string List = "/settings/categories";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/categories", async (WebCall call, Desk desk) => Show.Page<CategoriesPage, CategoriesModel>(new(await Rows(desk, call))));
        settings.MapGet("/categories/{id:long}", (long id, WebCall call, Desk desk) => Opened(desk, call, id, null));
        settings.MapPost("/categories", Add);
        settings.MapPost("/categories/{id:long}", Rename);
        settings.MapPost("/categories/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireCategory(new(id)), call, List));
        settings.MapPost("/categories/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreCategory(new(id)), call, List));
    }

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk)
    {
        var result = await desk.Do(new AddCategory(form["name"] ?? ""), call.Of(form));
        if (result.Error is not { } no) return new SeeOther(List);
        if (no.Kind == ErrorKind.Forbidden) return no.Page();
        return Show.Page<CategoriesPage, CategoriesModel>(new(await Rows(desk, call), null, form["name"], no), no.Status());
    }

    private static async Task<IResult> Rename(long id, Form form, WebCall call, Desk desk)
    {
        var result = await desk.Do(new RenameCategory(new(id), form["name"] ?? ""), call.Of(form));
        return result.Error is { } no ? await Opened(desk, call, id, form["name"], no) : new SeeOther(List);
    }

    private static async Task<IResult> Opened(Desk desk, WebCall call, long id, string? typed, Error? no = null)
    {
        if (!call.Caller.May(ServicePermissions.Manage)) return Errors.Forbidden.Page();
        var rows = await Rows(desk, call);
        if (rows.FirstOrDefault(c => c.Id.Value == id) is not { } open) return ServiceErrors.CategoryNotFound.Page();
        return Show.Page<CategoriesPage, CategoriesModel>(new(rows, open, no is null ? open.Name : typed, no), no?.Status() ?? 200);
    }

    private static async Task<IReadOnlyList<CategoryRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListCategories(), call.Caller)).Value!;
}
