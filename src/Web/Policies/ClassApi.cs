namespace FirstContact.Policies;

public sealed record AddClassBody(
    string? Name, string? Purpose = null, Approval Approval = Approval.None, int? LongestMinutes = null, int? BaselineAfterDays = null, bool AtOnce = false, bool Charged = false);

public sealed record ChangeClassBody
{
    public Given<string?> Name { get; init; }
    public Given<string?> Purpose { get; init; }
    public Given<Approval> Approval { get; init; }
    public Given<int?> LongestMinutes { get; init; }
    public Given<int?> BaselineAfterDays { get; init; }
    public Given<bool> AtOnce { get; init; }
    public Given<bool> Charged { get; init; }
}

public sealed record ClassBody(long Id, int Version, string Name, string Purpose, Approval Approval, int? LongestMinutes, int? BaselineAfterDays, bool AtOnce, bool Charged, bool Active)
{
    internal static ClassBody Of(ClassRow c) => Of(c.Id, c.Version, c.Details, c.Active);

    internal static ClassBody Of(RequestClass c) => Of(c.Id, c.Version, c.Details, c.Active);

    private static ClassBody Of(ClassId id, int version, ClassDetails d, bool active) =>
        new(id.Value, version, d.Name, d.Purpose, d.Approval, d.LongestMinutes, d.BaselineAfterDays, d.AtOnce, d.Charged, active);
}

/// <summary>Classes of request for programs. Deleting retires: old tickets go on naming it.</summary>
internal static class ClassApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/classes", async (WebCall call, Desk desk, HttpContext http) => http.Listed(await Rows(desk, call), c => c.Id, ClassBody.Of)).WithSummary("All classes of request");
        api.MapPost("/classes", Add).WithSummary("Add a class").Produces<ClassBody>(201);
        api.MapGet("/classes/{id:long}", Show).WithSummary("One class").Produces<ClassBody>();
        api.MapPatch("/classes/{id:long}", Change).WithSummary("Change what is given").Produces<ClassBody>();
        api.MapDelete("/classes/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireClass(new(id)), call.Call, desk, http)).WithSummary("Retire").Produces<ClassBody>();
        api.MapPost("/classes/{id:long}/restoration", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreClass(new(id)), call.Call, desk, http)).WithSummary("Take up again").Produces<ClassBody>();
    }

    private static async Task<IResult> Add(Body<AddClassBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        var b = body.Value;
        var add = new AddClass(new(b.Name ?? "", b.Purpose ?? "", b.Approval, b.LongestMinutes, b.BaselineAfterDays, b.AtOnce, b.Charged));
        return (await desk.Do(add, call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/classes/{made.Key}", made.Version, ClassBody.Of(made)) : no.Problem();
    }

    private static async Task<IResult> Show(long id, WebCall call, Desk desk, HttpResponse http) =>
        await Find(desk, call, id) is { } row ? http.Tagged(row.Version, ClassBody.Of(row)) : PolicyErrors.ClassNotFound.Problem();

    private static async Task<IResult> Change(long id, Body<ChangeClassBody> body, WebCall call, Desk desk, HttpResponse http)
    {
        if (await Find(desk, call, id) is not { } row) return PolicyErrors.ClassNotFound.Problem();
        var (now, to) = (row.Details, body.Value);
        var change = new ChangeClass(row.Id, new(
            to.Name.Or(now.Name) ?? "", to.Purpose.Or(now.Purpose) ?? "", to.Approval.Or(now.Approval),
            to.LongestMinutes.Or(now.LongestMinutes), to.BaselineAfterDays.Or(now.BaselineAfterDays), to.AtOnce.Or(now.AtOnce), to.Charged.Or(now.Charged)));
        // What is not given is taken from what was read: so it must still stand when this is written.
        return await Run(change, call.Call with { Expects = call.Call.Expects ?? row.Version }, desk, http);
    }

    private static async Task<IResult> Run(Command<RequestClass> command, Call call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call)).Is(out var done, out var no) ? http.Tagged(done.Version, ClassBody.Of(done)) : no.Problem();

    private static async Task<ClassRow?> Find(Desk desk, WebCall call, long id) => (await Rows(desk, call)).FirstOrDefault(c => c.Id.Value == id);

    private static async Task<IReadOnlyList<ClassRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListClasses(), call.Caller)).Value!;
}
