using System.Globalization;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Tools;

/// <param name="Lines">Of the filter.</param>
/// <param name="Platforms">All there are, to choose from.</param>
public sealed record ToolsModel(IReadOnlyList<ToolLine> Lines, IReadOnlyList<string> Platforms, IReadOnlyList<Named<PersonId>> Owners, string? Platform, string? Owner, Error? Error = null);

/// <param name="Part">The form that was refused: withhold or procedure.</param>
public sealed record ToolModel(ToolView View, IReadOnlyList<TeamRow> Teams, IReadOnlyList<Named<ToolId>> Others, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <summary>The inventory for everybody at the desk; the forms for who keeps it.</summary>
internal static class ToolPages
{
    public const string List = "/tools";
    private static readonly string[] Columns = ["name", "kind", "purpose", "platform", "workStyle", "owner", "standards", "metrics", "link", "teams", "roles", "firstContact", "withheldFrom", "since", "by", "why", "requests", "state"];

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/tools", Page);
        pages.MapGet("/tools.csv", async (string? platform, string? owner, WebCall call, Desk desk) => (await Table(platform, owner, call, desk)).Is(out var csv, out var no) ? csv : no.Page());
        ToolForms.Map(pages);
        pages.MapGet("/tools/{id:long}", (long id, WebCall call, Desk desk, Frame frame, Times times) => Screen(id, call, desk, frame, times));
        pages.MapPost("/tools/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireTool(new(id)), call, At(id)));
        pages.MapPost("/tools/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreTool(new(id)), call, At(id)));
        pages.MapPost("/tools/{id:long}/withholdings", (long id, Form form, WebCall call, Desk desk, Frame frame, Times times) =>
            Run(new WithholdTool(new(id), form["team"], form.Day("since"), form["by"], form["why"]), id, "withhold", form, call, desk, frame, times));
        pages.MapPost("/tools/{id:long}/withholdings/end", (long id, Form form, WebCall call, Desk desk) => desk.Press(new GiveTool(new(id), form["team"]), call, At(id)));
        pages.MapPost("/tools/{id:long}/procedures", (long id, Form form, WebCall call, Desk desk, Frame frame, Times times) =>
            Run(new WriteProcedure(new(id), form["to"], form["steps"]), id, "procedure", form, call, desk, frame, times));
        pages.MapPost("/tools/{id:long}/procedures/removal", (long id, Form form, WebCall call, Desk desk) => desk.Press(new RemoveProcedure(new(id), new(form.Number("to") ?? 0)), call, At(id)));
    }

    private static async Task<IResult> Page(string? platform, string? owner, WebCall call, Desk desk, Frame frame)
    {
        frame.At = List;
        if (!(await desk.Ask(new ListTools(), call.Caller)).Is(out var all, out var no)) return no.Page();
        var found = await desk.Ask(new ListTools(platform, owner), call.Caller);
        var platforms = all.Select(l => l.Tool.Details.Platform).Where(p => p.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        var owners = all.Select(l => l.Tool.Details.Owner).OfType<Named<PersonId>>().DistinctBy(o => o.Id).OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase);
        return Show.Page<ToolsPage, ToolsModel>(new(found.Value ?? [], [.. platforms], [.. owners], platform, owner, found.Error), found.Error?.Status() ?? 200);
    }

    private static async Task<IResult> Run(Command<Tool> command, long id, string part, Form form, WebCall call, Desk desk, Frame frame, Times times)
    {
        if (!(await desk.Do(command, call.Call)).Is(out _, out var no))
            return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, frame, times, m => m with { Part = part, Typed = form, Error = no }, no);
        return new SeeOther(At(id));
    }

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Frame frame, Times times, Func<ToolModel, ToolModel>? with = null, Error? refused = null)
    {
        frame.At = List;
        if (!(await desk.Ask(new ShowTool(new(id), Month(times)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var others = (await desk.Ask(new ListTools(), call.Caller)).Value!.Where(l => l.Tool.Active && l.Tool.Key != id).Select(l => l.Tool.Named).OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase);
        var model = new ToolModel(view, (await desk.Ask(new ListTeams(), call.Caller)).Value!, [.. others]);
        return Show.Page<ToolPage, ToolModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }

    /// <summary>When this month began, where the desk is.</summary>
    internal static Instant Month(Times times) => times.Zone.AtStartOfDay(times.ToDay.With(DateAdjusters.StartOfMonth)).ToInstant();

    /// <summary>A row a team that must do without; a tool that is withheld from nobody has one row all the same.</summary>
    internal static async Task<Result<Csv>> Table(string? platform, string? owner, WebCall call, Desk desk) =>
        (await desk.Ask(new ListTools(platform, owner), call.Caller)).Is(out var lines, out var no) ? new Csv("tools", Columns, Rows(lines).ToAsyncEnumerable()) : no;

    private static IEnumerable<IReadOnlyList<string?>> Rows(IReadOnlyList<ToolLine> lines) =>
        from line in lines
        let d = line.Tool.Details
        from withheld in line.Tool.Withheld.Cast<Withholding?>().DefaultIfEmpty()
        select (string?[])
        [
            d.Name, ToolWords.Code(d.Kind), d.Purpose, d.Platform, d.WorkStyle, d.Owner?.Name, d.Standards, d.Metrics, d.Link, string.Join(", ", d.Teams), string.Join(", ", d.Roles.Select(ToolWords.Code)),
            ToolWords.Code(line.Front.Use), withheld?.Team.Name, withheld is null ? null : LocalDatePattern.Iso.Format(withheld.Since), withheld?.By.Name, withheld?.Why,
            line.Tool.Requests.ToString(CultureInfo.InvariantCulture), line.Tool.Active ? "active" : "retired",
        ];
}
