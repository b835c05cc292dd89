using System.Globalization;

namespace FirstContact.Policies;

public sealed record ClassesModel(IReadOnlyList<ClassRow> Classes);

/// <param name="Row">What is changed; null while something new is typed.</param>
public sealed record ClassModel(ClassRow? Row, ClassTyped Typed, Error? Error = null);

public sealed record ClassTyped(string? Name, string? Purpose, Approval Approval, string? LongestMinutes, string? BaselineAfterDays, bool AtOnce, bool Charged)
{
    public static readonly ClassTyped Nothing = new(null, null, Approval.None, null, null, false, false);

    public static ClassTyped Of(Form form) => new(
        form["name"], form["purpose"], form.Word<Approval>("approval") ?? Approval.None, form["longestMinutes"], form["baselineAfterDays"], form.Ticked("atOnce"), form.Ticked("charged"));

    public static ClassTyped Of(ClassDetails d) => new(d.Name, d.Purpose, d.Approval, Text(d.LongestMinutes), Text(d.BaselineAfterDays), d.AtOnce, d.Charged);

    public ClassDetails Details => new(Name ?? "", Purpose ?? "", Approval, Number(LongestMinutes), Number(BaselineAfterDays), AtOnce, Charged);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    // What is no number must not pass for an empty field: nought is refused as the number it is not.
    private static int? Number(string? text) => text.IsBlank ? null : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Classes of request for people: a list that everyone at the desk may read, and one form that adds or changes.</summary>
internal static class ClassPages
{
    private const string List = "/settings/classes";

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/classes", async (WebCall call, Desk desk) => Show.Page<ClassesPage, ClassesModel>(new(await Rows(desk, call))));
        settings.MapGet("/classes/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/classes/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/classes", Add);
        settings.MapPost("/classes/{id:long}", Change);
        settings.MapPost("/classes/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireClass(new(id)), call, List));
        settings.MapPost("/classes/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreClass(new(id)), call, List));
    }

    private static async Task<IResult> Add(Form form, WebCall call, Desk desk)
    {
        var typed = ClassTyped.Of(form);
        var result = await desk.Do(new AddClass(typed.Details), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, null, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Change(long id, Form form, WebCall call, Desk desk)
    {
        var typed = ClassTyped.Of(form);
        var result = await desk.Do(new ChangeClass(new(id), typed.Details), call.Of(form));
        return result.Error is { } no ? await Screen(desk, call, id, typed, no) : new SeeOther(List);
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, ClassTyped? typed, Error? no = null)
    {
        if (!call.Caller.May(PolicyPermissions.Manage)) return Errors.Forbidden.Page();
        var row = id is null ? null : (await Rows(desk, call)).FirstOrDefault(c => c.Id.Value == id);
        if (id is not null && row is null) return PolicyErrors.ClassNotFound.Page();
        return Show.Page<ClassPage, ClassModel>(new(row, typed ?? (row is null ? ClassTyped.Nothing : ClassTyped.Of(row.Details)), no), no?.Status() ?? 200);
    }

    private static async Task<IReadOnlyList<ClassRow>> Rows(Desk desk, WebCall call) => (await desk.Ask(new ListClasses(), call.Caller)).Value!;
}
