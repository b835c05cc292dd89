using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What people asked and then found out by themselves, and what one department asks again and again: where training would spare it.</summary>
internal static class TrainingStory
{
    private const int FirstNumber = 4110;
    private const double Day = 24 * 60;

    private static readonly (double DaysAgo, string Who, string Title, string Service, string Category, string Found)[] Asked =
    [
        (171, "peter", "VPN asks for a code and there is none", "Remote access", "Remote access", "The code is in the app, and not in a text message any more."),
        (158, "camille", "Cannot get into the network from the hotel", "Remote access", "Remote access", "The hotel's own page had to be opened first."),
        (139, "grace", "Out of office goes to people inside only", "Mail and calendar", "Mail and calendar", "There is a second tab for people outside."),
        (118, "peter", "VPN drops every hour", "Remote access", "Remote access", "The phone's hotspot sleeps; there is a switch for that."),
        (76, "peter", "No VPN at the customer's site", "Remote access", "Remote access", "Their guest network lets it through, their own does not."),
        (61, "camille", "VPN asks for a code again", "Remote access", "Remote access", "Grace told me: it is in the app."),
        (52, "peter", "VPN: which gateway abroad?", "Remote access", "Remote access", "It is in the guide, the nearest one."),
        (37, "daniel", "Calendar of the payroll room is not shown", "Mail and calendar", "Mail and calendar", "Added it from the address book."),
        (24, "peter", "VPN from the airport", "Remote access", "Remote access", "The page of the airport first, as last time."),
        (12, "grace", "Shared calendar in the phone", "Mail and calendar", "Mail and calendar", "It was switched off in the list of calendars."),
    ];

    public static void Tell(Script script)
    {
        foreach (var (i, (ago, who, title, service, category, found)) in Asked.Index())
            new Story(script, FirstNumber + i).Ago(ago * Day).Opens(TicketKind.Incident, Channel.Portal, who, title, $"{title}. It is not urgent.", Level.Low, Level.Low, service, category).Later(25).CustomerSolvesIt(found);
    }
}
