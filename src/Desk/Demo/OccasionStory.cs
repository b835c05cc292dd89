using FirstContact.Occasions;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind knows in advance: the board meets in an hour and its test has just failed, another test is due, a go-live is far, one is over.</summary>
internal static class OccasionStory
{
    private const string Board = "Board meeting by video", Hall = "All hands, from Northgate to all plants", Training = "Safety training by video";

    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromDays(9), async stage =>
        {
            await Plan(stage, new(Board, "Harbour House, board room", script.Now + Duration.FromMinutes(74), script.Now + Duration.FromMinutes(194), "Grace Holloway, +44 20 7946 0101", Cast.Email("maya"), "Workplace",
                script.Now - Duration.FromHours(2), Cast.Email("jonas"), 24, "The chair dials in from abroad. Nobody may hear himself."));
            await Plan(stage, new("Customer audit, live from line 5", "Eastmoor, quality lab", At(script, 2, 10), At(script, 2, 12), "Sofia Reyes, +44 20 7946 0159", Cast.Email("ines"), "First Contact",
                script.Now + Duration.FromMinutes(95), Cast.Email("maya"), 24, "Two cameras and the floor terminal."));
            await Plan(stage, new("Meridian: new price list goes live", "Meridian ERP", At(script, 8, 6), At(script, 8, 8), "Tomas Brandt, 4312", Cast.Email("tomas"), "ERP Applications", At(script, 6, 14), null, 48, "At six in the morning, before the first lorry."));
            await Plan(stage, new(Training, "Lindholm, canteen", At(script, 5, 13), At(script, 5, 15), "Joan Whitlock, +44 20 7946 0131", Cast.Email("maya"), null, null, null, 24, null));
            await Plan(stage, new("Open day", "Northgate, hall 1", At(script, 15, 9), At(script, 15, 17), "Amara Diallo, 4377", null, "Network and Access", At(script, 13, 9), Cast.Email("owen"), 72, "Four hundred guests on the guests' Wi-Fi."));
            await Plan(stage, new(Hall, "Northgate, hall 1", At(script, -5, 11), At(script, -5, 12), "Ruth Adeyemi, 4301", Cast.Email("ines"), "Workplace", At(script, -6, 15), Cast.Email("jonas"), 24, null));
        });
        script.Add(At(script, -6, 15) + Duration.FromMinutes(20), async stage => await stage.Do("jonas", "page", new TestOccasion(await Named(stage, Hall), true, "Sound and picture in all three plants.")));
        script.Add(script.Now - Duration.FromHours(30), async stage => await stage.Do("ruth", "page", new CallOffOccasion(await Named(stage, Training), "It is held in the hall instead.")));
        script.Add(script.Now - Duration.FromHours(20), async stage => await stage.Do("maya", "page", new LinkToOccasion(await Named(stage, Board), "INC-4744")));
        script.Add(script.Now - Duration.FromMinutes(30), async stage => await stage.Do("jonas", "page", new TestOccasion(await Named(stage, Board), true, "Called in from the corridor for five minutes: no echo.")));
        script.Add(script.Now - Duration.FromMinutes(13), async stage => await stage.Do("maya", "page", new TestOccasion(await Named(stage, Board), false, "From outside the house the far end still hears itself.")));
    }

    private static Task Plan(Stage stage, OccasionSaid said) => stage.Do("ruth", "page", new PlanOccasion(said));

    /// <summary>So many days from the day on which the audience looks.</summary>
    private static Instant At(Script script, int days, int hour) => script.Zone.AtLeniently(script.Now.InZone(script.Zone).Date.PlusDays(days) + new LocalTime(hour, 0)).ToInstant();

    private static async Task<OccasionId> Named(Stage stage, string title) => new(await stage.Read(read => read.One("select id from occasion where title = @title", r => r.GetInt64(0), ("@title", title))));
}
