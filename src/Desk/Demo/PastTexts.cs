using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What came in again and again over the last three months, and how it went. Where a text says {0}, it is said of a place.</summary>
internal static class PastTexts
{
    public static readonly PastText[] All =
    [
        new(TicketKind.Incident, "Cannot sign in after the holidays", "My password has expired while I was away and the page to renew it sends me in circles.", "Sign-in", "Password or sign-in", "kofi",
            "Renewing an expired password leads back to the sign-in page.", ["Sign in with an expired password", "Choose *Renew*", "The sign-in page comes back"],
            "Reset the password from the console and let the person choose a new one", "It takes two minutes, and the page is mended next week.", "One-time password told on the phone, new one chosen.", "Signed in and out together.", "The page for expired passwords is being mended.", "You can renew it before it runs out: the desk writes a week ahead.", "Thank you, that was quick."),
        new(TicketKind.Incident, "Scanner at {0} does not read", "The handheld beeps and nothing comes up on the screen.", "Warehouse scanners", "Terminal or scanner", "maya",
            "One handheld beeps on every code and sends nothing; another one works at the same place.", ["Scan any code", "A beep, and no number"],
            "Pair the handheld with its cradle again", "It helped the last four times.", "Paired again, and the battery changed.", "Scanned twenty codes.", "The handheld had lost its cradle.", "Hold the trigger for ten seconds: it pairs again by itself.", "Works again, thanks."),
        new(TicketKind.Incident, "Labels at {0} are shifted by half", "Every label starts in the middle of the one before.", "Label printing", "Label printing, printer", "maya",
            "Labels come out shifted by half their length since the roll was changed.", ["Print the test order 10001", "The label is shifted"],
            "Calibrate the media sensor again", "Shifted by half is nearly always the sensor.", "Sensor calibrated with the new roll.", "Printed ten labels of the test order.", "The sensor had to learn the new roll.", "After a new roll, hold *Feed* until three labels have come out.", "All straight now."),
        new(TicketKind.Incident, "VPN does not connect from home", "It says 'gateway not reachable', at home only.", "Remote access", "Remote access", "owen",
            "Remote access fails from one home line and works from a phone hotspot.", ["Connect at home", "'Gateway not reachable'", "Connect by phone: it works"],
            "Use the other gateway", "The home line blocks one port that the other gateway does not need.", "Profile changed to the second gateway.", "Connected from the home line for ten minutes.", "The router at home blocks the port of the first gateway.", null, "Perfect."),
        new(TicketKind.Incident, "Meeting room at {0}: no picture", "The screen says 'no source' whatever I plug in.", "Video meetings", "Meeting room", "jonas",
            "The screen in the meeting room shows 'no source' with every laptop.", ["Plug in a laptop", "Choose *Show*", "'No source'"],
            "Replace the cable in the table", "The plug was loose when touched.", "New cable drawn through the table.", "Showed a film from two laptops.", "The cable in the table had broken.", null, "Good as new."),
        new(TicketKind.Incident, "Mail with drawings does not go out", "Mail with more than a few drawings stays in the outbox.", "Mail and calendar", "Mail and calendar", "kofi",
            "Mail larger than 25 MB stays in the outbox without a word.", ["Write a mail with 30 MB of drawings", "Send it", "It stays in the outbox"],
            "Send a link to the file share instead", "The limit of the customers' servers is not ours to change.", "Shown how to send a link.", "A customer opened the link.", "Mail has a limit of 25 MB; links have none.", "*Insert, Link to share* does it in one go.", "Easier than I thought."),
        new(TicketKind.Incident, "Terminal at {0} hangs on start", "The terminal shows the logo and nothing else.", "Plant floor terminals", "Terminal or scanner", "ines",
            "The terminal stays at the logo after the power cut of the night.", ["Turn the terminal on", "It stays at the logo"],
            "Start it from the spare card", "The line should not wait while we repair the first.", "Card changed, the old one is being read out.", "Started three times and booked an order.", "The card had been damaged by the power cut.", null, "Line is running."),
        new(TicketKind.Incident, "Report of the shift is empty", "The shift report has headings and no rows.", "Reports", "Report or figures", "aiko",
            "The report of the night shift is empty for one plant only.", ["Open the shift report of the night", "Choose the plant", "No rows"],
            "Run last night's load again", "The load stopped when the network was serviced.", "Load run again for the plant.", "Compared ten rows with the terminal.", "Last night's load had stopped halfway.", null, "The figures are there."),
        new(TicketKind.Incident, "Laptop does not wake up", "When I open the lid the screen stays black until I hold the power button.", "Laptops", "Computer, fault", "jonas",
            "After a night in the bag the laptop does not wake up from sleep.", ["Close the lid", "Wait an hour", "Open it: the screen stays black"],
            "Install the maker's firmware", "The maker names this very fault.", "Firmware 1.22 installed.", "Closed for an hour, woke up three times.", "The firmware had an error with long sleep.", "Restart once a week and it gets such updates by itself.", "Wakes up at once now."),
        new(TicketKind.Incident, "Order cannot be released in Meridian", "Meridian says 'period closed' for an order of this week.", "Meridian ERP", "Program, fault", "tomas",
            "Orders with a delivery date in the closed month cannot be released.", ["Open the order", "Choose *Release*", "'Period closed'"],
            "Move the delivery date into the open period", "Finance keeps the month closed, and is right to.", "Date moved to the first, as agreed with finance.", "Released the order together.", "The month had been closed while the order still lay there.", "Release before the last evening of the month.", "Released."),
        new(TicketKind.Incident, "Badge does not open the side door", "My badge opens the main gate and not the side door.", "Doors and badges", "Badge or door", "owen",
            "The badge lacks the group of the side door since it was replaced.", ["Hold the badge to the side door", "It stays red"],
            "Give the badge the groups of the old one", "The groups were not copied when it was replaced.", "Groups copied, controller told.", "Watched the door log: green.", "The new badge had lacked one group.", null, "Door opens."),
        new(TicketKind.Incident, "Desk phone rings only once", "Callers say that they land on voice mail after one ring.", "Phones", "Desk phone or mobile", "jonas",
            "Calls go to voice mail after one ring, since the number moved.", ["Call the number", "One ring, then voice mail"],
            "Set the time before voice mail to 25 seconds", "It was set to five when the number moved.", "Time set to 25 seconds.", "Called three times.", "The time before voice mail had been left at its smallest.", null, "Rings as it should."),
        new(TicketKind.Request, "Access to the folder of {0}", "Please let me read the folder for the audit.", "File shares", "Access to a folder or program", "kofi",
            "Reading rights on one folder, until the audit is over.", [], "Add the person to the readers of the folder", "The owner of the folder has agreed.", "Added until the end of the month.", "The person opened a file while on the phone.", "You can read the folder until the end of the month.", null, "Got it."),
        new(TicketKind.Request, "Mailing list for {0}", "We need a list for the shift leads.", "Mail and calendar", "Mail and calendar", "kofi",
            "A mailing list with five members, one of them its owner.", [], "Make the list and hand it to its owner", "Then nobody has to ask us for each change.", "List made, owner shown how to change it.", "A mail to the list reached all five.", "The list is there, and you are its owner.", "Members: *Groups, My lists*.", "Lovely."),
        new(TicketKind.Request, "Second charger for the handhelds", "Two handhelds, one charger: please a second one.", "Warehouse scanners", "Terminal or scanner", "ines",
            "A second charger at the same place.", [], "Take one from the tool crib", "There are three, and nobody needs them.", "Brought over and plugged in.", "Light is green with both handhelds.", "The charger is there.", null, "Thanks, charging."),
    ];

    public static readonly string[] Places = ["Northgate line 1", "Northgate line 2", "Northgate line 3", "the cold store", "Lindholm packing", "Lindholm gate 4", "Eastmoor hall B", "Eastmoor tool crib", "Harbour House"];
}

/// <param name="Agent">Who takes it most of the time.</param>
/// <param name="Steps">How to see it; none for what is asked for rather than broken.</param>
internal sealed record PastText(
    TicketKind Kind, string Title, string Words, string Service, string Category, string Agent, string Statement, string[] Steps,
    string Proposal, string Why, string Done, string Check, string Solution, string? NextTime, string Thanks)
{
    public string TitleAt(string place) => Title.Replace("{0}", place, StringComparison.Ordinal);
}
