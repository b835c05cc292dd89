namespace FirstContact.Agreements;

/// <param name="Contact">How one reaches them.</param>
public sealed record SupplierBody(string? Name = null, string? Contact = null);

/// <summary>Suppliers for programs. Deleting retires.</summary>
internal static class SupplierApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/suppliers", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ListSuppliers(), call.Caller)).Is(out var all, out var no) ? http.Listed([.. all.Select(SupplierJson.Of)], null) : no.Problem())
            .WithSummary("All suppliers by name").Produces<Listing<SupplierJson>>();
        api.MapPost("/suppliers", async (Body<SupplierBody> body, WebCall call, Desk desk, HttpResponse http) =>
            (await desk.Do(new AddSupplier(Said(body.Value)), call.Call)).Is(out var made, out var no) ? http.Made($"/api/v1/suppliers/{made.Key}", made.Version, SupplierJson.Of(made)) : no.Problem()).WithSummary("Add a supplier").Produces<SupplierJson>(201);
        api.MapGet("/suppliers/{id:long}", async (long id, WebCall call, Desk desk, HttpResponse http) =>
            !(await desk.Ask(new ListSuppliers(), call.Caller)).Is(out var all, out var no) ? no.Problem() : all.FirstOrDefault(s => s.Key == id) is { } one ? http.Tagged(one.Version, SupplierJson.Of(one)) : AgreementErrors.SupplierNotFound.Problem())
            .WithSummary("One supplier").Produces<SupplierJson>();
        api.MapPut("/suppliers/{id:long}", (long id, Body<SupplierBody> body, WebCall call, Desk desk, HttpResponse http) => Run(new ChangeSupplier(new(id), Said(body.Value)), call, desk, http)).WithSummary("Say it anew").Produces<SupplierJson>();
        api.MapDelete("/suppliers/{id:long}", (long id, WebCall call, Desk desk, HttpResponse http) => Run(new RetireSupplier(new(id)), call, desk, http)).WithSummary("Retire").Produces<SupplierJson>();
        api.MapPost("/suppliers/{id:long}/restoration", (long id, Body<NothingBody> _, WebCall call, Desk desk, HttpResponse http) => Run(new RestoreSupplier(new(id)), call, desk, http)).WithSummary("Take up again").Produces<SupplierJson>();
    }

    private static SupplierDetails Said(SupplierBody b) => new(b.Name ?? "", b.Contact ?? "");

    private static async Task<IResult> Run(Command<Supplier> command, WebCall call, Desk desk, HttpResponse http) =>
        (await desk.Do(command, call.Call)).Is(out var done, out var no) ? http.Tagged(done.Version, SupplierJson.Of(done)) : no.Problem();
}
