using System.Globalization;

namespace FirstContact.Tools;

/// <param name="May">Whether the caller may mark any: whoever keeps the inventory or owns a tool.</param>
public sealed record OverlapsModel(OverlapList List, bool May);

/// <param name="Overlap">What is changed; null while something new is typed.</param>
public sealed record OverlapModel(ToolOverlap? Overlap, OverlapSaid Typed, int? Version, IReadOnlyList<Named<ToolId>> Tools, Error? Error = null);

/// <summary>Tools that do the same, and the plan to have one of them left.</summary>
internal static class OverlapPages
{
    public const string List = "/tools/overlaps";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/tools/overlaps", async (WebCall call, Desk desk, Frame frame) =>
        {
            frame.At = ToolPages.List;
            if (!(await desk.Ask(new ListOverlaps(), call.Caller)).Is(out var list, out var no)) return no.Page();
            return Show.Page<OverlapsPage, OverlapsModel>(new(list, (await desk.Ask(new ListTools(), call.Caller)).Value!.Any(l => l.Kept) || call.Caller.May(ToolPermissions.Manage)));
        });
        pages.MapGet("/tools/overlaps/new", (HttpRequest request, WebCall call, Desk desk, Frame frame) =>
            Screen(desk, call, frame, null, new([.. request.Query["tools"].OfType<string>()], request.Query["same"], null, null, null, null), null));
        pages.MapGet("/tools/overlaps/{id:long}", (long id, WebCall call, Desk desk, Frame frame) => Screen(desk, call, frame, id, null, null));
        pages.MapPost("/tools/overlaps", async (Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new MarkOverlap(Read(form)), call.Of(form))).Is(out var made, out var no) ? new SeeOther($"{List}#overlap-{made.Key}") : await Screen(desk, call, frame, null, Read(form), null, no));
        pages.MapPost("/tools/overlaps/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new ChangeOverlap(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, frame, id, Read(form), form.Version, no) : new SeeOther($"{List}#overlap-{id}"));
        pages.MapPost("/tools/overlaps/{id:long}/settlement", (long id, WebCall call, Desk desk) => desk.Press(new SettleOverlap(new(id)), call, List));
        pages.MapPost("/tools/overlaps/{id:long}/reopening", (long id, WebCall call, Desk desk) => desk.Press(new ReopenOverlap(new(id)), call, List));
    }

    private static OverlapSaid Read(Form form) => new(form.All("tools"), form["same"], form["plan"], form["stays"], form.Day("by"), form["owner"]);

    internal static async Task<OverlapSaid> Of(Desk desk, WebCall call, OverlapDetails d) =>
        new([.. d.Tools.Select(t => Value(t.Id))], d.Same, d.Plan, d.Stays is { } stays ? Value(stays.Id) : null, d.By, await ToolForms.Address(desk, call, d.Owner));

    private static string Value(ToolId id) => id.Value.ToString(CultureInfo.InvariantCulture);

    private static async Task<IResult> Screen(Desk desk, WebCall call, Frame frame, long? id, OverlapSaid? typed, int? version, Error? no = null)
    {
        frame.At = ToolPages.List;
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!(await desk.Ask(new ListOverlaps(), call.Caller)).Is(out var list, out var refused)) return refused.Page();
        var line = list.Lines.FirstOrDefault(l => l.Overlap.Key == id);
        if (id is not null && line is null) return ToolErrors.OverlapNotFound.Page();
        var tools = (await desk.Ask(new ListTools(), call.Caller)).Value!;
        if (line is { Kept: false } || (id is null && !call.Caller.May(ToolPermissions.Manage) && !tools.Any(t => t.Kept))) return Errors.Forbidden.Page();
        var shown = tools.Where(t => t.Tool.Active || line?.Overlap.Details.Tools.Any(o => o.Id == t.Tool.Id) == true).Select(t => t.Tool.Named).OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase);
        return Show.Page<OverlapPage, OverlapModel>(new(line?.Overlap, typed ?? await Of(desk, call, line!.Overlap.Details), version ?? line?.Overlap.Version, [.. shown], no), no?.Status() ?? 200);
    }
}
