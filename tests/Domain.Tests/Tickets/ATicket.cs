using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Where the stories of tickets begin, and the events that most of them share.</summary>
public static class ATicket
{
    public static readonly Named<PersonId> Ada = new(new(1), "Ada Byron"), Helen = new(new(2), "Helen Marsh"), Ravi = new(new(3), "Ravi Patel");
    public static readonly Named<TeamId> FirstTeam = new(TeamId.FirstContact, "First Contact"), Network = new(new(2), "Network");
    public static readonly Named<CategoryId> Printing = new(new(4), "Printing");
    public static readonly string Endless = new('x', Ticket.LongestText + 1), JustFits = new('x', Ticket.LongestText);
    public static readonly Duration Hour = Duration.FromHours(1), Day = Duration.FromDays(1);

    public static readonly TicketOpened Opened = new(
        TicketKind.Incident, Channel.Portal, "Labels come out blank", "Since this morning all labels are blank.", Helen, "0191 555 0117",
        Level.Medium, Level.High, new(2), new(Printing, null, null), FirstTeam);

    /// <summary>Every step recommended, and anyone may check the craft.</summary>
    public static readonly CareRule Usual = CarePolicy.Usual.Rules[0], Anything = Usual with { Steps = [.. CareSteps.All.Select(_ => Demand.LeftOut)] };

    public static readonly CustomerGreeted Greeted = new("by phone");
    public static readonly TicketClassified Classified = new(Opened.Classification, Opened.Classification);
    public static readonly ProblemStated Stated = new("Labels are blank on printer 7");
    public static readonly ReproductionTried Reproduced = new(Tickets.Reproduced.Reproduced, ["Print a test label"], null);
    public static readonly SolutionProposed Proposed = new(1, "Turn the ribbon", ProposalSource.Experience, null);
    public static readonly SolutionSelected Selected = new(1, "Turn the ribbon", "cheapest");
    public static readonly SolutionExecuted Executed = new("Turned the ribbon");
    public static readonly CraftVerified Checked = new(CraftOutcome.Works, "", ["Print a test label"]);
    public static readonly Event[] AllButTheCustomer = [Greeted, Classified, Stated, Reproduced, Proposed, Selected, Executed, Checked];
    public static readonly TicketResolved Resolved = new("Turned the ribbon", null, Duration.Zero);
    public static readonly TicketClosed Closed = new(Verification.ByCustomer, null, Printing, Duration.Zero);

    /// <summary>Opened by Helen; Ada acts from now on.</summary>
    public static Story<Ticket> New => new Story<Ticket>(new Ticket { Id = new(123) }).As(Helen.Id).Given(Opened).As(Ada.Id);

    public static Story<Ticket> CaredFor => New.Given(AllButTheCustomer);
    public static Story<Ticket> IsResolved => CaredFor.Given(Resolved);
    public static Story<Ticket> IsClosed => IsResolved.Given(Closed);
    public static Story<Ticket> IsCancelled => New.Given(new TicketCancelled("asked twice"));
}
