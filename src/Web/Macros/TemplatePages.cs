using System.Globalization;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed record TemplatesModel(IReadOnlyList<TemplateLine> Lines);

/// <param name="Line">What is changed; null while something new is typed.</param>
public sealed record TemplateModel(TemplateLine? Line, TemplateSaid Typed, int? Version, Choices Choices, Caller Me, Error? Error = null);

/// <summary>Ticket templates for people: a list that everyone at the desk may read, and one form that adds or changes.</summary>
internal static class TemplatePages
{
    public const string List = "/settings/ticket-templates";

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/ticket-templates", async (WebCall call, Desk desk) => (await desk.Ask(new ListTicketTemplates(), call.Caller)).Is(out var lines, out var no) ? Show.Page<TemplatesPage, TemplatesModel>(new(lines)) : no.Page());
        settings.MapGet("/ticket-templates/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/ticket-templates/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/ticket-templates", async (Form form, WebCall call, Desk desk) =>
            (await desk.Do(new AddTicketTemplate(Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, null, form, no) : new SeeOther(List));
        settings.MapPost("/ticket-templates/{id:long}", async (long id, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeTicketTemplate(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, id, form, no) : new SeeOther(List));
        settings.MapPost("/ticket-templates/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireTicketTemplate(new(id)), call, List));
        settings.MapPost("/ticket-templates/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreTicketTemplate(new(id)), call, List));
    }

    private static TemplateSaid Read(Form form) => new(form["name"], form["team"])
    {
        Kind = form.Word<TicketKind>("kind"), Title = form["title"], Description = form["description"], RequestClass = form["requestClass"], Category = form["category"], Service = form["service"], ToTeam = form["toTeam"],
        Impact = form.Word<Level>("impact"), Urgency = form.Word<Level>("urgency"), Tags = [.. (form["tags"] ?? "").Split(',')], Tasks = [.. (form["tasks"] ?? "").Split('\n')],
    };

    /// <summary>As it is, in the names that a form and a program use.</summary>
    internal static TemplateSaid Of(TemplateLine line) => new(line.Template.Name, Whose.Value(line.Template.Details.Team))
    {
        Kind = line.Told.Kind, Title = line.Told.Title, Description = line.Told.Description, RequestClass = line.Told.Class?.Name, Category = line.Told.Category?.Name, Service = line.Told.Service?.Name, ToTeam = line.Told.Team?.Name,
        Impact = line.Told.Impact, Urgency = line.Told.Urgency, Tags = line.Told.Tags, Tasks = line.Told.Tasks,
    };

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, Form? form, Error? no = null)
    {
        if (!call.Caller.May(MacroPermissions.Manage) || no?.Kind == ErrorKind.Forbidden) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ListTicketTemplates(), call.Caller)).Is(out var lines, out var refused)) return refused.Page();
        var line = lines.FirstOrDefault(l => l.Template.Key == id);
        if (id is not null && line is null) return MacroErrors.TemplateNotFound.Page();
        if (line is { Kept: false }) return Errors.Forbidden.Page();
        var typed = form is not null ? Read(form) : line is not null ? Of(line) : new(null, null);
        return Show.Page<TemplatePage, TemplateModel>(new(line, typed, form?.Version ?? line?.Template.Version, await Choices.Ask(desk, call.Caller), call.Caller, no), no?.Status() ?? 200);
    }
}
