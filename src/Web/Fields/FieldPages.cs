using System.Globalization;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Fields;

public sealed record FieldsModel(IReadOnlyList<Field> Fields, FieldScope Scope);

/// <summary>The classes and categories that a field can be for, as they are called now.</summary>
public sealed record FieldScope(IReadOnlyList<ClassRow> Classes, IReadOnlyList<CategoryRow> Categories)
{
    public static async Task<FieldScope> Ask(Desk desk, Caller caller) =>
        new((await desk.Ask(new ListClasses(), caller)).Value ?? [], (await desk.Ask(new ListCategories(), caller)).Value ?? []);

    public IEnumerable<Named<ClassId>> Of(Seq<Named<ClassId>> named) => named.Select(n => n with { Name = Classes.FirstOrDefault(c => c.Id == n.Id)?.Details.Name ?? n.Name });

    public IEnumerable<Named<CategoryId>> Of(Seq<Named<CategoryId>> named) => named.Select(n => n with { Name = Categories.FirstOrDefault(c => c.Id == n.Id)?.Name ?? n.Name });
}

/// <param name="Row">What is changed; null while something new is typed.</param>
public sealed record FieldModel(Field? Row, FieldScope Scope, FieldTypedIn Typed, Error? Error = null);

/// <summary>A definition as it was typed: classes and categories by their ids, choices one a line.</summary>
public sealed record FieldTypedIn(
    string? Name, string? Label, string? Help, FieldKind? Kind, string? Choices, Seq<string> Classes, Seq<string> Categories, Seq<FieldMoment> Needed, bool ForCustomers, string? Place)
{
    public static readonly FieldTypedIn Nothing = new(null, null, null, FieldKind.Text, null, [], [], [], false, "0");

    public static FieldTypedIn Of(Form form) => new(
        form["name"], form["label"], form["help"], form.Word<FieldKind>("kind"), form["choices"], form.All("classes"), form.All("categories"),
        [.. Enum.GetValues<FieldMoment>().Where(m => form.All("needed").Contains(m.ToString()))], form.Ticked("forCustomers"), form["place"]);

    public static FieldTypedIn Of(FieldDetails d) => new(
        d.Name, d.Label, d.Help, d.Kind, string.Join('\n', d.Choices), [.. d.Classes.Select(c => Text(c.Id.Value))], [.. d.Categories.Select(c => Text(c.Id.Value))], d.Needed, d.ForCustomers, Text(d.Place));

    // What is no number must not pass for an empty place: it is refused as the number it is not.
    public FieldSaid Said => new(
        Name, Label, Help, Kind, [.. (Choices ?? "").Split('\n').Where(c => !c.IsBlank)], Classes, Categories, Needed, ForCustomers,
        Place.IsBlank ? 0 : int.TryParse(Place, NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) ? place : -1);

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Fields for people: a list that everyone at the desk may read, and one form that adds or changes.</summary>
internal static class FieldPages
{
    private const string List = "/settings/fields";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/fields", async (WebCall call, Desk desk) => Show.Page<FieldsPage, FieldsModel>(new(await Rows(desk, call), await FieldScope.Ask(desk, call.Caller))));
        settings.MapGet("/fields/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/fields/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/fields", Add);
        settings.MapPost("/fields/{id:long}", Change);
        settings.MapPost("/fields/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireField(new(id)), call, List));
        settings.MapPost("/fields/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreField(new(id)), call, List));
    }

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk)
    {
        var typed = FieldTypedIn.Of(form);
        var result = await desk.Do(new AddField(typed.Said), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, null, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk)
    {
        if ((await Rows(desk, call)).FirstOrDefault(f => f.Key == id) is not { } row) return FieldErrors.NotFound.Page();
        // Name and kind stand on the page and are no fields of it: they stay.
        var typed = FieldTypedIn.Of(form) with { Name = row.Name, Kind = row.Details.Kind };
        var result = await desk.Do(new ChangeField(new(id), typed.Said), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, id, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, FieldTypedIn? typed, Error? no = null)
    {
        if (!call.Caller.May(FieldPermissions.Manage)) return Errors.Forbidden.Page();
        var row = id is null ? null : (await Rows(desk, call)).FirstOrDefault(f => f.Key == id);
        if (id is not null && row is null) return FieldErrors.NotFound.Page();
        var model = new FieldModel(row, await FieldScope.Ask(desk, call.Caller), typed ?? (row is null ? FieldTypedIn.Nothing : FieldTypedIn.Of(row.Details)), no);
        return Show.Page<FieldPage, FieldModel>(model, no?.Status() ?? 200);
    }

    private static async Task<IReadOnlyList<Field>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListFields(), call.Caller)).Value!;
}
