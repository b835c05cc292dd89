using FirstContact.Targets;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind holds itself to, for whom, and what others reach: two published figures, and one of its own plants.</summary>
internal static class TargetsStory
{
    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromDays(86), async stage =>
        {
            var since = (script.Now - Duration.FromDays(150)).InUtc().Date.With(DateAdjusters.StartOfMonth);
            var blank = new TargetSaid(null, null, null, null, null, null, null, null, null, null, TargetPeriod.Month, since, null);
            var timed = blank with { Measure = StandardMeasure.FirstWord };
            foreach (var goal in (TargetSaid[])
            [
                timed with { Within = Duration.FromHours(2), Hours = "Office hours", Percent = 90, Why = "Promised to everyone: nobody waits half a morning for a word." },
                timed with { Segment = "Plants", Kind = TicketKind.Incident, Within = Duration.FromHours(1), Hours = "Plants, three shifts", Percent = 90, Why = "A line that stands costs more in an hour than a desk in a day." },
                timed with { Channel = Channel.Mail, Within = Duration.FromHours(4), Hours = "Office hours", Percent = 85, Why = "Whoever writes instead of calling can wait until noon, and no longer." },
                blank with { Measure = StandardMeasure.Resolution, Within = Duration.FromHours(16), Hours = "Office hours", Percent = 80, Why = "Two working days, as the service levels for everyone say." },
                blank with { Measure = StandardMeasure.Resolution, Category = "Password or sign-in", Within = Duration.FromHours(2), Hours = "Office hours", Percent = 85, Why = "Without a password nobody works at all." },
                blank with { Measure = StandardMeasure.Acceptance, Team = "Network and Access", Within = Duration.FromHours(2), Hours = "Office hours", Percent = 90, Why = "Agreed with First Contact after two tickets lay for a day." },
                blank with { Measure = StandardMeasure.SolvedAtFirstContact, Percent = 65, Why = "What others reach. We were at half of it two years ago." },
                blank with { Measure = StandardMeasure.Reopened, Percent = 5, Period = TargetPeriod.Quarter, Why = "One in twenty may come back, and each is looked at." },
            ])
                await stage.Do("ruth", "page", new SetTarget(goal));
        });
        script.Add(script.Now - Duration.FromDays(85), async stage =>
        {
            foreach (var figure in (FigureDraft[])
            [
                new(StandardMeasure.SolvedAtFirstContact, null, 66m, "Incidents resolved at first contact, average of the support centers that answered", "HDI, Support Center Practices & Salary Report, as Freshservice tells it", 2015, "http://blog.freshservice.com/it-service-desk-industry-metric-benchmarks/"),
                new(StandardMeasure.SolvedAtFirstContact, null, 64.1m, "Tickets resolved on the first call by phone, average of 196 organizations that support external customers", "HDI Research Brief, Customer Technical Support Edition", 2013, "http://dc.ubm-us.com/i/352670-pearls-of-wisdom-hdi-research-brief-compilation-2013-2014/7"),
                new(StandardMeasure.FirstWord, Duration.FromHours(2), 88m, "Tickets with a first word within two working hours, our three plants and the head office, by hand", "Harrow & Lind, own survey", (script.Now - Duration.FromDays(365)).InUtc().Year, null),
            ])
                await stage.Do("ruth", "page", new AddIndustryFigure(figure));
        });
    }
}
