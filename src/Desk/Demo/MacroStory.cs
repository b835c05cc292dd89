using FirstContact.Macros;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind has prepared: words, macros and ticket templates, for all and for single teams.</summary>
internal static class MacroStory
{
    private static readonly BlockSaid[] Blocks =
    [
        new("Greeting with a time", "hello", "Dear {{customer.firstName}},\n\nI have {{ticket.number}} ({{ticket.title}}) and stay with it until it works. You hear from me within the hour.\n\nBest regards\n{{agent.firstName}}, {{team.name}}", null, [BlockUse.Reply]),
        new("Ask for a picture", "picture", "Dear {{customer.firstName}},\n\ncould you take a picture of the whole screen, with the clock in its corner, and send it as an answer to {{ticket.number}}? Then I see what you see.\n\nBest regards\n{{agent.firstName}}", null, [BlockUse.Reply]),
        new("Nobody answered", "silent", "Dear {{customer.firstName}},\n\nI asked on {{ticket.number}} and have not heard from you. If it still bothers you, a short word is enough; our number is {{desk.phone}}.\n\nBest regards\n{{agent.firstName}}", null, [BlockUse.Reply]),
        new("What we know so far", "facts", "**Who:** {{customer.name}}, {{customer.unit}}, {{customer.phone}}\n**Service:** {{service.name}}\n**Tried:** \n**Next:** ", null, [BlockUse.Note]),
        new("Access point: three questions", "ap", "Dear {{customer.firstName}},\n\nthree things let us find the access point in a minute: which device, where exactly you stand, and since when.\n\nBest regards\n{{agent.firstName}}, Network and Access", "Network and Access", [BlockUse.Reply]),
    ];

    private static readonly MacroSaid[] Macros =
    [
        new("Ask for a picture and wait", null,
            [new(TicketVerb.Assign, "me"), new(TicketVerb.Reply) { Block = "Ask for a picture" }, new(TicketVerb.Wait, "customer", "A picture of the screen of {{customer.firstName}}") { For = Duration.FromDays(2) }]),
        new("Badge or door: to Network and Access", null,
            [new(TicketVerb.Team, "Network and Access"), new(TicketVerb.Tag, "badge"), new(TicketVerb.Note, Words: "{{customer.name}} ({{customer.unit}}) stands at a door. The badge number is on its back.")]),
        new("Line stands", null,
            [new(TicketVerb.Impact, "high"), new(TicketVerb.Urgency, "high"), new(TicketVerb.Tag, "line-stop"), new(TicketVerb.AskIn, Cast.Email("ines"), "A line stands: {{ticket.title}}. Can you look with me?")]),
        new("Wi-Fi: ask the three questions", "Network and Access",
            [new(TicketVerb.Tag, "wi-fi"), new(TicketVerb.Reply) { Block = "Access point: three questions" }, new(TicketVerb.Wait, "customer", "Three answers") { For = Duration.FromDays(3) }]),
    ];

    private static readonly TemplateSaid[] Templates =
    [
        new("New starter", null)
        {
            Kind = TicketKind.Request, Title = "New starter: ", Description = "Name, first day, unit, and whom the work place is to be like:", Impact = Level.Low, Urgency = Level.Medium, ToTeam = "Workplace", Tags = ["starter"],
            Tasks = ["Laptop ordered", "Account made", "Groups like the named colleague", "Badge ordered", "Desk phone", "First day: walk through it together"],
        },
        new("Lost badge", null)
        {
            Kind = TicketKind.Request, Title = "Lost badge", Description = "When and where was it last used?", Impact = Level.Low, Urgency = Level.High, ToTeam = "Network and Access", Tags = ["badge"],
            Tasks = ["Old badge blocked", "New badge handed over"],
        },
        new("Printer on the line", "Plant Systems")
        {
            Kind = TicketKind.Incident, Title = "Labels on line ", Category = "Label printing, printer", Service = "Label printing", Impact = Level.Medium, Urgency = Level.High, Tags = ["labels"],
            Tasks = ["Template version looked up", "Ribbon and head looked at", "A test label printed"],
        },
    ];

    /// <summary>Weeks ago, when the desk had found out what it says and does again and again.</summary>
    public static void Tell(Script script) => script.Add(script.Now - Duration.FromDays(40), async stage =>
    {
        foreach (var block in Blocks) await stage.Do("ruth", "page", new AddTextBlock(block));
        foreach (var macro in Macros) await stage.Do("ruth", "page", new AddMacro(macro));
        foreach (var template in Templates) await stage.Do("ruth", "page", new AddTicketTemplate(template));
    });
}
