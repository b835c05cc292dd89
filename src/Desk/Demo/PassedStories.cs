using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>How some of the past went from team to team: accepted at once, given back first, back and forth; what was waited for; and who was loud.</summary>
internal static class PassedStories
{
    private static readonly (string Team, string Who)[] Others = [("Plant Systems", "ines"), ("Network and Access", "owen"), ("ERP Applications", "tomas"), ("Plant Systems", "ines"), ("Identity", "priya"), ("Workplace", "jonas"), ("Data and Reports", "aiko")];

    /// <summary>Every third goes on from First Contact; fewer of late, since more is solved there.</summary>
    public static bool IsPassed(int i) => i % 3 == 1 && (i < 100 || i % 2 == 0);

    /// <param name="agent">Whoever has it at the end.</param>
    public static void Goes(Story story, int i, int pace, ref string agent)
    {
        if (i % 21 == 5) story.Overrides("p1", "The plant manager called twice.");
        if (i % 8 == 2)
        {
            var (asked, helper) = Others[i % Others.Length];
            if (helper != agent) story.AsksTeamIn(asked, "Does this look like something of yours?").Later(4 + pace).By(helper).Helps(1, "No, but I have seen it before: it is the step that the article has last.").Later(2).By(agent);
        }
        if (i % 9 == 4) story.Waits(WaitFor.Customer, "Which of the two machines is it?", contacted: true).Later(35 * pace).CustomerSays("The one at the door.").Later(4).By(agent);
        if (IsPassed(i))
        {
            var (team, who) = Others[i / 3 % Others.Length];
            var no = 1;
            story.HandsOver(team, "What the article says", "Please look at it from your side.");
            if (i % 4 == 0)
            {
                story.Later(20 + 6 * pace).By(who).GivesBack("We cannot tell which device it is.", "The device's number").Later(12).By(agent).Notes("The number stands on its back: it is in the fields now.").HandsOver(team, "What the article says", "It has its number now.");
                no = 2;
            }
            story.Later(15 + 11 * pace).By(who).Accepts(no).Later(5).Notes("Looked at it from our side.");
            // Most say in one click whether all was there; what was missing comes back in the figures.
            if (i % 5 != 1 && agent != who) story.Judges(no, (i % 7) switch { 0 => [HandoverItem.Tried], 3 => [HandoverItem.Reproduction, HandoverItem.Files], _ => (HandoverItem[])[] });
            agent = who;
            if (i % 10 == 0)
            {
                var (other, whose) = Others[(i / 3 + 1) % Others.Length];
                story.HandsOver(other, "Our side is well", "Is it yours?").Later(30 + 8 * pace).By(whose).Accepts(no + 1).Later(25).Notes("Not here either: the cause is on the first side.").HandsOver(team, "Both sides", "It is yours after all.").Later(40).By(who).Accepts(no + 2);
            }
        }
        if (i % 13 == 6) story.Later(3).Waits(WaitFor.Supplier, "A part is on its way", contacted: i % 2 == 0).Later(300 + 90 * pace).By(agent).GoesOn();
    }
}
