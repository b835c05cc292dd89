using FirstContact.Classifying;
using FirstContact.Fields;
using FirstContact.Guides;
using FirstContact.Lists;
using FirstContact.Macros;
using FirstContact.Measures;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;
using FirstContact.Writing;

namespace FirstContact.Tickets;

/// <param name="NoNext">Whether the next one has just been asked for, and there was none.</param>
public sealed record HomeModel(IReadOnlyList<NeedsMe> Needs, bool NoNext = false)
{
    /// <summary>What needs the caller besides tickets.</summary>
    public IReadOnlyList<OtherNeed> Others { get; init; } = [];

    /// <summary>What the page listens to for them.</summary>
    public string Topics { get; init; } = Ticket.Subject;
}

/// <summary>What forms choose from.</summary>
public sealed record Choices(IReadOnlyList<TeamRow> Teams, IReadOnlyList<ServiceRow> Services, IReadOnlyList<CategoryRow> Categories, IReadOnlyList<ClassRow> Classes, PriorityMatrix Matrix, IReadOnlyList<Field> Fields, IReadOnlyList<GuideLine> Guides)
{
    public static async Task<Choices> Ask(Desk desk, Caller caller) => new(
        (await desk.Ask(new ListTeams(), caller)).Value ?? [], (await desk.Ask(new ListServices(), caller)).Value ?? [],
        (await desk.Ask(new ListCategories(), caller)).Value ?? [], (await desk.Ask(new ListClasses(), caller)).Value ?? [],
        (await desk.Ask(new ShowPriorityMatrix(), caller)).Value!, (await desk.Ask(new ListFields(), caller)).Value ?? [], (await desk.Ask(new ListGuides(), caller)).Value ?? []);

    public static IEnumerable<(string, string)> Or(string none, IEnumerable<string> names) => [("", none), .. names.Select(n => (n, n))];
}

/// <param name="Matches">Whom the typed name may mean, when it is several.</param>
public sealed record NewTicketModel(Choices Choices, Form Typed, Error? Error = null, IReadOnlyList<PersonRow>? Matches = null)
{
    /// <summary>What a ticket may begin with.</summary>
    public IReadOnlyList<TemplateLine> Templates { get; init; } = [];

    /// <summary>What the desk takes it to be, of what is typed so far.</summary>
    public SuggestedView Suggested { get; init; } = SuggestedView.None;
}

/// <param name="Step">The step whose form is open; null for the next one.</param>
/// <param name="Typed">What was typed into the form that was refused.</param>
/// <param name="Changes">What others did since the refused form was made.</param>
public sealed record TicketModel(
    TicketView View, Choices Choices, Caller Me, CareStep? Step, TimelineShown Shown, string Mode, string? Part = null,
    Form? Typed = null, Error? Error = null, IReadOnlyList<TimelineEntry>? Changes = null)
{
    public Ticket Ticket => View.Ticket;

    /// <summary>Those that may be run on it.</summary>
    public IReadOnlyList<Macro> Macros { get; init; } = [];

    /// <summary>What went out about it by mail.</summary>
    public IReadOnlyList<Sending.LetterLine> Letters { get; init; } = [];

    /// <summary>Who gets the next reply by mail, and who does not.</summary>
    public IReadOnlyList<Notices.ReplyReader> Readers { get; init; } = [];

    /// <summary>Whoever looks wants to hear no more of it.</summary>
    public bool Muted { get; init; }

    /// <summary>What was promised for it and runs, or was missed.</summary>
    public IReadOnlyList<Clocks.ClockLineRow> Clocks { get; init; } = [];

    /// <summary>What came to it by mail.</summary>
    public IReadOnlyList<Mail.TicketMail> Mails { get; init; } = [];

    /// <summary>What was done to it as one just now.</summary>
    public Batch? Done { get; init; }

    /// <summary>What is being written on it, and what is on its way.</summary>
    public TicketWriting Writing { get; init; } = TicketWriting.None;

    /// <summary>What goes wrong on it and can still be mended.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Who has it open now.</summary>
    public IReadOnlyList<Here> Here { get; init; } = [];

    /// <summary>Whether another team than first contact has just solved it, and nobody has said yet what first contact would have needed.</summary>
    public bool AsksFront => Ticket is { IsSolved: true, Hands.Front: null } && (Ticket.Status == TicketStatus.Resolved || View.ReopenableUntil is not null)
        && Choices.Teams.Any(t => t.FirstContact) && Choices.Teams.Any(t => t.Id == Ticket.Team && !t.FirstContact);

    /// <summary>What is asked of tickets of its category; null when nothing is.</summary>
    public Guide? Guide => Choices.Guides.FirstOrDefault(g => g.Category.Id == Ticket.Category && g.Guide.Questions.Count > 0)?.Guide;

    /// <summary>What the desk takes it to be; asked where it is shown.</summary>
    public SuggestedView Suggested { get; init; } = SuggestedView.None;

    /// <summary>What solved the like before; asked where one looks for a solution.</summary>
    public IReadOnlyList<Experience> Experience { get; init; } = [];

    /// <summary>Whether the next thing to do is to answer a handover to one's own team.</summary>
    public bool IsHanded => Ticket.Hands.Pending is { } pending && Me.Teams.Contains(pending.To.Id.Value);

    /// <summary>The look of the button for the next step, at the top and under its form: filled, unless a handover is to be answered before.</summary>
    public string Main => IsHanded ? "btn" : "btn btn-primary";

    /// <summary>The same at the top, where a call that is owed comes first too: the page has one filled button.</summary>
    public string Ahead => Ticket is { CallBack: not null, IsOpen: true } ? "btn" : Main;

    /// <summary>The error, where it belongs to this part of the page.</summary>
    public Error? ErrorOf(string part) => Part == part ? Error : null;

    /// <summary>What was typed into this part, when it was this one that was refused.</summary>
    public string? TypedIn(string part, string field) => Part == part ? Typed?[field] : null;
}

public sealed record PortalModel(Caller Me, IReadOnlyList<TicketRow> Open, IReadOnlyList<TicketRow> Recent, string? Phone, IReadOnlyList<ServiceRow> Services);

/// <param name="Fields">What the desk wants to know besides, of those that customers fill.</param>
/// <param name="Guides">What is asked of customers besides, by category.</param>
public sealed record AskModel(IReadOnlyList<ServiceRow> Services, IReadOnlyList<Field> Fields, IReadOnlyList<GuideLine> Guides, Form Typed, Error? Error = null);

public sealed record MyTicketsModel(TicketList List, string? Next);

public sealed record MyTicketModel(TicketView View, Caller Me, string? Part = null, Form? Typed = null, Error? Error = null)
{
    /// <summary>What was promised for it and runs.</summary>
    public IReadOnlyList<Clocks.ClockLineRow> Clocks { get; init; } = [];

    /// <summary>Whoever looks wants to hear no more of it.</summary>
    public bool Muted { get; init; }
}
