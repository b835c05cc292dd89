using System.Globalization;
using FirstContact.People;
using NodaTime.Text;

namespace FirstContact.Switching;

/// <summary>What is to come, the soonest first; or what was, the latest first.</summary>
/// <param name="Team">By name or id: what it offers, and where its members go; blank for any.</param>
/// <param name="Person">By id or e-mail address, 'me' for oneself; blank for anybody.</param>
/// <param name="After">The cursor that the page before ended with.</param>
public sealed record ListDays(DaysWhen When = DaysWhen.Upcoming, string? Team = null, string? Person = null, string? After = null, int Limit = 50) : IQuery<DayList>
{
    public const int MostRows = 200;

    public Permission Needs => SwitchingPermissions.TakePart;

    public async Task<Result<DayList>> Ask(Question question)
    {
        var (read, today) = (question.Read, question.Now.InUtc().Date);
        var teams = await read.Teams();
        var team = Team.IsBlank ? null : teams.FirstOrDefault(t => string.Equals(t.Name, Team!.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(Team) == t.Id.Value);
        var person = Person.IsBlank ? null : FindPerson.IsMe(Person) ? new(question.Caller.Person, question.Caller.Name) : await FindPerson.ByAny(read, Person);
        if (Error.Of(
            Limit is < 1 or > MostRows ? SwitchingErrors.LimitInvalid : null, !Team.IsBlank && team is null ? SwitchingErrors.TeamUnknown : null,
            !Person.IsBlank && person is null ? SwitchingErrors.PersonUnknown : null, Cursor() is null ? SwitchingErrors.CursorUnknown : null) is { } no) return no;

        var (ahead, cursor) = (When == DaysWhen.Upcoming, Cursor()!);
        var rows = await read.List($"""
            {SwitchDayStore.Select} where {(ahead ? "date >= @today and state <> 'Done'" : "(date < @today or state = 'Done')")}
            {(team is null ? "" : "and teams like @team")} {(person is null ? "" : "and people like @person")} {(cursor.Length == 0 ? "" : $"and (date, id) {(ahead ? ">" : "<")} (@afterDate, @afterId)")}
            order by date {(ahead ? "" : "desc")}, id {(ahead ? "" : "desc")} limit {Limit + 1}
            """, SwitchDayStore.Fill,
            [("@today", today), ("@team", SwitchDayStore.Like(team?.Id.Value ?? 0)), ("@person", SwitchDayStore.Like(person?.Id.Value ?? 0)), .. cursor]);
        var page = rows.Count > Limit ? rows[..Limit] : rows;
        return new DayList([.. page.Select(d => d.Told(teams)).Select(d => new DayLine(d, question.Caller.Keeps(d, teams)))], rows.Count > Limit ? $"{LocalDatePattern.Iso.Format(page[^1].Details.Date)}.{page[^1].Key}" : null);
    }

    private (string, object?)[]? Cursor() => After.IsBlank ? [] : After!.Split('.') is [var date, var id]
        && LocalDatePattern.Iso.Parse(date).TryGetValue(default, out var day) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? [("@afterDate", day), ("@afterId", key)] : null;
}

public enum DaysWhen { Upcoming, Past }

public sealed record DayList(IReadOnlyList<DayLine> Lines, string? Next);

/// <param name="Kept">Whether whoever asks may change, decline and cancel.</param>
public sealed record DayLine(SwitchDay Day, bool Kept);

internal static class TeamNames
{
    /// <summary>Under the names that teams have today.</summary>
    public static SwitchDay Told(this SwitchDay day, IReadOnlyList<TeamRow> teams)
    {
        return day with { Details = day.Details with { Team = Now(day.Details.Team) }, Guests = [.. day.Guests.Select(g => g with { Team = g.Team is { } team ? Now(team) : null })] };

        Named<TeamId> Now(Named<TeamId> team) => teams.FirstOrDefault(t => t.Id == team.Id)?.Named ?? team;
    }
}
