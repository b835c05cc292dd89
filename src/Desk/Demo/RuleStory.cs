using FirstContact.Rules;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>What Harrow &amp; Lind lets the desk do by itself: one rule that has just run, and two that somebody is still thinking about.</summary>
internal static class RuleStory
{
    private const long Scanner = 4798;

    private static readonly RuleDefinition Wireless = new(
        "Wi-Fi: what to ask first", new(TriggerKind.Event) { Events = ["ticket.opened", "ticket.classified"] }, [new("status", "open"), new("category", "Wi-Fi")],
        [new(TicketVerb.Tag) { To = "wi-fi" }, new(TicketVerb.Note) { Words = "{{customer.firstName}} will be asked for three things: which device, where exactly, and since when. With these Network and Access finds the access point in a minute." }]);

    private static readonly RuleDefinition Unanswered = new(
        "A day without an answer", new(TriggerKind.After) { Since = Moment.CustomerSpoke, After = Duration.FromDays(1) }, [new("status", "open")],
        [new(TicketVerb.Tag) { To = "waits-a-day" }, new(TicketVerb.Note) { Words = "{{customer.name}} has been waiting for a word for a day. Who has {{ticket.number}}?" }]);

    private static readonly RuleDefinition Mondays = new(
        "Mondays: what nobody has", new(TriggerKind.Schedule) { Days = [IsoDayOfWeek.Monday], Time = "07:30", Zone = "Europe/London" }, [new("status", "new"), new("assignee", "nobody")],
        [new(TicketVerb.Note) { Words = "It is Monday and nobody has this. Look at it in the morning round." }]);

    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromMinutes(30), async stage =>
        {
            await stage.Do("ruth", "page", new AddRule(Wireless));
            foreach (var thought in new[] { Unanswered, Mondays })
                await stage.Do("ruth", "page", new SwitchOffRule((await stage.Do("ruth", "page", new AddRule(thought))).Id));
        });
        script.Add(script.Now - Duration.FromMinutes(5.9), async stage =>
        {
            await stage.Write(new Statement("""
                insert into rule_due (rule, ticket, entry, queued_at, next_at)
                select r.id, j.key, j.position, j.at, j.at from journal j join rule r on r.name = @rule where j.subject = @ticket and j.key = @key and j.event = 'ticket.opened'
                """, ("@rule", Wireless.Name), ("@ticket", Ticket.Subject), ("@key", Scanner)));
            var (due, rule) = await stage.Read(read => read.One("select id, rule from rule_due", r => (r.GetInt64(0), new RuleId(r.GetInt64(1)))));
            await stage.Do(Cast.TheDesk, RuleCause.Of(rule, due), new RunRule(due));
        });
    }
}
