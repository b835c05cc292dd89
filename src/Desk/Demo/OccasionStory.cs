using FirstContact.Occasions;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind knows in advance: a meeting of the board, a go-live, an audit; one was tested and fails, one is tested tomorrow.</summary>
internal static class OccasionStory
{
    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromDays(9), async stage =>
        {
            await Plan(stage, script, "Board meeting by video", "Harbour House, board room", 2, 10, 3, "Grace Holloway, +44 20 7946 0101", "maya", "Workplace", testDays: 1, testHour: 15, tester: "jonas", "The chair dials in from abroad. Nobody may hear himself.");
            await Plan(stage, script, "Customer audit, live from line 5", "Eastmoor, quality lab", 0, 23, 1, "Sofia Reyes, +44 20 7946 0159", "ines", "First Contact", testDays: -1, testHour: 9, tester: null, "Two cameras and the floor terminal.");
            await Plan(stage, script, "Meridian: new price list goes live", "Meridian ERP", 8, 6, 2, "Tomas Brandt, 4312", "tomas", "ERP Applications", testDays: 6, testHour: 14, tester: null, "At six in the morning, before the first lorry.");
            await Plan(stage, script, "Safety training by video", "Lindholm, canteen", 5, 13, 2, "Joan Whitlock, +44 20 7946 0131", "maya", null, testDays: null, testHour: 0, tester: null, "");
            await Plan(stage, script, "Open day", "Northgate, hall 1", 15, 9, 8, "Amara Diallo, 4377", null, "Network and Access", testDays: 13, testHour: 9, tester: "owen", "Four hundred guests on the guests' Wi-Fi.");
        });
        script.Add(script.Now - Duration.FromHours(3), async stage => await stage.Do("ines", "page", new TestOccasion(await Named(stage, "Customer audit, live from line 5"), false, "The second camera freezes after a minute.")));
        script.Add(script.Now - Duration.FromHours(2), async stage => await stage.Do("maya", "page", new LinkToOccasion(await Named(stage, "Board meeting by video"), "INC-4744")));
        script.Add(script.Now - Duration.FromHours(30), async stage => await stage.Do("ruth", "page", new CallOffOccasion(await Named(stage, "Safety training by video"), "It is held in the hall instead.")));
    }

    private static async Task Plan(Stage stage, Script script, string title, string place, int days, int hour, int hours, string contact, string? watcher, string? team, int? testDays, int testHour, string? tester, string notes)
    {
        var starts = At(script, days, hour);
        await stage.Do("ruth", "page", new PlanOccasion(new(
            title, place, starts, starts + Duration.FromHours(hours), contact, watcher is null ? null : Cast.Email(watcher), team, testDays is { } day ? At(script, day, testHour) : null, tester is null ? null : Cast.Email(tester), 24, notes)));
    }

    /// <summary>So many days from the day on which the audience looks; what would be over by then is a day later.</summary>
    private static Instant At(Script script, int days, int hour) => script.Zone.AtLeniently((script.Now.InZone(script.Zone).Date.PlusDays(days)) + new LocalTime(hour, 0)).ToInstant();

    private static async Task<OccasionId> Named(Stage stage, string title) => new(await stage.Read(read => read.One("select id from occasion where title = @title", r => r.GetInt64(0), ("@title", title))));
}
