using FirstContact.Switching;

namespace FirstContact.Demo;

/// <summary>Days on which people of Harrow &amp; Lind sit with another team: two that are written down, one that waits for it, and what is to come.</summary>
internal static class SwitchingStory
{
    public static void Tell(Script script)
    {
        var (plant, front, identity) = (Workday(script, -24), Workday(script, -11), Workday(script, -1));
        var (orders, ours, workplace, network) = (Workday(script, 4), Workday(script, 6), Workday(script, 9), Workday(script, 13));

        At(script, 38, async stage =>
        {
            var day = await Offer(stage, "ines", plant, DayPart.Whole, "Plant Systems", 2, "How a label gets from Meridian to the printer at line 3, and what stops on the way. **You print one yourself.**", "Northgate, gate 2, safety shoes");
            await stage.Do("maya", "page", new BookDay(day, Wish: "Where the queue of a label printer can be seen"));
            await stage.Do("kofi", "page", new BookDay(day));
            var second = await Offer(stage, "kofi", front, DayPart.Morning, "First Contact", 1, "A Monday morning on the phones, with a headset of your own.", "Harbour House, second floor");
            await stage.Do("tomas", "page", new BookDay(second, Wish: "What people ask about locked orders"));
            await stage.Do("kofi", "page", new SeeTellings(second));
            await stage.Do("ines", "page", new SeeTellings(day));
        });
        After(script, plant, async stage =>
        {
            var day = await Find(stage, plant);
            await stage.Do("maya", "page", new WriteDownDay(day, new([Cast.Email("maya"), Cast.Email("kofi")],
                "Labels come from Meridian as a template and a row; most of what we call a printer fault is an empty row. Ines sees it in the queue in ten seconds.",
                "That the line does not stop when a label is missing, but an hour later, at packing.", [new(Cast.Email("maya"), "label templates")])));
            await stage.Do("maya", "page", new AddFollowUp(day, "Article: a blank label, look at the row before the ribbon", Cast.Email("maya"), plant.PlusDays(8)));
            await stage.Do("maya", "page", new AddFollowUp(day, "Let First Contact look into the queue of the label printers", Cast.Email("ines"), Workday(script, 3)));
            await stage.Do("maya", "page", new TickFollowUp(day, 1));
            await stage.Do("ines", "page", new SeeTellings(day));
            await stage.Do("kofi", "page", new SeeTellings(day));
        });
        After(script, front, async stage =>
        {
            var day = await Find(stage, front);
            await stage.Do("tomas", "page", new WriteDownDay(day, new([Cast.Email("tomas")],
                "Eleven calls, four of them about orders that somebody else has open. Nobody could say who.", "That people say 'it hangs' and mean 'it is locked'.", [])));
            await stage.Do("tomas", "page", new AddFollowUp(day, "Show in Meridian who has an order open", Cast.Email("tomas"), Workday(script, -2)));
            await stage.Do("kofi", "page", new SeeTellings(day));
        });
        At(script, 8, async stage =>
        {
            var day = await Offer(stage, "priya", identity, DayPart.Morning, "Identity", 1, "How we check who somebody is before a second factor is reset.", null);
            await stage.Do("maya", "page", new BookDay(day, Wish: "The two questions"));
            await stage.Do("priya", "page", new SeeTellings(day));
            await Offer(stage, "owen", network, DayPart.Whole, "Network and Access", 2, "A walk along the cabinets of Northgate, and a new access point that you set up yourself.", "Northgate, reception, 08:30");
            var floor = await Offer(stage, "jonas", workplace, DayPart.Afternoon, "Workplace", 1, "Forty laptops for the new starters: unpack, enrol, hand over.", "Harbour House, the cellar");
            await stage.Do("kofi", "page", new BookDay(floor));
            await stage.Do("jonas", "page", new SeeTellings(floor));
            var month = await Offer(stage, "tomas", orders, DayPart.Whole, "ERP Applications", 1, "The month's end, from the first posting to the last.", null);
            await stage.Do("maya", "page", new BookDay(month));
            await stage.Do("tomas", "page", new SeeTellings(month));
        });
        script.Add(script.Now - Duration.FromHours(4), async stage =>
        {
            await stage.Do("tomas", "page", new CancelDay(await Find(stage, orders), "The month's end comes two days early and I would have no eye for you. I offer another in the new year."));
            var mine = await Offer(stage, "maya", ours, DayPart.Whole, "First Contact", 2, "A day at the front: calls, walk-ups, and the queue between them.", "Harbour House, second floor");
            await stage.Do("owen", "page", new BookDay(mine, Wish: "What people say when the Wi-Fi is slow"));
        });
    }

    private static void At(Script script, int daysAgo, Func<Stage, Task> scene) => script.Add(script.Now - Duration.FromDays(daysAgo), scene);

    /// <summary>At the end of a day that has been.</summary>
    private static void After(Script script, LocalDate day, Func<Stage, Task> scene) => script.Add((day + new LocalTime(16, 40)).InZoneLeniently(script.Zone).ToInstant(), scene);

    private static async Task<SwitchDayId> Offer(Stage stage, string host, LocalDate date, DayPart part, string team, int places, string see, string? place) =>
        (await stage.Do(host, "page", new OfferDay(new(date, part, team, null, places, see, place)))).Id;

    private static Task<SwitchDayId> Find(Stage stage, LocalDate date) => stage.Read(read => read.One("select id from switch_day where date = @date", r => new SwitchDayId(r.GetInt64(0)), ("@date", date)));

    /// <summary>So many days from now, or the nearest day on from there (back, for what has been) on which people work.</summary>
    private static LocalDate Workday(Script script, int days)
    {
        var day = script.Now.InZone(script.Zone).Date.PlusDays(days);
        while (day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) day = day.PlusDays(Math.Sign(days));
        return day;
    }
}
