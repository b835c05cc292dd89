using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Measures;

/// <summary>The tickets that a figure of the customers' history counts, the newest first.</summary>
/// <param name="Measure">The name of a <see cref="TrainingDefinition"/>.</param>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record AskedTickets(string Measure, int Months = 12, string? After = null, int Limit = 50, string Zone = "UTC") : IQuery<AskedList>
{
    private static readonly Error LimitInvalid = FilterErrors.LimitInvalid with { Message = $"Ask for 1 to {TicketsBehind.MostRows} rows." };

    /// <summary>Only of this department; nought for none.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Only about this; nought and nought for nothing known.</summary>
    public AskedAbout? About { get; init; }

    /// <summary>Only of this person of the department.</summary>
    public PersonId? Person { get; init; }

    public Permission Needs => MeasurePermissions.SeeTraining;

    public async Task<Result<AskedList>> Ask(Question question)
    {
        var read = question.Read;
        if (!question.Caller.May(TicketPermissions.SeeAll) || (Person is not null && !question.Caller.May(MeasurePermissions.SeeAskers))) return Errors.Forbidden;
        if (Limit is < 1 or > TicketsBehind.MostRows) return LimitInvalid;
        if (TrainingDefinitions.Of(Measure) is not { } definition) return MeasureErrors.MeasureUnknown;
        if (Cursor() is not { } after) return MeasureErrors.CursorUnknown;
        if (!TrainingPeriod.Of(Months, Zone, question.Now).Is(out var period, out var no)) return no;
        if (Person is not null && await FewAsk(read, period)) return MeasureErrors.TooFewAsked;

        (string, object?)[] args = [("@from", period.From), ("@before", period.Before), ("@unit", Unit), ("@category", About?.Category), ("@service", About?.Service), ("@person", Person), .. after];
        var rows = await read.List($"""
            select a.ticket, t.kind, t.title, a.opened_at, t.status, c.name, u.name, p.name from measure_asked a join ticket t on t.id = a.ticket join person p on p.id = a.customer
            left join unit u on u.id = a.unit left join category c on c.id = a.category
            where {definition.Behind}{(Unit is null ? "" : " and a.unit = @unit")}{(About is null ? "" : " and a.category = @category and a.service = @service")}{(Person is null ? "" : " and a.customer = @person")}
            {(after.Length > 0 ? "and (a.opened_at, a.ticket) < (@afterAt, @afterTicket)" : "")} order by a.opened_at desc, a.ticket desc limit {Limit + 1}
            """,
            r => new AskedRow(new(r.GetInt64(0)), TicketNumber.Of(r.Word<TicketKind>(1), new(r.GetInt64(0))), r.GetString(2), r.Instant(3), r.Word<TicketStatus>(4), r.TextOrNull(5) ?? "", r.TextOrNull(6) ?? "", r.GetString(7)), args);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new AskedList(definition, page, rows.Count > Limit ? page[^1].Cursor : null, Person is null ? null : page.FirstOrDefault()?.Customer);
    }

    /// <summary>A person is looked at only among others of a department.</summary>
    private async Task<bool> FewAsk(Reader read, TrainingPeriod period) => Unit is not { } unit || (await read.List(
        $"select distinct customer from measure_asked where unit = @unit and opened_at >= @from limit {DepartmentHistory.FewestAskers}", r => r.GetInt64(0), ("@unit", unit), ("@from", period.From))).Count < DepartmentHistory.FewestAskers;

    private (string, object?)[]? Cursor() => After.IsBlank ? [] : After!.Split('.') is [var at, var ticket]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && long.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? [("@afterAt", Columns.FromMicros(micros)), ("@afterTicket", id)] : null;
}

/// <param name="Person">Whose they are, when they are of one person.</param>
public sealed record AskedList(TrainingDefinition Definition, IReadOnlyList<AskedRow> Rows, string? Next, string? Person);

public sealed record AskedRow(TicketId Id, string Number, string Title, Instant OpenedAt, TicketStatus Status, string Category, string Unit, string Customer)
{
    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(OpenedAt)}.{Id.Value}");
}
