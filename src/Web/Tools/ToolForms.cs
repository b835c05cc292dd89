using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <param name="Tool">What is changed; null while something new is typed.</param>
public sealed record ToolFormModel(Tool? Tool, ToolSaid Typed, int? Version, IReadOnlyList<TeamRow> Teams, Error? Error = null);

/// <param name="For">The ticket for which it is missing.</param>
public sealed record AskingModel(ToolLine Line, string? Why, string? For, Error? Error = null);

/// <summary>One form that adds or changes a tool, and one that asks for it.</summary>
internal static class ToolForms
{
    private static readonly Role[] Roles = [Role.Agent, Role.TeamLead, Role.KnowledgeManager, Role.ServiceCoordinator, Role.ApplicationOwner, Role.Administrator];

    /// <summary>Those that work at the desk.</summary>
    public static IReadOnlyList<Role> Serving => Roles;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/tools/new", (WebCall call, Desk desk, Frame frame) => Screen(desk, call, frame, null, null));
        pages.MapGet("/tools/{id:long}/form", (long id, WebCall call, Desk desk, Frame frame) => Screen(desk, call, frame, id, null));
        pages.MapPost("/tools", async (Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new AddTool(Read(form)), call.Of(form))).Is(out var made, out var no) ? new SeeOther(ToolPages.At(made.Key)) : await Screen(desk, call, frame, null, form, no));
        pages.MapPost("/tools/{id:long}", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new ChangeTool(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, frame, id, form, no) : new SeeOther(ToolPages.At(id)));
        pages.MapGet("/tools/{id:long}/asking", (long id, string? ticket, WebCall call, Desk desk, Frame frame) => Asking(id, call, desk, frame, null, ticket));
        pages.MapPost("/tools/{id:long}/asking", async (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new AskForTool(new(id), form["why"], form["for"]), call.Call with { Key = form["once"] ?? call.Call.Key })).Is(out var ticket, out var no) ? new SeeOther($"/t/{ticket.Number}")
            : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Asking(id, call, desk, frame, form["why"], form["for"], no));
    }

    private static ToolSaid Read(Form form) => new(
        form["name"], form.Word<ToolKind>("kind") ?? ToolKind.Tool, form["purpose"], form["platform"], form["workStyle"], form["standards"], form["metrics"], form["link"], form["owner"],
        form.All("teams"), [.. form.All("roles").Where(r => Roles.Any(k => k.ToString() == r)).Select(Enum.Parse<Role>)]);

    /// <summary>As it is, in the names that a form and a program use.</summary>
    /// <param name="owner">The address of the owner.</param>
    internal static ToolSaid Of(ToolDetails d, string? owner) => new(
        d.Name, d.Kind, d.Purpose, d.Platform, d.WorkStyle, d.Standards, d.Metrics, d.Link, owner, [.. d.Teams.Select(t => t.Id.Value.ToString(CultureInfo.InvariantCulture))], d.Roles);

    internal static async Task<string?> Address(Desk desk, WebCall call, Named<PersonId>? owner) =>
        owner is { } one ? (await desk.Ask(new ShowPerson(one.Id), call.Caller)).Value?.Person.Email : null;

    private static async Task<IResult> Screen(Desk desk, WebCall call, Frame frame, long? id, Form? form, Error? no = null)
    {
        frame.At = ToolPages.List;
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!(await desk.Ask(new ListTools(), call.Caller)).Is(out var lines, out var refused)) return refused.Page();
        var line = lines.FirstOrDefault(l => l.Tool.Key == id);
        if (id is not null && line is null) return ToolErrors.NotFound.Page();
        if (line is { Kept: false } || (id is null && !call.Caller.May(ToolPermissions.Manage))) return Errors.Forbidden.Page();
        var typed = form is not null ? Read(form) : line is not null ? Of(line.Tool.Details, await Address(desk, call, line.Tool.Details.Owner)) : Of(ToolDetails.Blank, null);
        return Show.Page<ToolFormPage, ToolFormModel>(new(line?.Tool, typed, form?.Version ?? line?.Tool.Version, (await desk.Ask(new ListTeams(), call.Caller)).Value!, no), no?.Status() ?? 200);
    }

    private static async Task<IResult> Asking(long id, WebCall call, Desk desk, Frame frame, string? why, string? ticket, Error? no = null)
    {
        frame.At = ToolPages.List;
        if (!call.Caller.May(TicketPermissions.Work)) return Errors.Forbidden.Page();
        var line = (await desk.Ask(new ListTools(), call.Caller)).Value?.FirstOrDefault(l => l.Tool.Key == id && l.Tool.Active);
        return line is null ? ToolErrors.NotFound.Page() : Show.Page<AskingPage, AskingModel>(new(line, why, ticket, no), no?.Status() ?? 200);
    }
}
