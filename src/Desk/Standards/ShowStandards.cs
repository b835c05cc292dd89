using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Clocks;
using FirstContact.People;

namespace FirstContact.Standards;

/// <summary>What the desk publishes: its words, what it promises with what was kept, and what is said to it.</summary>
/// <param name="Anyone">Asked by somebody who has not signed in: only where everybody may read it.</param>
public sealed record ShowStandards(bool Anyone = false, string Zone = "UTC") : IQuery<ShownStandards>
{
    private const int MostComments = 100;

    public Permission Needs => Permission.SignedIn;

    public async Task<Result<ShownStandards>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        var (words, manages) = ((await read.Standards()).Words, !Anyone && caller.May(StandardPermissions.Manage));
        if (words.Open == Openness.Hidden && !manages || Anyone && words.Open != Openness.Everybody) return StandardErrors.NotFound;

        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? DateTimeZone.Utc;
        var (hours, shown) = (await read.Hours(), new List<ShownStandard>());
        var zones = (await read.Units()).Where(u => u.Zone is not null).ToDictionary(u => Party.Of(new Named<UnitId>(u.Id, u.Name)), u => u.Zone);
        foreach (var agreement in (await read.Agreements()).Where(a => words.Shown.Contains(a.Id)))
            if (agreement.At(question.Now) is { } version)
                shown.Add(new(agreement.Title, agreement.Parties.Receiver, version, agreement.ReviewedOn, await ShowAttainment.Of(read, agreement, zone, question.Now))
                {
                    Hours = version.Terms.Targets.Select(t => t.Hours.Id).Distinct().ToDictionary(id => id, id => hours.Of(new(id, zones.GetValueOrDefault(agreement.Parties.Receiver)))),
                });
        // Whoever has not signed in reads what was said, and not by whom.
        var comments = await read.List($"{StandardsCommentStore.Select} where c.hidden is null order by c.said_at desc, c.id desc limit {MostComments}", StandardsCommentStore.Of);
        var names = Anyone ? new Dictionary<PersonId, string>() : await FindPerson.Names(read, comments.SelectMany(c => c.Answers.Select(a => a.By).Append(c.Person)));
        return new ShownStandards(words, (await read.Standards()).Version, shown, comments, names, manages);
    }
}

/// <param name="Names">Of those who said something; empty for who has not signed in.</param>
public sealed record ShownStandards(StandardsWords Words, int Version, IReadOnlyList<ShownStandard> Standards, IReadOnlyList<StandardsComment> Comments, IReadOnlyDictionary<PersonId, string> Names, bool Manages);

/// <param name="For">Whom it is promised to.</param>
public sealed record ShownStandard(string Title, Party For, SignedVersion Version, LocalDate? ReviewedOn, Attainment Attained)
{
    /// <summary>Those by which its targets are counted: who reads it cannot look the calendars up.</summary>
    public required IReadOnlyDictionary<CalendarId, OpenHours> Hours { get; init; }
}
