using FirstContact.Agreements;
using FirstContact.Calendars;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>
/// What Harrow &amp; Lind has agreed on: the desk with everyone and with the plants, teams with First Contact in every stage of an agreement, and a contract.
/// </summary>
internal static class AgreementStory
{
    public static void Tell(Script script)
    {
        At(script, 92, stage => Signed(stage, script, 92, AgreementKind.Service, new("Service levels for everyone", null, PartyKind.Everyone, null, Mail("ruth"), Mail("oliver")), "ruth", "oliver", Everyone));
        At(script, 91, stage => Signed(stage, script, 91, AgreementKind.Service, new("Service levels for the plants", null, PartyKind.Segment, "Plants", Mail("ruth"), Mail("robert")), "ruth", "robert", Plants));
        At(script, 90, stage => Contract(stage, script));
        At(script, 88, stage => Signed(stage, script, 88, AgreementKind.Operational, new("Sign-in and second factors", "Identity", PartyKind.Team, "First Contact", Mail("priya"), Mail("kofi")), "priya", "kofi", on => SignIn(on, 8)));
        At(script, 33, stage => ReviewSignIn(stage, script));
        At(script, 12, stage => Start(stage, "ruth", AgreementKind.Operational, new("Orders and the month's end", "ERP Applications", PartyKind.Team, "First Contact", Mail("tomas"), Mail("ruth")), asItIs: true, Orders));
        Negotiation(script);
    }

    private static async Task<Terms> Everyone(Stage stage)
    {
        var office = await Hours(stage, "Office hours");
        return new()
        {
            Targets =
            [
                Target(1, Measure.FirstResponse, [1, 2], 0.5, 95, office), Target(2, Measure.FirstResponse, [3, 4, 5], 4, 90, office),
                Target(3, Measure.Resolution, [1, 2], 8, 90, office), Target(4, Measure.Resolution, [3, 4, 5], 40, 85, office), Target(5, Measure.NextResponse, [], 8, 85, office),
                Target(6, Measure.Availability, [], 0, 95, office) with { AtLeast = 2 },
            ],
            Ladder = [new(75, Rung.Owner), new(100, Rung.Leads), new(150, Rung.Coordinators)],
            ProviderDuties = "Whoever answers stays with you until it works, or says who does.", ReceiverDuties = "Say what you wanted to do, and what happened instead.",
            Procedures = "Call 4357 when work stands still. For everything else the portal is quicker.", OnMiss = "You hear why within a day, and what is different next time.",
        };
    }

    private static async Task<Terms> Plants(Stage stage)
    {
        var shifts = await Hours(stage, "Plants, three shifts");
        return new()
        {
            Targets = [Target(1, Measure.FirstResponse, [1], 0.25, 95, shifts), Target(2, Measure.FirstResponse, [2, 3], 1, 90, shifts), Target(3, Measure.Resolution, [1, 2], 4, 90, shifts), Target(4, Measure.UpdateRhythm, [1], 1, 90, shifts)],
            Ladder = [new(50, Rung.Owner), new(80, Rung.Leads), new(100, Rung.Coordinators), new(120, Rung.Receiver)],
            Pausing = new([WaitFor.Customer], true), ProviderDuties = "Somebody who knows the line answers in every shift.", ReceiverDuties = "The shift lead names the line and one person to call back.",
            OnMiss = "The head of the desk calls the plant the same day.", ReviewMonths = 3,
        };
    }

    private static async Task<Terms> SignIn(Stage stage, double hours)
    {
        var office = await Hours(stage, "Office hours");
        return new()
        {
            Targets = [Target(1, Measure.Acceptance, [], 1, 90, office), Target(2, Measure.Resolution, [1, 2, 3], hours, 85, office)],
            Ladder = [new(100, Rung.Leads), new(150, Rung.Receiver)], ProviderDuties = "Says within the hour whether it is theirs, and asks back once instead of giving it back.",
            ReceiverDuties = "Has checked who the customer is, and written down how.", Procedures = "Ask in first; hand over when it needs rights that First Contact has not.", ReviewMonths = 2,
        };
    }

    private static async Task<Terms> Orders(Stage stage) => new()
    {
        Targets = [Target(1, Measure.Acceptance, [], 8, 70, await Hours(stage, "Office hours")), Target(2, Measure.Resolution, [], 40, 70, await Hours(stage, "Office hours"))],
        ProviderDuties = "Looks into the queue in the morning and after lunch. At the month's end only in the evening.", ReceiverDuties = "Names the order and the mask.", Procedures = "Tomas is called when a truck waits.",
    };

    private static async Task Contract(Stage stage, Script script)
    {
        var meridian = await stage.Do("ruth", "page", new AddSupplier(new("Meridian Software", "Support: +1 617 555 0142\nsupport@meridian.example\nCustomer number HL-4471")));
        await stage.Do("ruth", "page", new AddSupplier(new("Northern Lines", "Faults: +44 20 7946 0990\nLines of Northgate and Eastmoor")));
        var boston = await Hours(stage, "Meridian support, Boston");
        var terms = new Terms
        {
            Targets = [Target(1, Measure.Resolution, [1, 2], 8, 90, boston), Target(2, Measure.Resolution, [3, 4, 5], 40, 80, boston)], Pausing = Pausing.Never,
            Ladder = [new(100, Rung.Receiver)], ProviderDuties = "A person, not a form, answers P1.", ReceiverDuties = "Sends the log of the last hour with each fault.", ReviewMonths = 12,
        };
        var agreement = await Start(stage, "ruth", AgreementKind.Underpinning, new("Meridian ERP support", meridian.Name, PartyKind.Desk, null, null, Mail("tomas")), asItIs: false, _ => Task.FromResult(terms));
        await Settle(stage, script, agreement, "ruth", Day(script, 90));
        await stage.Do("tomas", "page", new SignDraft(agreement, Side.Receiver, await Draft(stage, agreement), null, script.Zone.Id));
        await stage.Do("ruth", "page", new SignDraft(agreement, Side.Provider, await Draft(stage, agreement), "Dana Whitfield of Meridian, on paper", script.Zone.Id));
    }

    private static async Task ReviewSignIn(Stage stage, Script script)
    {
        var agreement = await Find(stage, "Sign-in and second factors");
        await stage.Do("priya", "page", new ReviewAgreement(agreement, "Priya and Kofi.\n\n- Acceptance was kept nearly always.\n- Eight hours to a new second factor is too long for somebody in front of a locked line.\n\n**We agree on four.**", Day(script, -60), script.Zone.Id));
        await stage.Do("priya", "page", new BeginDraft(agreement, "A second factor within half a day."));
        await stage.Do("priya", "page", new RedraftTerms(agreement, await SignIn(stage, 4) with { OnMiss = "Priya says on the ticket what it waited for." }));
        await Settle(stage, script, agreement, "priya", Day(script, 33));
        await stage.Do("kofi", "page", new SignDraft(agreement, Side.Receiver, await Draft(stage, agreement), null, script.Zone.Id));
        await stage.Do("priya", "page", new SignDraft(agreement, Side.Provider, await Draft(stage, agreement), null, script.Zone.Id));
    }

    /// <summary>First Contact with Network and Access: two clauses are open, one with a counter-offer, and Ruth is to answer.</summary>
    private static void Negotiation(Script script)
    {
        At(script, 9, async stage =>
        {
            var office = await Hours(stage, "Office hours");
            var today = new Terms { Targets = [Target(1, Measure.Acceptance, [], 4, 80, office)], ProviderDuties = "Whoever is not at a cabinet looks into the queue." };
            var agreement = await Start(stage, "ruth", AgreementKind.Operational, new("Network faults", "Network and Access", PartyKind.Team, "First Contact", Mail("owen"), Mail("ruth")), asItIs: true, _ => Task.FromResult(today));
            await stage.Do("ruth", "page", new BeginDraft(agreement, null));
            await stage.Do("ruth", "page", new RedraftTerms(agreement, today with
            {
                Targets = [Target(1, Measure.Acceptance, [1, 2], 0.5, 95, office), Target(2, Measure.Acceptance, [3, 4, 5], 4, 90, office), Target(3, Measure.Resolution, [1, 2], 4, 90, office)],
                Ladder = [new(80, Rung.Owner), new(100, Rung.Leads)], ReceiverDuties = "Has tried the steps of the article, and says from where it fails and from where it works.",
                Procedures = "P1 by telephone, and then the handover.", OnMiss = "Both leads look at it on Friday.",
            }));
            await stage.Do("ruth", "page", new PutDraft(agreement));
        });
        At(script, 6, async stage =>
        {
            var agreement = await Find(stage, "Network faults");
            var office = await Hours(stage, "Office hours");
            foreach (var clause in (string[])[Clauses.Scope, Clauses.Target(2), Clauses.ReceiverDuties, Clauses.Procedures]) await stage.Do("owen", "page", new TakePosition(agreement, Side.Provider, clause, Stance.Agrees, null, null));
            await stage.Do("owen", "page", new TakePosition(agreement, Side.Provider, Clauses.Target(1), Stance.Counters, new() { Targets = [Target(1, Measure.Acceptance, [1, 2], 1, 90, office)] }, "Two of us are out at the plants every day. An hour we can keep, half an hour we cannot."));
            await stage.Do("owen", "page", new TakePosition(agreement, Side.Provider, Clauses.OnMiss, Stance.Declines, null, "Not another meeting. A sentence on the ticket is enough."));
        });
        At(script, 3, async stage =>
        {
            var agreement = await Find(stage, "Network faults");
            foreach (var clause in (string[])[Clauses.Scope, Clauses.Target(2), Clauses.Target(3)]) await stage.Do("ruth", "page", new TakePosition(agreement, Side.Receiver, clause, Stance.Agrees, null, null));
            await stage.Do("maya", "page", new CommentOnAgreement(agreement, Clauses.Target(1), "In October three of five P1 waited for longer than an hour, all of them at lunch."));
        });
    }

    /// <summary>Begun, put, and signed by both within a day.</summary>
    private static async Task Signed(Stage stage, Script script, int daysAgo, AgreementKind kind, PartiesSaid said, string ours, string theirs, Func<Stage, Task<Terms>> terms)
    {
        var agreement = await Start(stage, ours, kind, said, asItIs: false, terms);
        await Settle(stage, script, agreement, ours, Day(script, daysAgo));
        await stage.Do(theirs, "page", new SignDraft(agreement, Side.Receiver, await Draft(stage, agreement), null, script.Zone.Id));
        await stage.Do(ours, "page", new SignDraft(agreement, Side.Provider, await Draft(stage, agreement), null, script.Zone.Id));
    }

    private static async Task Settle(Stage stage, Script script, AgreementId agreement, string who, LocalDate from)
    {
        await stage.Do(who, "page", new SetAgreementStart(agreement, from, ForOpen: false, script.Zone.Id));
        await stage.Do(who, "page", new PutDraft(agreement));
    }

    private static async Task<AgreementId> Start(Stage stage, string who, AgreementKind kind, PartiesSaid said, bool asItIs, Func<Stage, Task<Terms>> terms) =>
        (await stage.Do(who, "page", new StartAgreement(kind, said, asItIs, await terms(stage)))).Id;

    private static Task<AgreementId> Find(Stage stage, string title) => stage.Read(read => read.One("select id from agreement where title = @title", r => new AgreementId(r.GetInt64(0)), ("@title", title)));

    private static Task<int> Draft(Stage stage, AgreementId agreement) => stage.Read(read => read.One("select drafts from agreement where id = @id", r => r.GetInt32(0), ("@id", agreement)));

    private static Task<Named<CalendarId>> Hours(Stage stage, string name) => stage.Read(read => read.One("select id, name from calendar where name = @name", r => new Named<CalendarId>(new(r.GetInt64(0)), r.GetString(1)), ("@name", name)));

    private static TargetClause Target(int no, Measure measure, Seq<int> priorities, double hours, int percent, Named<CalendarId> by) => new(no, measure, priorities, Duration.FromHours(hours), percent, Agreements.Period.Month, by);

    private static string Mail(string who) => Cast.Email(who);

    private static LocalDate Day(Script script, int daysAgo) => script.Now.InZone(script.Zone).Date.PlusDays(-daysAgo);

    private static void At(Script script, int daysAgo, Func<Stage, Task> scene) => script.Add(script.Now - Duration.FromDays(daysAgo), scene);
}
