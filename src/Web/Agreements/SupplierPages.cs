using System.Globalization;

namespace FirstContact.Agreements;

public sealed record SuppliersModel(IReadOnlyList<Supplier> Suppliers);

/// <param name="Supplier">What is changed; null while something new is typed.</param>
public sealed record SupplierModel(Supplier? Supplier, Form Typed, int? Version, Error? Error = null);

/// <summary>Suppliers for people: a list, and one form that adds or changes.</summary>
internal static class SupplierPages
{
    public const string List = "/settings/suppliers";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/suppliers", async (WebCall call, Desk desk) => (await desk.Ask(new ListSuppliers(), call.Caller)).Is(out var all, out var no) ? Show.Page<SuppliersPage, SuppliersModel>(new(all)) : no.Page());
        settings.MapGet("/suppliers/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/suppliers/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/suppliers", async (Form form, WebCall call, Desk desk) => (await desk.Do(new AddSupplier(Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, null, form, no) : new SeeOther(List));
        settings.MapPost("/suppliers/{id:long}", async (long id, Form form, WebCall call, Desk desk) => (await desk.Do(new ChangeSupplier(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, id, form, no) : new SeeOther(List));
        settings.MapPost("/suppliers/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireSupplier(new(id)), call, List));
        settings.MapPost("/suppliers/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreSupplier(new(id)), call, List));
    }

    private static SupplierDetails Read(Form form) => new(form["name"] ?? "", form["contact"] ?? "");

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, Form? typed, Error? no = null)
    {
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!call.Caller.May(AgreementPermissions.Manage)) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ListSuppliers(), call.Caller)).Is(out var all, out var refused)) return refused.Page();
        var supplier = all.FirstOrDefault(s => s.Key == id);
        if (id is not null && supplier is null) return AgreementErrors.SupplierNotFound.Page();
        var form = typed ?? new Form(new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["name"] = supplier?.Name, ["contact"] = supplier?.Details.Contact }));
        return Show.Page<SupplierPage, SupplierModel>(new(supplier, form, typed?.Version ?? supplier?.Version, no), no?.Status() ?? 200);
    }
}
