using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>One day with its history, and what whoever asks may do with it.</summary>
public sealed record ShowDay(SwitchDayId Id) : IQuery<DayView>
{
    public Permission Needs => SwitchingPermissions.TakePart;

    public async Task<Result<DayView>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        if (await read.One($"{SwitchDayStore.Select} where id = @id", SwitchDayStore.Fill, ("@id", Id)) is not { } found) return SwitchingErrors.NotFound;
        var teams = await read.Teams();
        var day = found.Told(teams);
        var entries = (await new JournalReader(question.Catalogue).Of(read, SwitchDay.Subject, Id.Value)).Where(e => e.Event is not TellingsSeen).ToList();
        var names = await FindPerson.Names(read, entries.Select(e => e.Actor).Concat(day.Told.Select(t => t.About)));
        var (today, mine) = (question.Now.InUtc().Date, teams.Any(t => t.Id == day.Details.Team.Id && t.Members.Contains(caller.Person)));
        var keeps = caller.Keeps(day, teams);
        return new DayView(
            day, keeps,
            MayBook: day.State == DayState.Offered && day.Details.Date >= today && day.Free > 0 && !mine && !day.Has(caller.Person),
            LedTeams: [.. teams.Where(t => t.Active && t.Id != day.Details.Team.Id && caller.Leads(t)).Select(t => t.Named)],
            MayWrite: day.State != DayState.Cancelled && day.Details.Date <= today && day.Guests.Count > 0 && (keeps || day.Has(caller.Person)),
            Skills: [.. teams.Where(t => t.Active && (t.Id == day.Details.Team.Id || day.Guests.Any(g => g.Team?.Id == t.Id))).SelectMany(t => t.Skills).Distinct(StringComparer.OrdinalIgnoreCase)],
            News: [.. day.Told.Where(t => t.To == caller.Person).Select(t => new DayNews(t, names.GetValueOrDefault(t.About, "")))],
            History: [.. entries.Select(e => new DayEntry(e.At, names.GetValueOrDefault(e.Actor, ""), question.Catalogue.Sentence(e.Event))).Reverse()]);
    }
}

/// <param name="Keeps">Whether whoever asks may change, decline and cancel.</param>
/// <param name="MayBook">For himself.</param>
/// <param name="LedTeams">Of other teams that he leads: for their members he may book as well.</param>
/// <param name="MayWrite">Whether he may write down what was seen, now.</param>
/// <param name="Skills">What the teams concerned are skilled in: what one would choose from.</param>
/// <param name="News">What he has been told of it and not read yet.</param>
/// <param name="History">The newest first.</param>
public sealed record DayView(SwitchDay Day, bool Keeps, bool MayBook, Seq<Named<TeamId>> LedTeams, bool MayWrite, Seq<string> Skills, IReadOnlyList<DayNews> News, IReadOnlyList<DayEntry> History);

/// <param name="About">The name of who booked or withdrew; else of who did it.</param>
public sealed record DayNews(Telling Telling, string About);

public sealed record DayEntry(Instant At, string By, string Sentence);
