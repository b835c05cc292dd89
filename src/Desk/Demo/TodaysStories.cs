using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>The tickets that somebody at the desk has on the screen this morning.</summary>
internal static class TodaysStories
{
    private const double Hour = 60, Day = 24 * 60;

    public static void Tell(Script script)
    {
        new Story(script, 4777).By("kofi").Ago(5 * Hour).Opens(TicketKind.Incident, Channel.Phone, "sofia", "Night shift cannot sign off batches",
                "The night shift gets 'record is locked' whenever they sign off a batch. Eleven batches are waiting and cannot be shipped.", Level.Medium, Level.High, "Quality records", "Program, fault")
            .Greets("on the phone").AssignedTo("aiko").Ago(4.6 * Hour).By("aiko").Classifies("Program, fault", "Quality records")
            .States("Since the night shift began, signing off a batch in quality records ends with 'record is locked', for every batch of line 5. Day shift batches sign off.").Later(4).CustomerAgrees()
            .Ago(3 * Hour).Reproduces("Sign in as a night shift lead", "Open batch 5-1187 and choose *Sign off*", "'Record is locked by REPORTS'").Notes("The lock is held by our own nightly report. It did not end.")
            .Ago(80).Replies("We know what holds the lock: a report of ours. I will tell you when it is off.", promise: 18).Ago(22).CustomerSays("The early shift cannot sign off either now. How long will it take?");

        new Story(script, 4798).Ago(6).Opens(TicketKind.Incident, Channel.Portal, "erik", "Scanner loses Wi-Fi in the cold store",
            "The handhelds drop off the Wi-Fi behind rack 12 in the cold store and come back at the door. Since yesterday evening, all three of them.", Level.Medium, Level.Medium, "Warehouse scanners", "Wi-Fi");

        Missed(script, 55, null, new(4817), "+44 20 7946 0188");
        script.Add(script.Now - Duration.FromMinutes(20), stage => stage.Do("owen", "page", new TryCallAgain(new(4817), null)));
        Missed(script, 15, "Marek here, Lindholm warehouse. It is the forklift again, please call me back.", new(4821));
        Missed(script, 7, null, null);

        new Story(script, 4744).Ago(2 * Day).Opens(TicketKind.Incident, Channel.Portal, "grace", "Sound in the Harbour board room",
                $"People who dial in hear themselves with an echo. The board meets the day after tomorrow at {script.Clock(-74)}.", Level.Medium, Level.Medium, "Video meetings", "Meeting room")
            .Ago(1.9 * Day).By("maya").Greets().Classifies("Meeting room", "Video meetings").States("In the board room at Harbour House the far end hears its own voice about half a second later; people in the room hear nothing odd.").Later(9).CustomerAgrees()
            .Ago(1.8 * Day).Reproduces("Start a meeting from the board room panel", "Join from a phone outside the room", "Speak into the phone: the echo comes back").AsksIn("jonas", "You set this room up. Which microphone feeds the echo canceller?")
            .Later(35).By("jonas").Notes("Since the new panel the table microphones are sent twice, once around the canceller.").HasAnswered().Proposes("Turn off the second microphone path in the panel").Later(2).Selects(1, "The path is new and nobody needs it.")
            .Later(10).Executes("Second path turned off, panel restarted.").Ago(31).By("jonas").Checks("Called in from the corridor for five minutes: no echo.").By("maya").Resolves("The microphones were sent twice since the new panel; now once.")
            .Ago(15).CustomerSaysNotYet($"Not yet: far end still hears an echo. Board meets at {script.Clock(-74)}.");

        new Story(script, 4806).By("owen").Ago(2 * Hour).Opens(TicketKind.Incident, Channel.Phone, "peter", "VPN stops after 10 minutes",
                "I am in the hotel and the VPN throws me out after ten minutes, always. It worked until Tuesday.", Level.Medium, Level.Medium, "Remote access", "Remote access", team: "Network and Access")
            .Greets("on the phone").Later(8).Classifies("Remote access", "Remote access").States("Remote access drops after exactly ten minutes, from hotel and phone hotspot alike, since he changed his phone on Tuesday.").Later(3).CustomerAgrees()
            .Later(10).Reproduces("Sign in to remote access as a person whose second factor is unanswered", "Wait ten minutes without confirming the prompt", "Session ends with 'identity not renewed'")
            .Later(5).Proposes("Walk him through the new sign-in app, so that he sees the prompt").Notes("Tried: new tunnel profile, no change. Other gateway, no change. Answered the prompt for Peter from the console: the session stays up, so this is the cause.")
            .Ago(50).Replies("Your tunnel is healthy; the sign-in app on the new phone is not. A colleague calls you and goes through it with you.", promise: -44)
            .Ago(44).HandsOver("First Contact", "A new tunnel profile and another gateway: no change. Answered the prompt for Peter from the console: the session stays up, so the sign-in app is the cause.", $"Call Peter at {script.Clock(-44)} our time and walk him through the new sign-in app.");

        new Story(script, 4815).Ago(95).Opens(TicketKind.Incident, Channel.Portal, "lucy", "Cannot open drawing 77-2041 after update",
                "Since the update this morning drawing 77-2041 ends with 'unexpected end of file'. Others open.", Level.Low, Level.High, "Drafting workstations", "Program, fault")
            .Ago(80).By("jonas").Greets().Classifies("Program, fault", "Drafting workstations").States("After this morning's update the drawing 77-2041 does not open on two workstations; it opens on one that has not been updated.").Later(12).CustomerAgrees()
            .Ago(41).By("jonas").Replies("It opens on a machine without the update, so your drawing is whole. I am trying the previous version on yours next.");

        new Story(script, 4771).Ago(4 * Hour).Opens(TicketKind.Incident, Channel.Mail, "daniel", "Payroll portal refuses my card",
                "The payroll portal says 'card not recognised' when I sign in with my card. The pay run is tomorrow.", Level.Low, Level.High, "Payroll portal", "Password or sign-in")
            .Ago(3.5 * Hour).By("maya").Greets().Classifies("Password or sign-in", "Payroll portal").Later(9).Replies("Good morning Daniel. Does the same card open the door at your floor, and did you get a new one lately?")
            .Later(1).Waits(WaitFor.Customer, "Is it a new card?", contacted: true, until: -Day).Ago(12).CustomerSays("The door opens. And yes, I got a new card on Monday, the old one had broken.");

        new Story(script, 4809).Ago(5.5 * Hour).Opens(TicketKind.Incident, Channel.Portal, "marek", "Forklift terminal restarts by itself",
                "The terminal on forklift 7 restarts every half an hour and the pick list is gone each time.", Level.Medium, Level.Medium, "Plant floor terminals", "Terminal or scanner")
            .Ago(5 * Hour).By("ines").Greets().Classifies("Terminal or scanner", "Plant floor terminals").States("The terminal of forklift 7 restarts when the truck lifts a load, about every half hour; on the charger it runs on.").Later(20).CustomerAgrees()
            .Ago(65).By("ines").Reproduces("Sign in at the terminal of forklift 7", "Lift a loaded pallet", "The screen goes dark and starts anew").Replies("Seen it myself: it restarts under load, so it is the power and not the program. I am bringing a new supply this afternoon.");

        new Story(script, 4790).Ago(1.2 * Day).Opens(TicketKind.Incident, Channel.Portal, "lucy", "Shared calendar shows wrong time zone",
                "Meetings in the design calendar are an hour late for everybody but me.", Level.Low, Level.Medium, "Mail and calendar", "Mail and calendar")
            .Ago(1.1 * Day).By("maya").Greets().Classifies("Mail and calendar", "Mail and calendar").States("New entries in the design calendar appear an hour late for others; entries made before the summer are right.").Later(15).CustomerAgrees()
            .Later(20).By("maya").Reproduces("Make an entry for 10:00 in the design calendar", "Open it as another person", "It says 11:00").Proposes("Set the calendar's own zone to London", ProposalSource.Article, "Calendars and time zones").Selects(1, "The calendar still has the zone of whoever made it, in Lisbon.")
            .Ago(58).Executes("Zone of the design calendar set to London, entries since June moved.").Checks("Made an entry and opened it as Kofi.", "Make an entry for 10:00 in the design calendar", "Open it as another person")
            .Ago(50).Resolves("The calendar had kept the time zone of the colleague who made it.", "When you make a shared calendar, set its zone first: Calendar, Properties, Zone.");

        new Story(script, 4765).Ago(1.5 * Day).Opens(TicketKind.Incident, Channel.Portal, "robert", "Scrap report shows yesterday twice",
                "The scrap report of this morning has two columns for yesterday, with different figures.", Level.Low, Level.Medium, "Reports", "Report or figures")
            .Ago(1.4 * Day).By("aiko").Greets().Classifies("Report or figures", "Reports").States("The scrap report lists yesterday twice: once for the calendar day and once for the shift day that began the evening before.").Later(30).CustomerAgrees()
            .Ago(2 * Hour).By("aiko").Replies("It is the shift calendar: two reports count a day differently. I am finding out which of them you use.").AsksIn("maya", "You wrote the article on shift dates. Which of the two days do the plants mean?");

        new Story(script, 4759).Ago(3 * Day).Opens(TicketKind.Incident, Channel.Portal, "joan", "Badge reader at gate 4 slow in the morning",
                "Between 05:40 and 06:00 the reader at gate 4 takes ten seconds a person. There is a queue out to the road.", Level.Low, Level.Medium, "Doors and badges", "Badge or door")
            .Ago(2.9 * Day).By("owen").Greets().Classifies("Badge or door", "Doors and badges").States("The reader at gate 4 answers in about ten seconds from 05:40 to 06:00 on work days, and at once later in the day.").Later(60).CustomerAgrees()
            .Ago(Day).By("owen").CannotReproduce("At noon it answers at once. I will stand there tomorrow at half past five.").Replies("I could not see it at noon, so I will be at gate 4 tomorrow before the shift.", promise: -Day);
    }

    /// <summary>What the telephone system tells the desk.</summary>
    private static void Missed(Script script, double minutesAgo, string? said, TicketId? ticket, string number = "+44 20 7946 0144") => script.Add(script.Now - Duration.FromMinutes(minutesAgo), async stage =>
        await stage.Do("maya", "api", new RecordMissedCall(number, null, null, said) { Id = ticket }));
}
