using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>What of days with other teams needs whoever asks: what he was told, what he is to write down, what he is to do. Answered from memory, but for the names.</summary>
public sealed record ListDayNeeds : IQuery<IReadOnlyList<DayNeed>>
{
    // What is due later needs nobody yet.
    private const int DaysBefore = 7;

    public Permission Needs => SwitchingPermissions.TakePart;

    public async Task<Result<IReadOnlyList<DayNeed>>> Ask(Question question)
    {
        var (read, me, today) = (question.Read, question.Caller.Person, question.Now.InUtc().Date);
        var teams = await read.Teams();
        var needs = (from day in (await read.OpenSwitchDays()).Select(d => d.Told(teams))
                     from need in (IEnumerable<DayNeed>)
                     [
                         .. day.Told.Where(t => t.To == me).Select(t => new DayNeed(day, DayNeedKind.News) { Telling = t }),
                         .. day.State == DayState.Offered && day.Details.Date < today && day.Guests.Count > 0 && (day.Details.Host.Id == me || day.Has(me)) ? [new DayNeed(day, DayNeedKind.WriteDown)] : (DayNeed[])[],
                         .. day.FollowUps.Where(f => !f.Done && f.Owner.Id == me && f.Due <= today.PlusDays(DaysBefore)).Select(f => new DayNeed(day, DayNeedKind.FollowUp) { FollowUp = f }),
                     ]
                     orderby need.Kind, need.FollowUp?.Due ?? day.Details.Date, day.Key
                     select need).ToList();
        var about = needs.Select(n => n.Telling?.About).OfType<PersonId>().ToList();
        if (about.Count == 0) return new(needs, null);
        var names = await FindPerson.Names(read, about);
        return new([.. needs.Select(n => n.Telling is { } telling ? n with { About = names.GetValueOrDefault(telling.About, "") } : n)], null);
    }
}

/// <summary>In the order in which they come.</summary>
public enum DayNeedKind { News, WriteDown, FollowUp }

public sealed record DayNeed(SwitchDay Day, DayNeedKind Kind)
{
    public Telling? Telling { get; init; }

    /// <summary>The name of whom the news is about.</summary>
    public string About { get; init; } = "";

    public FollowUp? FollowUp { get; init; }
}
