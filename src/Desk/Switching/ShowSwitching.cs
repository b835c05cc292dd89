using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>What has come of it: who was with whom as pairs of teams, and what follows and is not done. Persons are not counted up.</summary>
/// <param name="Since">From which day on pairs are counted.</param>
public sealed record ShowSwitching(LocalDate Since) : IQuery<SwitchingView>
{
    public Permission Needs => SwitchingPermissions.TakePart;

    public async Task<Result<SwitchingView>> Ask(Question question)
    {
        var read = question.Read;
        var teams = await read.Teams();
        var done = (await read.List($"{SwitchDayStore.Select} where date >= @since and state = 'Done'", SwitchDayStore.Fill, ("@since", Since))).Select(d => d.Told(teams));
        var pairs = from day in done
                    from guest in day.Guests
                    where guest.Team is not null && day.Record!.Came.Any(c => c.Id == guest.Person.Id)
                    group (day, guest) by (From: guest.Team!.Value, With: day.Details.Team) into pair
                    orderby pair.Count() descending, pair.Key.From.Name, pair.Key.With.Name
                    select new SwitchPair(pair.Key.From, pair.Key.With, pair.Select(p => p.day.Id).Distinct().Count(), pair.Count(), pair.Max(p => p.day.Details.Date));
        var open = from day in await read.OpenSwitchDays()
                   from followUp in day.FollowUps
                   where !followUp.Done
                   orderby followUp.Due, day.Key
                   select new OpenFollowUp(day.Told(teams), followUp);
        return new SwitchingView([.. pairs], [.. open]);
    }
}

public sealed record SwitchingView(IReadOnlyList<SwitchPair> Pairs, IReadOnlyList<OpenFollowUp> FollowUps);

/// <param name="From">Who went.</param>
/// <param name="With">Where they sat.</param>
/// <param name="Visits">How many came, each day counted.</param>
public sealed record SwitchPair(Named<TeamId> From, Named<TeamId> With, int Days, int Visits, LocalDate Last);

public sealed record OpenFollowUp(SwitchDay Day, FollowUp FollowUp);
