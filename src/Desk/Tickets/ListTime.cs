using System.Globalization;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using NodaTime.Text;

namespace FirstContact.Tickets;

/// <summary>Which time a list is of; what is null does not narrow it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Person">Whose it was: an e-mail address or id, or 'me'.</param>
/// <param name="Team">Of the ticket, by name or id.</param>
public sealed record TimeFilter(LocalDate? From = null, LocalDate? To = null, string? Person = null, string? Team = null);

/// <summary>A page of the time that was spent on tickets, the last day first.</summary>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record ListTime(TimeFilter Filter, string? After = null, int Limit = 100) : IQuery<TimeList>
{
    public const int MostRows = 500;
    private static readonly Error LimitInvalid = FilterErrors.LimitInvalid with { Message = $"Ask for 1 to {MostRows} rows." };

    /// <summary>Whether the sum of all is wanted as well.</summary>
    public bool Summed { get; init; }

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<TimeList>> Ask(Question question)
    {
        if (Limit is < 1 or > MostRows) return LimitInvalid;
        if (Cursor(After) is not { } after) return TimeErrors.CursorInvalid;
        if (!(await Where(question)).Is(out var where, out var no)) return no;

        var read = question.Read;
        long? sum = Summed ? await read.One($"select coalesce(sum(s.minutes), 0) from time_spent s join ticket t on t.id = s.ticket {where.Sql}", r => r.GetInt64(0), where.Args) : null;
        if (after.Length > 0) where.And("(s.day, s.ticket, s.no) < (@afterDay, @afterTicket, @afterNo)", after);
        var teams = (await read.Teams()).ToDictionary(t => t.Id.Value, t => t.Name);
        var services = (await read.Services()).ToDictionary(s => s.Id.Value, s => s.Name);
        var classes = (await read.Classes()).ToDictionary(c => c.Id.Value, c => c.Name);
        var rows = await read.List($"""
            select s.day, s.ticket, s.no, s.minutes, s.words, p.id, p.name, p.email, t.kind, t.title, c.name, u.name, t.service, t.request_class, t.team
            from time_spent s join ticket t on t.id = s.ticket join person p on p.id = s.person join person c on c.id = t.customer left join unit u on u.id = c.unit
            {where.Sql} order by s.day desc, s.ticket desc, s.no desc limit {Limit + 1}
            """,
            r => new TimeRow(
                r.Day(0), new(r.GetInt64(1)), r.GetInt32(2), r.GetInt32(3), r.TextOrNull(4), new(r.GetInt64(5)), r.GetString(6), r.GetString(7), r.Word<TicketKind>(8), r.GetString(9),
                r.GetString(10), r.TextOrNull(11), r.NumberOrNull(12) is { } s ? services.GetValueOrDefault(s) : null, r.NumberOrNull(13) is { } k ? classes.GetValueOrDefault(k) : null,
                teams.GetValueOrDefault(r.GetInt64(14), "")),
            where.Args);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new TimeList(page, rows.Count > Limit ? page[^1].Cursor : null, sum);
    }

    private async Task<Result<TicketWhere>> Where(Question question)
    {
        var where = new TicketWhere(question.Caller);
        var wrong = new List<Error>();
        if (Filter.From is { } from) where.And("s.day >= @from", ("@from", from));
        if (Filter.To is { } to) where.And("s.day <= @to", ("@to", to));
        if (Filter.From > Filter.To) wrong.Add(TimeErrors.RangeInvalid);
        if (!Filter.Person.IsBlank)
        {
            var whose = Filter.Person == "me" ? new Named<PersonId>(question.Caller.Person, question.Caller.Name) : await FindPerson.ByAny(question.Read, Filter.Person);
            if (whose is { } known) where.And("s.person = @person", ("@person", known.Id));
            else wrong.Add(TicketErrors.PersonUnknown);
        }
        var team = await question.Read.FindTeam(Filter.Team);
        if (team.Error is { } unknown) wrong.Add(unknown);
        else if (team.Value is { } one) where.And("t.team = @team", ("@team", one.Id));
        return Error.Of(wrong) is { } no ? no : where;
    }

    private static (string, object?)[]? Cursor(string? after) => after.IsBlank ? [] : after!.Split('.') is [var d, var t, var n]
        && LocalDatePattern.Iso.Parse(d).TryGetValue(default, out var day)
        && long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var ticket) && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var no)
            ? [("@afterDay", day), ("@afterTicket", ticket), ("@afterNo", no)] : null;
}

/// <param name="Sum">Of all minutes of the filter; only when it was asked for.</param>
public sealed record TimeList(IReadOnlyList<TimeRow> Rows, string? Next, long? Sum);

/// <summary>Time that was spent, with what a bill or a report wants to know of its ticket.</summary>
/// <param name="Unit">Of the customer.</param>
public sealed record TimeRow(
    LocalDate Day, TicketId Ticket, int No, int Minutes, string? Words, PersonId PersonId, string Person, string Email, TicketKind Kind, string Title,
    string Customer, string? Unit, string? Service, string? RequestClass, string Team)
{
    public string Number => TicketNumber.Of(Kind, Ticket);

    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Day)}.{Ticket.Value}.{No}");
}
