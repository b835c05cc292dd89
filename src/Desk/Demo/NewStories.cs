using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>The tickets that nobody has taken yet, and some that somebody has only just begun.</summary>
internal static class NewStories
{
    private const double Hour = 60;

    public static void Tell(Script script)
    {
        new Story(script, 4818).Ago(34).Opens(TicketKind.Incident, Channel.Portal, "nadia", "Planning board stays at yesterday", "The planning board on the wall still shows yesterday's orders.", Level.Low, Level.High, "Reports", "Report or figures");
        new Story(script, 4819).Ago(28).Opens(TicketKind.Incident, Channel.Mail, "oliver", "Two payments were sent twice", "The bank says that two of yesterday's payments came in twice.", Level.Medium, Level.High, "Meridian ERP", "Program, fault");
        new Story(script, 4820).Ago(21).Opens(TicketKind.Incident, Channel.Portal, "tom", "Cannot sign in at terminal 1 after my leave", "My password has expired while I was on leave, and the page to renew it sends me in circles.", Level.Low, Level.Medium, "Sign-in");
        new Story(script, 4816).Ago(58).Opens(TicketKind.Incident, Channel.Portal, "joan", "Visitor badges do not open the lift", "Visitor badges open the door and not the lift. Guests are standing in the lobby.", Level.Low, Level.High, "Doors and badges", "Badge or door");
        new Story(script, 4814).Ago(71).Opens(TicketKind.Incident, Channel.Mail, "elsa", "Packing labels smear", "The ink of the packing labels comes off on my fingers.", Level.Low, Level.Medium, "Label printing");
        new Story(script, 4813).Ago(74).Opens(TicketKind.Incident, Channel.Portal, "priti", "Export to PDF cuts the right margin", "When I export a test report as PDF the right margin is cut.", Level.Low, Level.Low, "Quality records", "Program, fault");
        new Story(script, 4811).By("ruth").Ago(1.4 * Hour).Opens(TicketKind.Incident, Channel.WalkUp, "grace", "Keyboard types letters twice", "Came to the counter: the keyboard types some letters twice.", Level.Low, Level.Low, "Laptops", "Computer, fault");
        new Story(script, 4810).Ago(1.6 * Hour).Opens(TicketKind.Incident, Channel.Portal, "robert", "Dashboard asks me to sign in every hour", "The dashboard in my office asks for a password every hour and then stands still.", Level.Low, Level.Medium, "Sign-in", "Password or sign-in");
        new Story(script, 4808).Ago(2.1 * Hour).Opens(TicketKind.Incident, Channel.Portal, "camille", "Hotel Wi-Fi shows no sign-in page", "The hotel's Wi-Fi connects, and no page comes up.", Level.Low, Level.Medium, "Remote access", "Wi-Fi");
        new Story(script, 2242).Ago(47).Opens(TicketKind.Request, Channel.Portal, "gareth", "New colleague on Monday", "Anna Berg starts in assembly planning on Monday: account, mail, Meridian.", Level.Low, Level.Medium, "Sign-in", "Access to a folder or program", "Ad hoc");
        new Story(script, 2243).Ago(39).Opens(TicketKind.Request, Channel.Portal, "daniel", "Screen that can be turned upright", "I read long lists all day. A screen that turns upright would help.", Level.Low, Level.Low, "Laptops", "Computer, order", "Hardware");
        new Story(script, 2244).Ago(11).Opens(TicketKind.Request, Channel.Mail, "sofia", "Test program for hardness, newer version", "The maker has released version 6 of the hardness program. We would like it before the audit.", Level.Low, Level.Medium, "Quality records", "Question", "Software");

        new Story(script, 4800).By("kofi").Ago(6 * Hour).Opens(TicketKind.Incident, Channel.Phone, "oliver", "Month's end report does not start", "The month's end report has been 'queued' for an hour.", Level.Medium, Level.Medium, "Meridian ERP", "Program, fault")
            .Greets("on the phone").Later(6).Classifies("Program, fault", "Meridian ERP").States("The month's end report waits in the queue; two other reports of Meridian wait too.").Later(4).CustomerAgrees().Later(6).By("kofi").MovesTo("ERP Applications").Later(20).By("tomas").AssignedTo("tomas")
            .Ago(4 * Hour).Reproduces("Start any report in Meridian", "It stays at 'queued'").Proposes("Restart the report server").Proposes("Remove the one report that holds the queue").Selects(2, "Nobody else loses work.").Executes("Report 20-118 taken out of the queue; the rest runs.").Replies("The queue moves again. Yours is the third in it.", promise: -Hour);

        new Story(script, 4793).Ago(20 * Hour).Opens(TicketKind.Incident, Channel.Portal, "tom", "Label printer at line 1 pulls labels crooked", "Labels come out crooked by a finger's breadth.", Level.Low, Level.Medium, "Label printing", "Label printing, printer")
            .Ago(19 * Hour).By("maya").Greets().Classifies("Label printing, printer", "Label printing").States("The label printer of line 1 pulls labels to the left, more with each roll.").Later(25).CustomerAgrees().Ago(2.5 * Hour).By("maya").Replies("I have a new guide for you at the counter; it clicks in without tools.");

        new Story(script, 4805).By("maya").Ago(3.2 * Hour).Opens(TicketKind.Incident, Channel.Phone, "elsa", "Handheld shows Swedish keys", "The handheld shows the wrong letters since it fell down.", Level.Low, Level.Medium, "Warehouse scanners", "Terminal or scanner")
            .Greets("on the phone").Later(3).Classifies("Terminal or scanner", "Warehouse scanners").States("One handheld at packing shows a Swedish keyboard since it restarted.").Later(2).CustomerAgrees().Later(2).By("maya").Reproduces("Restart the handheld", "Type a dot: a dash comes").Proposes("Scan the code that sets the keyboard", ProposalSource.Article, "Swap a handheld scanner").Selects(1, "Takes a minute, and Elsa can do it alone next time.");
    }
}
