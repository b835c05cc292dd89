using System.Globalization;
using FirstContact.Services;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Majors;

public sealed record DeclareModel(Ticket Ticket, string Customer, IReadOnlyList<RunningMajor> Running, IReadOnlyList<ServiceRow> Services, Form? Typed = null, Error? Error = null);

/// <param name="Part">The form that was refused: news, over, change or review.</param>
public sealed record MajorModel(MajorView View, IReadOnlyList<ServiceRow> Services, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <summary>Declaring a major incident, leading it and looking back.</summary>
internal static class MajorPages
{
    public const string List = "/majors";
    private static readonly string[] Columns = ["title", "ticket", "lead", "services", "declared", "over", "minutes", "news", "reviewed", "followUpsOpen"];

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/majors", async (string? after, WebCall call, Desk desk) => (await desk.Ask(new ListMajors(after), call.Caller)).Is(out var list, out var no) ? Show.Page<MajorsPage, MajorList>(list) : no.Page());
        pages.MapGet("/majors.csv", async (WebCall call, Desk desk) => (await Table(call, desk)).Is(out var csv, out var no) ? csv : (IResult)no.Page());
        pages.MapGet("/majors/{id:long}", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, call, desk, frame));
        pages.MapPost("/majors/{id:long}/news", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new TellMajor(new(id), form["words"]), id, "news", form, call, desk, frame));
        pages.MapPost("/majors/{id:long}/over", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new EndMajor(new(id), form["words"]), id, "over", form, call, desk, frame));
        pages.MapPost("/majors/{id:long}/change", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new ChangeMajor(new(id), Said(form)), id, "change", form, call, desk, frame));
        pages.MapPost("/majors/{id:long}/review", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new ReviewMajor(new(id), form["happened"], form["causes"], form["well"], FollowUps(form)), id, "review", form, call, desk, frame));
        pages.MapPost("/majors/{id:long}/follow-ups/{no:int}", (long id, int no, Form form, WebCall call, Desk desk) => desk.Press(new TickFollowUpOfMajor(new(id), no, form["done"] == "yes"), call, At(id)));
        pages.MapGet("/t/{number}/major", (TicketAt number, WebCall call, Desk desk, Frame frame) => Declaring(number, call, desk, frame));
        pages.MapPost("/t/{number}/major", async (TicketAt number, Form form, WebCall call, Desk desk, Frame frame) =>
            (await desk.Do(new DeclareMajor(number, Said(form), form["words"]), call.Of(form) with { Expects = null })).Is(out var made, out var no) ? new SeeOther(At(made.Key))
                : no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Declaring(number, call, desk, frame, form, no));
        pages.MapPost("/t/{number}/majors/{id:long}", (TicketAt number, long id, WebCall call, Desk desk) => desk.Press(new JoinMajor(new(id), number), call, $"/t/{((TicketId)number).Value}"));
        pages.MapPost("/t/{number}/majors/{id:long}/removal", (TicketAt number, long id, WebCall call, Desk desk) => desk.Press(new LeaveMajor(new(id), number), call, At(id)));
    }

    private static MajorSaid Said(Form form) => new(form["title"], form["lead"], form["bridge"], form.All("services"), form.Number("rhythm"));

    /// <summary>What stands in the rows of follow-ups; rows that were left empty are none.</summary>
    private static Seq<FollowUpSaid> FollowUps(Form form) =>
        [.. Enumerable.Range(1, MajorIncident.MostFollowUps).Select(i => new FollowUpSaid(form[$"what-{i}"], form[$"owner-{i}"], form.Day($"due-{i}"), form.Ticked($"done-{i}"))).Where(f => !f.What.IsBlank || !f.Owner.IsBlank)];

    private static async Task<IResult> Declaring(TicketId id, WebCall call, Desk desk, Frame frame, Form? typed = null, Error? error = null)
    {
        frame.At = "/tickets";
        if (!call.Caller.May(MajorPermissions.Run)) return Errors.Forbidden.Page();
        if (!(await desk.Ask(new ShowTicket(id), call.Caller)).Is(out var view, out var no)) return no.Page();
        var running = (await desk.Ask(new ListRunningMajors(), call.Caller)).Value ?? [];
        return Show.Page<DeclareMajorPage, DeclareModel>(new(view.Ticket, view.Customer.Name, running, (await desk.Ask(new ListServices(), call.Caller)).Value ?? [], typed, error), error?.Status() ?? 200);
    }

    private static async Task<IResult> Run(Command<MajorIncident> command, long id, string part, Form form, WebCall call, Desk desk, Frame frame)
    {
        if ((await desk.Do(command, call.Of(form))).Error is not { } no) return new SeeOther(At(id));
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, frame, m => m with { Part = part, Typed = form, Error = no }, no);
    }

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Frame frame, Func<MajorModel, MajorModel>? with = null, Error? refused = null)
    {
        frame.At = List;
        if (!(await desk.Ask(new ShowMajor(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var model = new MajorModel(view, view is { Runs: true, Major.IsRunning: true } ? (await desk.Ask(new ListServices(), call.Caller)).Value ?? [] : []);
        return Show.Page<MajorPage, MajorModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }

    internal static async Task<Result<Csv>> Table(WebCall call, Desk desk) => (await desk.Ask(new ListMajors(), call.Caller)).Is(out var first, out var no) ? new Csv("major-incidents", Columns, Rows(first, call.Caller, desk)) : no;

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(MajorList page, Caller caller, Desk desk)
    {
        for (var list = page; ; list = (await desk.Ask(new ListMajors(list.Next), caller)).Value!)
        {
            foreach (var m in list.Rows)
                yield return [m.Details.Title, m.Ticket.Name, m.Details.Lead.Name, string.Join(", ", m.Details.Services.Select(s => s.Name)), InstantPattern.General.Format(m.DeclaredAt), m.OverAt is { } over ? InstantPattern.General.Format(over) : null,
                    m.OverAt is { } end ? ((long)(end - m.DeclaredAt).TotalMinutes).ToString(CultureInfo.InvariantCulture) : null, m.News.ToString(CultureInfo.InvariantCulture), m.Review is null ? "no" : "yes", m.Review?.FollowUps.Count(f => !f.Done).ToString(CultureInfo.InvariantCulture)];
            if (list.Next is null) yield break;
        }
    }
}
