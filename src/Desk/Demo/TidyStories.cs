using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>How Harrow &amp; Lind keep their tickets tidy: what belongs together is linked, what is to be done is a list,
/// what the work took is written down, what can wait is put aside,
/// one matter is one ticket.</summary>
internal static class TidyStories
{
    public static void Tell(Script script)
    {
        new Story(script, 4812).Ago(53).By("maya").Links(Relation.Related, 4402)
            .Ago(44).By("ines").Links(Relation.Child, 4814)
            .Ago(14).HasTasks("Repair the empty data field in template version 12", "ines", due: -26 * 60)
            .Spends(16, "Template version 11")
            .By("maya").Spends(38, "Call with Helen, reproduction").HasTasks("Replay the four steps with Helen\nTell line 1 and line 2 which template they use", "maya", due: -35, gates: true)
            .Ago(9).DoesTask("Tell line 1 and line 2 which template they use");
        new Story(script, 4804).Ago(4.5 * 60).Opens(TicketKind.Incident, Channel.Mail, "oliver", "Report still queued", "The month's end report is still 'queued', and the auditors come at four.", Level.Medium, Level.Medium, "Meridian ERP", "Program, fault")
            .Ago(4.4 * 60).By("tomas").MergesInto(4800)
            .Ago(95).CustomerSays("It is at 60 percent now.");
        new Story(script, 4793).Ago(2.2 * 60).CustomerSays("Thank you, it fits. By the way: the handheld at line 1 has lost its strap, can we have another?")
            .Ago(2.1 * 60).By("maya").Splits(2, 4801, TicketKind.Request, "A strap for the handheld at line 1");
        new Story(script, 4811).Ago(55).By("maya").PutAside(12).Ago(12).ComesBack();
        new Story(script, 4813).Ago(50).By("maya").PutAside(-26 * 60);
        new Story(script, 4765).Ago(1.9 * 60).By("aiko").Spends(45, "Both reports compared");
        new Story(script, 4759).Ago(1439).By("owen").Spends(90, "Gate 4, before the shift");
        new Story(script, 4793).Ago(2.4 * 60).By("maya").Spends(25, "Guide replaced");
        new Story(script, 4752).Ago(3 * 1440).By("ines").HasTasks("Ask the supplier for the date of delivery", "maya", due: -3 * 60);
        new Story(script, 2242).Ago(30).By("kofi").HasTasks("Account\nMailbox and lists\nMeridian: role 'Planner'\nBadge\nLaptop at the desk", gates: true)
            .Ago(22).DoesTask("Account").Ago(20).DoesTask("Mailbox and lists");
        new Story(script, 4806).Ago(80).By("owen").Links(Relation.Related, 4808);
    }
}
