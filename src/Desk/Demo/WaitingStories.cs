using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>The tickets that wait: for a customer, a supplier, an approval, or for somebody to say that it works.</summary>
internal static class WaitingStories
{
    private const double Hour = 60, Day = 24 * 60;

    public static void Tell(Script script)
    {
        Requests(script);
        // Maya has asked nobody yet: parked in silence.
        new Story(script, 4797).Ago(7 * Hour).Opens(TicketKind.Incident, Channel.Mail, "amara", "Safety data sheets open empty", "The safety data sheets open, but the second page is white.", Level.Low, Level.Medium, "Quality records")
            .Ago(6.5 * Hour).By("maya").Greets().Later(6).Waits(WaitFor.Customer, "Which of the sheets?", contacted: false);

        new Story(script, 4803).Ago(1.6 * Day).Opens(TicketKind.Incident, Channel.Portal, "nadia", "Second screen flickers", "My second screen flickers, mostly after lunch.", Level.Low, Level.Medium, "Laptops", "Screen or dock")
            .Ago(1.5 * Day).By("kofi").Greets().Classifies("Screen or dock", "Laptops").Ago(Day).Replies("Could you swap the two cables and tell me whether the flicker moves to the other screen?").Waits(WaitFor.Customer, "Does the flicker move with the cable?", contacted: true, until: -Day);

        new Story(script, 4782).Ago(1.3 * Day).Opens(TicketKind.Incident, Channel.Mail, "gareth", "Parts list comes out without prices", "When I print the parts list the price column is empty since last week.", Level.Low, Level.Medium, "Meridian ERP", "Report or figures")
            .Ago(1.2 * Day).By("tomas").Greets().Classifies("Report or figures", "Meridian ERP").Replies("Which printer layout do you choose, A4 or A4 wide? One of them was changed last week.").Waits(WaitFor.Customer, "Which layout?", contacted: true, until: -2 * Day);

        new Story(script, 4768).By("kofi").Ago(2.2 * Day).Opens(TicketKind.Incident, Channel.Phone, "camille", "Mailbox full, customers get bounces", "Customers tell me that my mailbox is full. I have deleted everything from last year.", Level.Low, Level.Medium, "Mail and calendar", "Mail and calendar")
            .Greets("on the phone").Later(5).Classifies("Mail and calendar", "Mail and calendar").States("Mail to Camille comes back as 'mailbox full' although she has deleted last year's mail; it lies in the folder of deleted mail.").Later(30).CustomerAgrees()
            .Later(20).By("kofi").Replies("The deleted mail still counts until the folder is emptied. May I empty it for you?").Waits(WaitFor.Customer, "May we empty the folder of deleted mail?", contacted: true, until: -3 * Hour);

        new Story(script, 4752).Ago(6 * Day).Opens(TicketKind.Incident, Channel.Portal, "elsa", "Scale at packing line 2 sends no weight", "The scale shows a weight and the terminal stays at 0.00.", Level.Medium, Level.Low, "Plant floor terminals", "Terminal or scanner")
            .Ago(5.8 * Day).By("ines").Greets().Classifies("Terminal or scanner", "Plant floor terminals").States("The scale of packing line 2 weighs, and nothing reaches the terminal; another scale on the same cable works.").Later(40).CustomerAgrees()
            .Ago(5 * Day).By("ines").Reproduces("Put a pallet on the scale", "Choose *Weigh* at the terminal", "It stays at 0.00").Replies("The scale's interface card is dead. A new one is ordered; until then please type the weight.", promise: -2 * Day).Waits(WaitFor.Supplier, "Interface card ordered, order 4471", contacted: true, until: -2 * Day);

        new Story(script, 4739).Ago(8 * Day).Opens(TicketKind.Incident, Channel.Portal, "priti", "Measuring program loses the last column", "When I export measurements the last column is missing.", Level.Low, Level.Medium, "Quality records", "Program, fault")
            .Ago(7.8 * Day).By("aiko").Greets().Classifies("Program, fault", "Quality records").States("An export with more than 25 columns lacks its last one.").Later(60).CustomerAgrees().Ago(6 * Day).By("aiko").Reproduces("Open a measurement with 26 columns", "Export it", "The file has 25").Replies("The maker knows it and mends it with the release of the 28th. Until then export in two halves, please.").Waits(WaitFor.Change, "Release of quality records 8.4", contacted: true, until: -6 * Day);

        new Story(script, 4747).Ago(4 * Day).Opens(TicketKind.Incident, Channel.Portal, "gareth", "Wi-Fi in the new packing office is weak", "One bar at most desks, none at the window.", Level.Low, Level.Medium, null, "Wi-Fi")
            .Ago(3.8 * Day).By("owen").Greets().Classifies("Wi-Fi").States("In the new packing office at Lindholm the Wi-Fi is weak at the desks and absent at the window.").Later(60).CustomerAgrees().Ago(3 * Day).By("owen").Replies("I measured it: you need a second access point. The electrician comes on Thursday.").Waits(WaitFor.Supplier, "Electrician for the cable", contacted: true, until: 2 * Hour)
            .Ago(2 * Hour).WakesUp();

        new Story(script, 4786).Ago(1.1 * Day).Opens(TicketKind.Incident, Channel.Portal, "helen", "Second screen for the shift office", "The second screen in the shift office stays black.", Level.Low, Level.Medium, "Laptops", "Screen or dock")
            .Ago(1.05 * Day).By("jonas").Greets().Classifies("Screen or dock", "Laptops").States("The second screen in the shift office of line 3 stays black; its light is on.").Later(20).CustomerAgrees().Later(20).By("jonas").Reproduces("Plug the screen into another computer", "It stays black").Proposes("Replace the screen").Selects(1, "It is eight years old, and dark on two computers.")
            .Ago(5 * Hour).Executes("A new screen stands on the desk.").Checks("Showed the shift plan on it.", "Plug the screen into another computer").Resolves("The old screen was broken; a new one stands on your desk.");

        new Story(script, 4774).By("kofi").Ago(1.4 * Day).Opens(TicketKind.Incident, Channel.Phone, "oliver", "Excel closes when I open the forecast", "Excel closes without a word when I open the forecast.", Level.Low, Level.High, "Laptops", "Program, fault")
            .Greets("on the phone").Later(4).Classifies("Program, fault", "Laptops").States("Excel ends without a message when the forecast of Q4 is opened; other files open.").Later(9).CustomerAgrees().Later(5).By("kofi").Reproduces("Open the forecast on his computer by remote control", "Excel ends").Proposes("Open it without add-ins", ProposalSource.Article, "Excel ends without a message").Selects(1, "The article names just this.")
            .Later(10).Executes("The add-in of the old bank turned off.").Checks("Opened the forecast three times.", "Open the forecast on his computer by remote control").Resolves("An add-in of the bank you no longer use ended Excel.", "Add-ins can be turned off under File, Options, Add-ins.");
    }

    private static void Requests(Script script)
    {
        new Story(script, 2227).Ago(2.4 * Day).Opens(TicketKind.Request, Channel.Mail, "amara", "Add night shift to the safety mailing list", "Please add the night shift leads of all three plants to the safety list.", Level.Low, Level.Medium, "Mail and calendar", "Mail and calendar", "Ad hoc")
            .Ago(2.2 * Day).By("kofi").Greets().Classifies("Mail and calendar", "Mail and calendar", "Ad hoc").Ago(Day).Replies("Northgate and Eastmoor are on the list. Lindholm changes its leads on Monday, I add them then.", promise: -2 * Day);

        new Story(script, 2230).Ago(4 * Day).Opens(TicketKind.Request, Channel.Portal, "sofia", "Laptop for a new quality engineer", "A new quality engineer starts on the first. Please have a laptop ready, with quality records on it.", Level.Low, Level.Medium, "Laptops", "Computer, order", "Hardware")
            .Ago(3.9 * Day).By("maya").Greets().Classifies("Computer, order", "Laptops", "Hardware").States("A laptop with quality records, ready at Eastmoor on the first of the month.").Later(50).CustomerAgrees().Later(10).By("maya").NothingToReproduce("It is an order.")
            .Ago(2 * Day).Replies("Approved and ordered. I tell you as soon as the supplier names a date.").Waits(WaitFor.Supplier, "Delivery date from the supplier", contacted: true, until: -6 * Hour);

        new Story(script, 2238).Ago(2.1 * Day).Opens(TicketKind.Request, Channel.Portal, "erik", "Two desk phones for the new packing office", "Two desk phones please, with the numbers of the old office.", Level.Low, Level.Medium, "Phones", "Desk phone or mobile", "Hardware")
            .Ago(2 * Day).By("jonas").Greets().Classifies("Desk phone or mobile", "Phones", "Hardware").Ago(Day).Replies("The phones are here, and the numbers move tomorrow at noon. I bring them after that.", promise: -1.2 * Day);

        new Story(script, 2241).Ago(3 * Hour).Opens(TicketKind.Request, Channel.Portal, "amara", "Access to supplier contracts folder", "I need to read the folder of supplier contracts for the audit.", Level.Low, Level.Medium, "File shares", "Access to a folder or program", "Ad hoc")
            .Later(12).By("kofi").Greets().Waits(WaitFor.Other, "Oliver Stone approves, since the folder is his", contacted: true, until: -Day).LaidDown();

        new Story(script, 2235).Ago(3 * Day).Opens(TicketKind.Request, Channel.Portal, "helen", "Add Tom Reilly to the shift calendar", "Please let Tom Reilly write in the shift calendar.", Level.Low, Level.Low, "Mail and calendar", "Mail and calendar", "Ad hoc")
            .Ago(2.8 * Day).By("kofi").Greets().Classifies("Mail and calendar", "Mail and calendar", "Ad hoc").Ago(3 * Hour).Replies("Which calendar do you mean, early or late?").Waits(WaitFor.Customer, "Early or late calendar?", contacted: true, until: -2 * Day);

        new Story(script, 2232).Ago(3.4 * Day).Opens(TicketKind.Request, Channel.Portal, "helen", "Charger for the handheld on line 1", "The charger of the handheld on line 1 is gone.", Level.Low, Level.Low, "Warehouse scanners", "Terminal or scanner", "Hardware")
            .Ago(3.2 * Day).By("ines").Greets().Classifies("Terminal or scanner", "Warehouse scanners", "Hardware").Replies("Ordered. It should be here by Friday.", promise: -2 * Day).Waits(WaitFor.Supplier, "Charger ordered", contacted: true, until: -2 * Day);

        new Story(script, 2236).Ago(2.6 * Day).Opens(TicketKind.Request, Channel.Portal, "camille", "Mobile phone for travel to Lisbon", "I travel to Lisbon for a month and need a phone with a local number.", Level.Low, Level.Medium, "Phones", "Desk phone or mobile", "Hardware")
            .Ago(2.5 * Day).By("jonas").Greets().Classifies("Desk phone or mobile", "Phones", "Hardware").Replies("Which days exactly? The number is rented by the week.").Waits(WaitFor.Customer, "From when to when?", contacted: true, until: -Day);
    }
}
