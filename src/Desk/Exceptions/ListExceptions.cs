using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>What is told to all teams, the newest first: no customer, and nobody who has not agreed to be named.</summary>
/// <param name="Outcome">processChanges or reasonReinforced; blank for either.</param>
/// <param name="Process">By name or id; blank for any.</param>
public sealed record ListExceptions(string? Outcome = null, string? Process = null, string? After = null, int Limit = 50) : IQuery<ExceptionList>
{
    public const int MostRows = 200;

    public Permission Needs => ExceptionPermissions.See;

    public async Task<Result<ExceptionList>> Ask(Question question)
    {
        var where = new List<string> { "e.state = 'Ended'" };
        var args = new List<(string, object?)>();
        var wrong = new List<Error>();
        if (Limit is < 1 or > MostRows) wrong.Add(ExceptionErrors.LimitInvalid);
        if (!Outcome.IsBlank)
        {
            if (Enum.TryParse<ExceptionOutcome>(Outcome, true, out var outcome) && char.IsLetter(Outcome![0])) { where.Add("e.outcome = @outcome"); args.Add(("@outcome", outcome)); }
            else wrong.Add(ExceptionErrors.OutcomeUnknown);
        }
        if (!Process.IsBlank)
        {
            var named = (await question.Read.Processes()).FirstOrDefault(p => string.Equals(p.Process.Name, Process!.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(Process) == p.Process.Key);
            if (named is null) wrong.Add(ExceptionErrors.ProcessUnknown);
            else { where.Add("e.process = @process"); args.Add(("@process", named.Process.Id)); }
        }
        if (!After.IsBlank)
        {
            if (After!.Split('.') is [var micros, var id] && long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= Columns.Micros(Instant.MaxValue) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            {
                where.Add("(e.ended_at, e.id) < (@afterAt, @afterId)");
                args.AddRange([("@afterAt", Columns.FromMicros(at)), ("@afterId", key)]);
            }
            else wrong.Add(ExceptionErrors.CursorInvalid);
        }
        if (Error.Of(wrong) is { } no) return no;

        var rows = await question.Read.List($"""
            select {ExceptionStore.Names}, w.name from {ExceptionStore.Tables} join person w on w.id = e.person
            where {string.Join(" and ", where)} order by e.ended_at desc, e.id desc limit {Limit + 1}
            """, r => ToldException.Of(ExceptionStore.Of(r), r.GetString(14), question.Caller.May(TicketPermissions.SeeAll)), [.. args]);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new ExceptionList(page, rows.Count > Limit ? page[^1].Cursor : null);
    }
}

public sealed record ExceptionList(IReadOnlyList<ToldException> Rows, string? Next);

/// <summary>An exception as all teams read it.</summary>
/// <param name="Person">Whoever bent the rule, if that person agreed to be named.</param>
/// <param name="Ticket">For whoever may see it.</param>
public sealed record ToldException(ExceptionId Id, string Rule, ProcessId? Process, ExceptionEnding Ending, Instant EndedAt, string? Person, TicketId? Ticket)
{
    internal string Cursor => string.Create(CultureInfo.InvariantCulture, $"{Columns.Micros(EndedAt)}.{Id.Value}");

    internal static ToldException Of(CustomerException e, string person, bool sees) =>
        new(e.Id, e.Details.Rule, e.Details.Process?.Id, e.Ending!, e.EndedAt!.Value, e.MayName ? person : null, sees ? e.Ticket : null);
}
