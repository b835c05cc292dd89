using System.Globalization;
using System.Runtime.CompilerServices;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Exceptions;

/// <param name="Told">Null when what was asked for could not be understood.</param>
public sealed record ExceptionsModel(OwnExceptions Own, IReadOnlyList<ProcessLine> Processes, ExceptionList? Told, string? Outcome, string? Process, string? After, Error? Error = null)
{
    /// <summary>The same question at another address, or its next page.</summary>
    public string Address(string path, string? after = null) => string.Join('&', new[] { ("outcome", Outcome), ("process", Process), ("after", after) }.Where(p => !p.Item2.IsBlank).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}")) is { Length: > 0 } asked ? $"{path}?{asked}" : path;
}

/// <param name="Part">The form that was refused: question, answer, ending or place.</param>
public sealed record ExceptionModel(ExceptionView View, IReadOnlyList<ProcessLine> Processes, string? Part = null, Form? Typed = null, Error? Error = null)
{
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;

    public Error? ErrorOf(string part) => Part == part ? Error : null;
}

/// <summary>What was bent and how it ended, for all teams; and one exception for those in it.</summary>
internal static class ExceptionPages
{
    public const string List = "/exceptions";
    private static readonly string[] Columns = ["rule", "outcome", "told", "words", "from", "ended", "person"];

    public static string At(long id) => string.Create(CultureInfo.InvariantCulture, $"{List}/{id}");

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/exceptions", Page);
        pages.MapGet("/exceptions.csv", async (string? outcome, string? process, WebCall call, Desk desk, Times times) => (await Table(outcome, process, call, desk, times)).Is(out var csv, out var no) ? csv : no.Page());
        pages.MapGet("/exceptions/{id:long}", (long id, WebCall call, Desk desk, Frame frame) => Screen(id, call, desk, frame));
        pages.MapPost("/exceptions/{id:long}/question", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new AskBackOnException(new(id), form["question"]), id, "question", form, call, desk, frame));
        pages.MapPost("/exceptions/{id:long}/answer", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new AnswerException(new(id), form["answer"]), id, "answer", form, call, desk, frame));
        pages.MapPost("/exceptions/{id:long}/place", (long id, Form form, WebCall call, Desk desk, Frame frame) => Run(new PlaceException(new(id), form["process"]), id, "place", form, call, desk, frame));
        pages.MapPost("/exceptions/{id:long}/ending", (long id, Form form, WebCall call, Desk desk, Frame frame) =>
            Run(new EndException(new(id), form.Word<ExceptionOutcome>("outcome"), form["told"], form["words"], form.Day("from")), id, "ending", form, call, desk, frame));
        pages.MapPost("/exceptions/{id:long}/reading", (long id, WebCall call, Desk desk) => desk.Press(new ReadEnding(new(id)), call, At(id)));
        pages.MapPost("/exceptions/{id:long}/naming", (long id, Form form, WebCall call, Desk desk) => desk.Press(new LetBeNamed(new(id), form["may"] == "yes"), call, At(id)));
        pages.MapPost("/exceptions/{id:long}/withdrawal", (long id, WebCall call, Desk desk) => desk.Press(new WithdrawException(new(id)), call, At(id)));
    }

    private static async Task<IResult> Page(string? outcome, string? process, string? after, WebCall call, Desk desk, Frame frame)
    {
        frame.At = List;
        if (!(await desk.Ask(new ListOwnExceptions(true), call.Caller)).Is(out var own, out var no)) return no.Page();
        var told = await desk.Ask(new ListExceptions(outcome, process, after), call.Caller);
        return Show.Page<ExceptionsPage, ExceptionsModel>(new(own, (await desk.Ask(new ListProcesses(), call.Caller)).Value!, told.Value, outcome, process, after, told.Error), told.Error?.Status() ?? 200);
    }

    private static async Task<IResult> Run(Command<CustomerException> command, long id, string part, Form form, WebCall call, Desk desk, Frame frame)
    {
        if ((await desk.Do(command, call.Of(form))).Error is not { } no) return new SeeOther(At(id));
        return no.Kind is ErrorKind.Forbidden or ErrorKind.Missing ? no.Page() : await Screen(id, call, desk, frame, m => m with { Part = part, Typed = form, Error = no }, no);
    }

    private static async Task<IResult> Screen(long id, WebCall call, Desk desk, Frame frame, Func<ExceptionModel, ExceptionModel>? with = null, Error? refused = null)
    {
        frame.At = List;
        if (!(await desk.Ask(new ShowException(new(id)), call.Caller)).Is(out var view, out var no)) return no.Page();
        var model = new ExceptionModel(view, view.Whole is { Reviews: true } ? (await desk.Ask(new ListProcesses(), call.Caller)).Value! : []);
        return Show.Page<ExceptionPage, ExceptionModel>(with is null ? model : with(model), refused?.Status() ?? 200);
    }

    internal static async Task<Result<Csv>> Table(string? outcome, string? process, WebCall call, Desk desk, Times times) =>
        (await desk.Ask(new ListExceptions(outcome, process, null, ListExceptions.MostRows), call.Caller)).Is(out var first, out var no) ? new Csv("exceptions", Columns, Rows(first, outcome, process, call.Caller, desk, times)) : no;

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(ExceptionList page, string? outcome, string? process, Caller caller, Desk desk, Times times, [EnumeratorCancellation] CancellationToken stop = default)
    {
        for (var list = page; ; list = (await desk.Ask(new ListExceptions(outcome, process, list.Next, ListExceptions.MostRows), caller, stop)).Value!)
        {
            foreach (var e in list.Rows)
                yield return [e.Rule, ExceptionWords.Code(e.Ending.Outcome), e.Ending.Told, e.Ending.Words, e.Ending.From is { } from ? LocalDatePattern.Iso.Format(from) : null, LocalDatePattern.Iso.Format(e.EndedAt.InZone(times.Zone).Date), e.Person];
            if (list.Next is null) yield break;
        }
    }
}

/// <summary>'I bent a rule for a customer', from the ticket.</summary>
internal static class TicketExceptionPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("/t/{number}/exceptions", async (TicketAt number, Form form, WebCall call, Desk desk, TicketScreen screen) =>
            (await desk.Do(new RecordException(number, form["rule"], form["instead"], form["why"], form.Ticked("mayName")), call.Of(form))).Error is { } no ? await screen.Again(number, call, form, "exception", no) : new SeeOther($"/t/{((TicketId)number).Value}"));
        pages.MapGet("/suggest/processes", async (string? q, WebCall call, Desk desk) => (await desk.Ask(new ListProcesses(), call.Caller)).Is(out var processes, out var no)
            ? TypedResults.Content(Html.Join(processes.Where(p => p.Process.Active && (q.IsBlank || p.Process.Name.Contains(q!.Trim(), StringComparison.CurrentCultureIgnoreCase))).Take(8)
                .Select(p => Html.Of($"<option value=\"{p.Process.Name}\">{p.Process.Details.Owner.Name}</option>"))).ToString(), "text/html; charset=utf-8")
            : (IResult)no.Problem());
    }
}
