namespace FirstContact.Fields;

/// <param name="Name">As programs call it: letters and digits, a small letter first. It stays, and so does the kind.</param>
/// <param name="Choices">Of a choice its values; of a tree its paths, 'Hardware > Printer'.</param>
/// <param name="Classes">For which it is asked, by name or id; none for all. So are categories.</param>
/// <param name="Needed">Before what it has to be filled.</param>
public sealed record AddFieldBody(
    string? Name, string? Label, FieldKind? Kind, string? Help = null, string[]? Choices = null, string[]? Classes = null, string[]? Categories = null, FieldMoment[]? Needed = null, bool ForCustomers = false, int Place = 0);

public sealed record ChangeFieldBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Label { get; init; }
    public Given<FieldKind?> Kind { get; init; }
    public Given<string?> Help { get; init; }
    public Given<Seq<string>> Choices { get; init; }
    public Given<Seq<string>> Classes { get; init; }
    public Given<Seq<string>> Categories { get; init; }
    public Given<Seq<FieldMoment>> Needed { get; init; }
    public Given<bool> ForCustomers { get; init; }
    public Given<int> Place { get; init; }
}

public sealed record ScopeJson(long Id, string Name);

public sealed record FieldBody(
    long Id, int Version, string Name, string Label, string Help, FieldKind Kind, Seq<string> Choices, IReadOnlyList<ScopeJson> Classes, IReadOnlyList<ScopeJson> Categories, Seq<FieldMoment> Needed, bool ForCustomers, int Place, bool Active)
{
    internal static FieldBody Of(Field f, FieldScope scope) => new(
        f.Key, f.Version, f.Name, f.Label, f.Details.Help, f.Details.Kind, f.Details.Choices, [.. scope.Of(f.Details.Classes).Select(c => new ScopeJson(c.Id.Value, c.Name))],
        [.. scope.Of(f.Details.Categories).Select(c => new ScopeJson(c.Id.Value, c.Name))], f.Details.Needed, f.Details.ForCustomers, f.Details.Place, f.Active);
}

/// <summary>Fields for programs. Deleting retires: what was said stays on the tickets.</summary>
internal static class FieldApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/fields", List).WithSummary("The fields of this desk in their order").Produces<Listing<FieldBody>>();
        api.MapPost("/fields", Add).WithSummary("Add a field").Produces<FieldBody>(201);
        api.MapGet("/fields/{id:long}", Show).WithSummary("One field").Produces<FieldBody>();
        api.MapPatch("/fields/{id:long}", Change).WithSummary("Change what is given").Produces<FieldBody>();
        api.MapDelete("/fields/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireField(new(id)), call, call.Call, desk, http)).WithSummary("Retire").Produces<FieldBody>();
        api.MapPost("/fields/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreField(new(id)), call, call.Call, desk, http)).WithSummary("Take up again").Produces<FieldBody>();
    }

    private static async Task<IResult> List(WebCall call, Desk desk, HttpContext http)
    {
        var scope = await FieldScope.Ask(desk, call.Caller);
        return http.Listed(await Rows(desk, call), f => f.Id, f => FieldBody.Of(f, scope));
    }

    private static async Task<IResult> Add(Body<AddFieldBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var add = new AddField(new(b.Name, b.Label, b.Help, b.Kind, [.. b.Choices ?? []], [.. b.Classes ?? []], [.. b.Categories ?? []], [.. b.Needed ?? []], b.ForCustomers, b.Place));
        return (await desk.Do(add, call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/fields/{made.Key}", made.Version, await Body(made, call, desk)) : no.Problem();
    }

    private static async Task<IResult> Show(long id, WebCall call, Desk desk, HttpResponse http) =>
        await Find(desk, call, id) is { } row ? http.Tagged(row.Version, await Body(row, call, desk)) : FieldErrors.NotFound.Problem();

    private static async Task<IResult> Change(long id, Body<ChangeFieldBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (await Find(desk, call, id) is not { } row) return FieldErrors.NotFound.Problem();
        var (now, to) = (row.Details, body.Value);
        var typed = FieldTypedIn.Of(now);
        var change = new ChangeField(row.Id, new(
            to.Name.Or(now.Name), to.Label.Or(now.Label), to.Help.Or(now.Help), to.Kind.Or(now.Kind), to.Choices.Or(now.Choices),
            to.Classes.Or(typed.Classes), to.Categories.Or(typed.Categories),
            to.Needed.Or(now.Needed), to.ForCustomers.Or(now.ForCustomers), to.Place.Or(now.Place)));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call, call.Call with { Expects = call.Call.Expects ?? row.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<Field> command, WebCall call, Call by, Desk desk, HttpResponse http) =>
        (await desk.Do(command, by)).Is(out var done, out var no) ? http.Tagged(done.Version, await Body(done, call, desk)) : no.Problem();

    private static async Task<FieldBody> Body(Field field, WebCall call, Desk desk) => FieldBody.Of(field, await FieldScope.Ask(desk, call.Caller));

    private static async Task<Field?> Find(Desk desk, WebCall call, long id) => (await Rows(desk, call)).FirstOrDefault(f => f.Key == id);

    private static async Task<IReadOnlyList<Field>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListFields(), call.Caller)).Value!;
}
