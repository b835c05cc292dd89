namespace FirstContact.Services;

public sealed record CategoryNameBody(string? Name);

public sealed record CategoryBody(long Id, int Version, string Name, bool Active);

/// <summary>Categories for programs. Deleting retires: old tickets go on naming it.</summary>
internal static class CategoryApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/categories", async (WebCall call, Desk desk, HttpContext http) => http.Listed(await Rows(desk, call), c => c.Id, Body)).WithSummary("All categories");
        api.MapPost("/categories", Add).WithSummary("Add a category").Produces<CategoryBody>(201);
        api.MapGet("/categories/{id:long}", Show).WithSummary("One category").Produces<CategoryBody>();
        api.MapPatch("/categories/{id:long}", (long id, Body<CategoryNameBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new RenameCategory(new(id), body.Value.Name ?? ""), call, desk, http)).WithSummary("Rename").Produces<CategoryBody>();
        api.MapDelete("/categories/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireCategory(new(id)), call, desk, http)).WithSummary("Retire").Produces<CategoryBody>();
        api.MapPost("/categories/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreCategory(new(id)), call, desk, http)).WithSummary("Take up again").Produces<CategoryBody>();
    }

    private static async Task<IResult> Add(Body<CategoryNameBody> body, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(new AddCategory(body.Value.Name ?? ""), call.Call)).Is(out var made, out var no)
            ? http.Made($"/api/v1/categories/{made.Key}", made.Version, Body(made))
            : no.Problem();

    private static async Task<IResult> Show(long id, WebCall call, Desk desk, HttpResponse http) =>
        (await Rows(desk, call)).FirstOrDefault(c => c.Id.Value == id) is { } row ? http.Tagged(row.Version, Body(row)) : ServiceErrors.CategoryNotFound.Problem();

    private static async Task<IResult> Run(Command<Category> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, Body(done)) : no.Problem();

    private static async Task<IReadOnlyList<CategoryRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListCategories(), call.Caller)).Value!;

    private static CategoryBody Body(CategoryRow c) => new(c.Id.Value, c.Version, c.Name, c.Active);

    private static CategoryBody Body(Category c) => new(c.Key, c.Version, c.Name, c.Active);
}
