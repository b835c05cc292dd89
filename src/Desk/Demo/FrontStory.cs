using FirstContact.Gaps;
using FirstContact.Guides;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>Teams together: who brings them together, a ticket that goes to and fro, colleagues who are asked in, and what flows to the front.</summary>
internal static class FrontStory
{
    private static readonly Duration Day = Duration.FromDays(1);

    public static void Tell(Script script)
    {
        script.Add(script.Now - 80 * Day, stage => stage.Do("ruth", "page", new ChangeTeamBridges([new("Network and Access", "Plant Systems", Cast.Email("maya")), new("Identity", null, Cast.Email("priya"))])));

        script.Add(script.Now - 79 * Day, stage => Asks(stage, "Terminal or scanner",
        [
            new(0, "What does it do?", GuideKind.Choice, [new("Nothing at all", null), new("It asks for a PIN", "Password or sign-in"), new("It shows wrong letters", null), new("It loses the network", "Wi-Fi")], "The last thing that you saw.", true),
            new(0, "Is it the same on another terminal?", GuideKind.YesNo, [], null, true),
            new(0, "Which number is on its label?", GuideKind.Text, [], "Two letters and five digits, on the back.", true),
            new(0, "When was it last enrolled?", GuideKind.Text, [], "Its profile says so.", false),
        ]));
        script.Add(script.Now - 79 * Day, stage => Asks(stage, "Label printing, printer",
        [
            new(0, "What comes out?", GuideKind.Choice, [new("Nothing", null), new("A blank label", "Label printing, template"), new("A crooked or smeared label", null)], null, true),
            new(0, "Was the roll or the ribbon changed?", GuideKind.YesNo, [], null, true),
        ]));
        new Story(script, 4793).Ago(18.5 * 60).By("maya").Understands(new("Label printer LP-4, line 1", "Northgate, hall 1", "the night shift", "A new roll at ten in the evening"), new(1, "A crooked or smeared label"), new(2, "Yes"));
        new Story(script, 4805).Ago(3 * 60).By("maya").Understands(new("Handheld HH-00231", "Lindholm, packing", "this morning", "It fell down"), new(1, "It shows wrong letters"), new(2, "No"));

        new Story(script, 4816)
            .Ago(50).By("owen").HandsOver("Plant Systems", "Programmed one badge anew: the door opens, the lift does not.", "The lift's reader is on your list of devices. Does it take the new badges?")
            .Ago(43).By("ines").Accepts(1)
            .Ago(24).HandsOver("Network and Access", "The reader takes every badge that the controller sends it. The controller sends none for visitors.", "Let the controller send the visitors' group.")
            .Ago(17).By("owen").Accepts(2);

        new Story(script, 4815).Ago(40).By("jonas").AsksTeamIn("ERP Applications", "Drawing 77-2041 is linked from an order in Meridian. Did the link change with Friday's release?");
        new Story(script, 4800).Ago(2.5 * 60).By("kofi").AsksSkillIn("reports", "Which of the queued reports may be removed without losing anything?")
            .Ago(2.2 * 60).By("aiko").Helps(1, "The one of 02:00 from the warehouse: it is made anew every night.");

        // What was needed most often is done, the next is being done, the last was looked at and left.
        Plans(script, 40, 0, on => new(on, GapState.Done, Cast.Email("ines"), (script.Now - 40 * Day).InUtc().Date, "First contact has it since the training in the plant."));
        Plans(script, 12, 1, on => new(on, GapState.Doing, Cast.Email("kofi"), null, "Kofi prepares it with the team that solves it, for the end of the month."));
        Plans(script, 9, 3, on => new(on, GapState.Declined, Cast.Email("owen"), null, "Comes too seldom, and takes rights that only its team may have."));
    }

    private static async Task Asks(Stage stage, string category, Seq<GuideSaid> questions)
    {
        var known = await stage.Read(read => read.One("select id from category where name = @name", r => r.GetInt64(0), ("@name", category)));
        // A guide may lead only where the catalogue has something.
        var names = await stage.Read(read => read.List("select name from category", r => r.GetString(0)));
        await stage.Do("kofi", "page", new ChangeGuide(new(known), [.. questions.Select(q => q with { Options = [.. q.Options.Select(o => o with { Leads = names.Contains(o.Leads ?? "") ? o.Leads : null })] })]));
    }

    private static void Plans(Script script, int daysAgo, int place, Func<GapId, PlanGap> plan) => script.Add(script.Now - daysAgo * Day, async stage =>
    {
        var open = (await stage.Gaps()).Where(g => g.Gap.Version == 0).ToList();
        if (open.Count > 0) await stage.Do("ruth", "page", plan(open[Math.Min(place, open.Count - 1)].Gap.Id));
    });
}
