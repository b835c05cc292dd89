using System.Globalization;
using FirstContact.Measures;
using NodaTime.Text;

namespace FirstContact.Targets;

/// <param name="Query">What narrows the list, as the address says it.</param>
public sealed record TargetTicketsModel(TargetTickets List, string Path, IReadOnlyList<(string Name, string Value)> Query, Decided? Only)
{
    public string At(params (string Name, string? Value)[] more)
    {
        var parts = Query.Where(q => more.All(m => m.Name != q.Name)).Concat(more.Where(m => m.Value is not null).Select(m => (m.Name, Value: m.Value!))).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}").ToList();
        return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts)}";
    }
}

/// <summary>The tickets behind each figure, with what each of them is.</summary>
internal static class TargetTicketPages
{
    private static readonly string[] Narrowing = ["period", "team", "only"];

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/targets/{id:long}/tickets", (long id, HttpRequest request, WebCall call, Desk desk, Frame frame) => Page(OfGoal(id, request.Query), request, call, desk, frame));
        pages.MapGet("/targets/measures/{measure}/tickets", (string measure, HttpRequest request, WebCall call, Desk desk, Frame frame) => Page(OfMeasure(measure, request.Query), request, call, desk, frame));
    }

    public static Result<TicketsOfTarget> OfGoal(long id, IQueryCollection query)
    {
        LocalDate? period = null;
        if (Typed(query, "period") is { } typed)
        {
            if (!LocalDatePattern.Iso.Parse(typed).TryGetValue(default, out var day)) return TargetErrors.PeriodUnknown;
            period = day;
        }
        return Asked(new(new(id), period), query);
    }

    public static Result<TicketsOfTarget> OfMeasure(string measure, IQueryCollection query)
    {
        if (ApiWord.Read<StandardMeasure>(measure) is not { } known) return MeasureErrors.MeasureUnknown;
        var span = Typed(query, "period") is { } typed ? ApiWord.Read<TargetSpan>(typed) : TargetSpan.Month;
        return span is { } one ? Asked(new(null) { Measure = known, Span = one }, query) : TargetErrors.SpanUnknown;
    }

    private static Result<TicketsOfTarget> Asked(TicketsOfTarget list, IQueryCollection query)
    {
        var only = Typed(query, "only") is { } typed ? ApiWord.Read<Decided>(typed) : null;
        if (only is null && Typed(query, "only") is not null) return TargetErrors.OnlyUnknown;
        return list with
        {
            Team = Typed(query, "team"), Only = only, After = Typed(query, "after"),
            Limit = Typed(query, "limit") is { } limit ? int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : list.Limit,
        };
    }

    private static async Task<IResult> Page(Result<TicketsOfTarget> asked, HttpRequest request, WebCall call, Desk desk, Frame frame)
    {
        frame.At = TargetPages.List;
        if (!asked.Is(out var query, out var unclear)) return unclear.Page();
        if (!(await desk.Ask(query, call.Caller)).Is(out var list, out var no)) return no.Page();
        return Show.Page<TargetTicketsPage, TargetTicketsModel>(new(list, request.Path, [.. Narrowing.Select(n => (n, Typed(request.Query, n)!)).Where(n => n.Item2 is not null)], query.Only));
    }

    private static string? Typed(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
