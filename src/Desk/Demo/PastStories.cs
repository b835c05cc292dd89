using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>
/// Three months of closed tickets, each with its nine steps. Which text, who and when follows from the ticket's number, so
/// that every demo is the same.
/// </summary>
internal static class PastStories
{
    private const int FirstNumber = 4530, Count = 200, Days = 90;
    private const double Day = 24 * 60;
    private static readonly Channel[] Channels = [Channel.Portal, Channel.Mail, Channel.Phone, Channel.Portal, Channel.WalkUp, Channel.Phone, Channel.Mail];

    public static void Tell(Script script)
    {
        Remembered(script);
        for (var i = 0; i < Count; i++)
        {
            // The last one came in five days ago; work days only, from six to five.
            var ago = 5 + (Count - 1 - i) * (Days - 5) / (double)Count;
            One(script, i, OnWorkDay(script.Now - Duration.FromDays(ago), i));
        }
    }

    private static void One(Script script, int i, Instant opened)
    {
        var text = PastTexts.All[i * 7 % PastTexts.All.Length];
        var customer = Cast.Customers[i * 5 % Cast.Customers.Length].Who;
        // Since the training of six weeks ago first contact solves most of these itself.
        var learnt = text.Category == "Report or figures" && i % 2 == 1 && script.Now - opened < Duration.FromDays(39);
        var agent = learnt ? "maya" : i % 4 == 0 ? "maya" : i % 9 == 0 ? "kofi" : text.Agent;
        var channel = Channels[i % Channels.Length];
        var pace = 1 + i * 13 % 11;

        var story = new Story(script, FirstNumber + i).At(opened).By(agent)
            .Opens(text.Kind, channel, customer, text.TitleAt(PastTexts.Places[i % PastTexts.Places.Length]), text.Words,
                i % 6 == 0 ? Level.Medium : Level.Low, i % 10 == 0 ? Level.High : i % 3 == 0 ? Level.Low : Level.Medium, text.Service, text.Category, team: learnt || PassedStories.IsPassed(i) ? "First Contact" : null)
            .Later(2 + pace).By(agent).Greets(channel is Channel.Phone or Channel.WalkUp ? "in person" : null).Classifies(text.Category, text.Service)
            .Later(1).Replies("I have this and stay with it until it works. So that I understand it: " + text.Statement).States(text.Statement);
        _ = i % 12 == 7
            ? story.Later(pace).CustomerCorrects("Nearly. It happens to my neighbour too.").Later(3).By(agent).States($"{text.Statement} It happens to two people.").Later(4).CustomerAgrees()
            : story.Later(pace).CustomerAgrees();
        story.Later(3).By(agent);
        _ = text.Steps.Length > 0 ? story.Reproduces(text.Steps) : story.NothingToReproduce("Nothing is broken: it is asked for.");
        if (i % 8 == 3) story.Notes("Had this last month as well. Worth an article if it comes a third time.").Tagged("comes-again");
        PassedStories.Goes(story, i, pace, ref agent);
        if (i % 5 == 2) story.Proposes("Wait for the next release", ProposalSource.Experience);
        Ends(story.Later(2).Proposes(text.Proposal).Selects(i % 5 == 2 ? 2 : 1, text.Why).Later(6 * pace), text, agent, i, learnt);
    }

    private static void Ends(Story story, PastText text, string agent, int i, bool atFront)
    {
        story.Executes(text.Done).Later(4).Checks(text.Check, text.Steps).Later(1).Resolves(text.Solution, text.NextTime);
        // Where another team than first contact has solved it, most of them say what first contact would have needed.
        if (!atFront && i % 5 != 3 && Catalogue.Services.Any(s => s.Name == text.Service && s.Team is not null))
            story.Later(1).WouldHaveNeeded(i % 13 == 0 ? FrontNeed.Nothing : (FrontNeed)((text.Service ?? "").Length * 7 % 5), i % 3 == 0 ? $"For the next time: {text.Proposal}" : null);
        if (i % 11 == 4) story.Later(5 * Day + 3).ClosesBySilence();
        else if (i % 17 == 6)
        {
            story.Later(90).CustomerSaysNotYet("Not yet: it worked for an hour, and now it is as before.").Later(15).By(agent)
                .Calls("Went through it together once more; the first attempt had reached one of two machines.").Selects(i % 5 == 2 ? 2 : 1, "The same, and this time on both.")
                .Later(20).Executes($"{text.Done} On both machines.").Later(2).Checks(text.Check, text.Steps).Resolves(text.Solution).Later(60).CustomerSaysItWorks("Now it does.");
        }
        else if (i % 19 == 10)
        {
            story.Later(40).CustomerSaysItWorks(null).Later(1.5 * Day).CustomerReopens("It came back this morning.").Later(12).By(agent).Greets().Selects(i % 5 == 2 ? 2 : 1, "It had held; the cause is the same.")
                .Later(30).Executes($"{text.Done} And the cause removed.").Later(5).Checks(text.Check, text.Steps).Resolves(text.Solution).Later(45).CustomerSaysItWorks(text.Thanks);
        }
        else story.Later(20 + i * 31 % 400).CustomerSaysItWorks(i % 3 == 0 ? null : text.Thanks);
    }

    /// <summary>The two that INC-4812 refers to.</summary>
    private static void Remembered(Script script)
    {
        new Story(script, 3970).Ago(246 * Day).Opens(TicketKind.Incident, Channel.Portal, "tom", "Blank labels after template update", "Since the update of the templates the labels of line 1 are blank.", Level.Medium, Level.High, "Label printing", "Label printing, template")
            .Later(2).By("kofi").Greets().Classifies("Label printing, template", "Label printing").States("Blank labels on line 1 with template CAST-20 version 7; version 6 prints.").CustomerAgrees().Later(2).By("kofi").Reproduces("Print order 10001 with version 7", "The label is blank")
            .Proposes("Publish the earlier template").Selects(1, "It printed until yesterday.").Later(5).Executes("Version 6 published by Plant Systems.").Checks("Printed order 10001.", "Print order 10001 with version 6").Resolves("The earlier template is back.").Later(3).CustomerSaysItWorks("Prints again, thank you.");

        new Story(script, 4402).Ago(101 * Day).Opens(TicketKind.Incident, Channel.Portal, "tom", "Labels shifted by half, line 1", "The labels of line 1 are shifted by half.", Level.Low, Level.Medium, "Label printing", "Label printing, printer")
            .Later(9).By("maya").Greets().Classifies("Label printing, printer", "Label printing").States("Labels of line 1 are shifted by half since the roll was changed.").CustomerAgrees().Later(5).By("maya").Reproduces("Print order 10001", "The label is shifted")
            .Proposes("Calibrate the media sensor again").Selects(1, "New roll, same printer.").Later(6).Executes("Sensor calibrated.").Checks("Ten labels, all straight.", "Print order 10001").Resolves("The sensor had to learn the new roll.", "After a new roll, hold *Feed* until three labels have come out.").Later(30).CustomerSaysItWorks(null);
    }

    private static Instant OnWorkDay(Instant at, int i)
    {
        var date = at.InUtc().Date;
        while (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) date = date.PlusDays(-1);
        return date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromMinutes(6 * 60 + i * 97 % (11 * 60));
    }
}
