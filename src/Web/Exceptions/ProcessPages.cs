using System.Globalization;

namespace FirstContact.Exceptions;

public sealed record ProcessesModel(IReadOnlyList<ProcessLine> Lines);

/// <param name="Line">What is shown and changed; null while something new is typed.</param>
/// <param name="Kept">Whether the form is shown.</param>
public sealed record ProcessModel(ProcessLine? Line, ProcessSaid Typed, int? Version, bool Kept, ExceptionList? Told, Error? Error = null);

/// <summary>Rules and processes with their reasons: read by all at the desk, kept by coordinators and by their owners.</summary>
internal static class ProcessPages
{
    public const string List = "/settings/processes";

    private static readonly string[] Columns = ["name", "owner", "why", "bentWithinAYear", "bentEver", "open", "changedAfter", "state"];

    private static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/processes", async (WebCall call, Desk desk) => (await desk.Ask(new ListProcesses(), call.Caller)).Is(out var lines, out var no) ? Show.Page<ProcessesPage, ProcessesModel>(new(lines)) : no.Page());
        settings.MapGet("/processes.csv", async (WebCall call, Desk desk) => (await Table(desk, call)).Is(out var csv, out var no) ? csv : no.Page());
        settings.MapGet("/processes/new", (WebCall call, Desk desk) => Screen(desk, call, null, null));
        settings.MapGet("/processes/{id:long}", (long id, WebCall call, Desk desk) => Screen(desk, call, id, null));
        settings.MapPost("/processes", async (Form form, WebCall call, Desk desk) => (await desk.Do(new AddProcess(Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, null, form, no) : new SeeOther(List));
        settings.MapPost("/processes/{id:long}", async (long id, Form form, WebCall call, Desk desk) =>
            (await desk.Do(new ChangeProcess(new(id), Read(form)), call.Of(form))).Error is { } no ? await Screen(desk, call, id, form, no) : new SeeOther(List));
        settings.MapPost("/processes/{id:long}/retirement", (long id, WebCall call, Desk desk) => desk.Press(new RetireProcess(new(id)), call, List));
        settings.MapPost("/processes/{id:long}/restoration", (long id, WebCall call, Desk desk) => desk.Press(new RestoreProcess(new(id)), call, List));
    }

    private static ProcessSaid Read(Form form) => new(form["name"], form["why"], form["owner"]);

    private static async Task<IResult> Screen(Desk desk, WebCall call, long? id, Form? form, Error? no = null)
    {
        if (no?.Kind is ErrorKind.Forbidden or ErrorKind.Missing) return no.Page();
        if (!(await desk.Ask(new ListProcesses(), call.Caller)).Is(out var lines, out var refused)) return refused.Page();
        var line = lines.FirstOrDefault(l => l.Process.Key == id);
        if (id is not null && line is null) return ExceptionErrors.ProcessNotFound.Page();
        if (id is null && !call.Caller.May(ExceptionPermissions.Manage)) return Errors.Forbidden.Page();
        var typed = form is not null ? Read(form) : line is null ? new("", "", null) : new(line.Process.Name, line.Process.Details.Why, await Address(desk, call, line.Process));
        var told = id is { } one ? (await desk.Ask(new ListExceptions(Process: one.ToString(CultureInfo.InvariantCulture), Limit: 10), call.Caller)).Value : null;
        return Show.Page<ProcessPage, ProcessModel>(new(line, typed, form?.Version ?? line?.Process.Version, line?.Kept ?? true, told, no), no?.Status() ?? 200);
    }

    internal static async Task<string?> Address(Desk desk, WebCall call, Process process) => (await desk.Ask(new People.ShowPerson(process.Details.Owner.Id), call.Caller)).Value?.Person.Email ?? process.Details.Owner.Id.Value.ToString(CultureInfo.InvariantCulture);

    internal static async Task<Result<Csv>> Table(Desk desk, WebCall call) => (await desk.Ask(new ListProcesses(), call.Caller)).Is(out var lines, out var no)
        ? new Csv("processes", Columns, lines.Select(l => (IReadOnlyList<string?>)[l.Process.Name, l.Process.Details.Owner.Name, l.Process.Details.Why, Figure(l.Bent), Figure(l.BentEver), Figure(l.Open), Figure(l.Changed), l.Process.Active ? "active" : "retired"]).ToAsyncEnumerable()) : no;

    private static string Figure(int n) => n.ToString(CultureInfo.InvariantCulture);
}
