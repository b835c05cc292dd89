using FirstContact.Fields;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed record NamedJson(long Id, string Name);

public sealed record TicketPersonJson(long Id, string Name, string Email);

/// <summary>A ticket as one item of a list.</summary>
public sealed record TicketLine(
    long Id, string Number, TicketKind Kind, TicketStatus Status, Channel Channel, string Title, string Priority, NamedJson Customer, NamedJson? Assignee, NamedJson Team,
    string? Service, string? Category, Instant? PromisedAt, Instant OpenedAt, Instant UpdatedAt, Instant? ResolvedAt, Instant? ClosedAt)
{
    /// <summary>What was said in the fields of this desk, of those that the caller may read.</summary>
    public IReadOnlyDictionary<string, object> Fields { get; init; } = new Dictionary<string, object>();

    /// <summary>By when somebody is to be called back; for agents.</summary>
    public Instant? CallBackDue { get; init; }

    /// <summary>From when on it is parked in silence; for agents.</summary>
    public Instant? ParkedAt { get; init; }

    /// <summary>The team that it waits for to accept it; for agents.</summary>
    public string? HandedTo { get; init; }

    public Instant? HandedAt { get; init; }

    /// <summary>When the promise by an agreement is due that is due the soonest; null while none runs. For agents.</summary>
    public Instant? NextDue { get; init; }

    /// <summary>The clock that it is due by; without a time all that was promised stands still. For agents.</summary>
    public string? DueClock { get; init; }

    public static TicketLine Of(TicketRow t, Caller caller, IReadOnlyList<Field> fields) => new(
        t.Id, t.Number, t.Kind, t.Status, t.Channel, t.Title, $"p{t.Priority.Rank}", new(t.CustomerId.Value, t.Customer), t.AssigneeId is { } a ? new(a.Value, t.Assignee!) : null, new(t.TeamId.Value, t.Team),
        t.Service, t.Category, t.PromisedAt, t.OpenedAt, t.UpdatedAt, t.ResolvedAt, t.ClosedAt)
    {
        Fields = FieldJson.Of(TicketFields.Seen(caller, fields, t.Fields)),
        CallBackDue = caller.May(TicketPermissions.SeeAll) ? t.CallDue : null,
        ParkedAt = caller.May(TicketPermissions.SeeAll) ? t.ParkedAt : null,
        HandedTo = caller.May(TicketPermissions.SeeAll) ? t.HandedTo : null, HandedAt = caller.May(TicketPermissions.SeeAll) ? t.HandedAt : null,
        NextDue = caller.May(TicketPermissions.SeeAll) ? t.NextDue : null, DueClock = caller.May(TicketPermissions.SeeAll) ? t.DueClock : null,
    };
}

public sealed record StepJson(CareStep Step, CarePhase Phase, Demand Demand, string State, string? By, Instant? At);

public sealed record CareJson(
    IReadOnlyList<StepJson> Steps, CareStep? Next, string? Statement, bool? StatementAgreed, string? Correction, Reproduced? Reproduction, Seq<string> ReproductionSteps,
    Seq<Proposal> Proposals, int? Selected, string? Done, string? Solution, string? NextTime);

public sealed record ClocksJson(Instant? PromisedAt, Instant? AnsweredAt, Instant? CustomerWaitsSince, Instant? WakesAt, Instant? ClosesBySilenceAt, Instant? ReopenableUntil);

/// <summary>The whole ticket: state, care, clocks, links, and what the caller may do next.</summary>
public sealed record TicketJson(
    long Id, string Number, int Version, TicketKind Kind, TicketStatus Status, Channel Channel, string Title, string Description, TicketPersonJson Customer, string? Callback,
    Level Impact, Level Urgency, string Priority, string PriorityReason, bool PriorityOverridden,
    string? RequestClass, string? Service, string? CategoryOpened, string? Category, string? CategoryClosed, NamedJson Team, TicketPersonJson? Assignee,
    Wait? Wait, CareJson Care, ClocksJson Clocks, IReadOnlyList<TicketPersonJson> Watchers, IReadOnlyList<TicketPersonJson> AskedIn, Seq<string> Tags, int Messages,
    string? DedupeKey, string? Continues, Instant OpenedAt, Instant UpdatedAt, Instant? ResolvedAt, Instant? ClosedAt, IReadOnlyDictionary<string, string> Links, IReadOnlyList<string> Actions)
{
    /// <summary>Other tickets and what each is to this one.</summary>
    public IReadOnlyList<RelationJson> Relations { get; init; } = [];

    /// <summary>What was said in the fields of this desk, of those that the caller may read.</summary>
    public IReadOnlyDictionary<string, object> Fields { get; init; } = new Dictionary<string, object>();

    public IReadOnlyList<TaskJson> Tasks { get; init; } = [];

    /// <summary>The ticket that goes on instead of it, if the caller may see it.</summary>
    public OtherTicketJson? MergedInto { get; init; }

    /// <summary>The tickets that were merged into it.</summary>
    public IReadOnlyList<OtherTicketJson> Merged { get; init; } = [];

    /// <summary>That the caller has put it aside, or that it is back and why.</summary>
    public SnoozeJson? Snooze { get; init; }

    public IReadOnlyList<TimeJson> Time { get; init; } = [];

    /// <summary>What is being handed over and not accepted yet.</summary>
    public HandoverJson? Handover { get; init; }

    /// <summary>Whom to call back; null when nobody is to be.</summary>
    public CallBackJson? OwedCall { get; init; }

    /// <summary>What came out when somebody asked.</summary>
    public UnderstandingJson? Understanding { get; init; }

    /// <summary>Through whose hands it went, and who was asked; for agents.</summary>
    public HandsJson? Hands { get; init; }

    /// <summary>What the work took in all.</summary>
    public int? Minutes { get; init; }

    /// <summary>What the desk has classified by itself, as long as nobody has said whether it is right; for agents.</summary>
    public Seq<Suggestion> SelfClassified { get; init; } = [];

    /// <summary>Why the desk gave it to whoever has it, or to nobody; for agents.</summary>
    public string? AssignmentReason { get; init; }

    public static TicketJson Of(TicketView view, Caller caller, Func<CategoryId?, string?> category)
    {
        var t = view.Ticket;
        var agent = caller.May(TicketPermissions.SeeAll);
        return new(
            t.Key, t.Number, t.Version, t.Kind, t.Status, t.Channel, t.Title, t.Description, Person(view, t.Customer)!, t.Callback,
            t.Impact, t.Urgency, $"p{t.Priority.Rank}", t.PriorityReason ?? $"impact {t.Impact.ToString().ToLowerInvariant()} x urgency {t.Urgency.ToString().ToLowerInvariant()}", t.PriorityReason is not null,
            view.Names.Class?.Name, view.Names.Service?.Name, category(t.CategoryOpened), category(t.Category), category(t.CategoryClosed), new(view.Team.Id.Value, view.Team.Name), Person(view, t.Assignee),
            t.Wait, CareOf(view, agent), new(t.PromisedAt, t.AnsweredAt, t.CustomerSpokeAt, t.Wait?.Until, view.ClosesAt, view.ReopenableUntil),
            agent ? [.. t.Watchers.Select(w => Person(view, w)!)] : [], agent ? [.. t.Asked.Select(w => Person(view, w)!)] : [], agent ? t.Tags : [], t.Messages,
            t.DedupeKey, t.Continues is { } c ? TicketNumber.Of(t.Kind, c) : null, t.OpenedAt, t.UpdatedAt, t.ResolvedAt, t.ClosedAt,
            new Dictionary<string, string> { ["self"] = $"/api/v1/tickets/{t.Key}", ["journal"] = $"/api/v1/tickets/{t.Key}/journal", ["messages"] = $"/api/v1/tickets/{t.Key}/messages", ["page"] = $"/t/{t.Number}" },
            [.. MayDo(view, caller)])
        {
            Fields = FieldJson.Of(view.Fields),
            Relations = agent ? [.. view.Links.Select(RelationJson.Of)] : [],
            MergedInto = OtherTicketJson.Of(view.MergedInto),
            Merged = [.. view.Merged.Select(OtherTicketJson.Of).OfType<OtherTicketJson>()],
            Snooze = t.Snoozes.FirstOrDefault(s => s.Person == caller.Person) is { } snooze ? SnoozeJson.Of(snooze) : null,
            Time = agent ? [.. t.Time.Select(TimeJson.Of)] : [],
            Minutes = agent ? t.Minutes : null,
            OwedCall = agent ? CallBackJson.Of(t.CallBack) : null,
            AssignmentReason = agent ? t.Assignee is null ? t.Left?.Told() : t.Chosen?.Told() : null,
            SelfClassified = agent ? t.SelfTaken : [],
            Handover = agent ? HandoverJson.Of(t) : null,
            Hands = agent ? HandsJson.Of(view) : null,
            Understanding = UnderstandingJson.Of(t, agent),
            Tasks = agent ? [.. t.Tasks.Select(k => TaskJson.Of(k, view))] : [],
        };
    }

    /// <summary>By the names of their resources, those that would not be refused outright.</summary>
    private static IEnumerable<string> MayDo(TicketView view, Caller caller)
    {
        var t = view.Ticket;
        var (works, own) = (caller.May(TicketPermissions.Work), t.Customer == caller.Person);
        if (t.Status != TicketStatus.Cancelled) yield return "messages";
        if (works) yield return "relations";
        if (works) yield return "time";
        if (works && t.Status != TicketStatus.Cancelled) yield return t.Merged is null ? "merge" : "merge (DELETE)";
        if (works && t.Status is not (TicketStatus.Closed or TicketStatus.Cancelled)) yield return "tasks";
        if (works && t.Status is not (TicketStatus.Closed or TicketStatus.Cancelled)) yield return "snooze";
        if (works && t.IsOpen)
        {
            foreach (var step in CareSteps.All.Where(s => s < CareStep.CustomerVerification)) yield return $"care/{CarePart.Name(step)}";
            foreach (var action in (string[])["assignee", "priority", "wait", "colleagues", "asks", "replies", "handovers"]) yield return action;
            if (!t.Missing(view.Policy).Any()) yield return "resolution";
        }
        if ((works || own) && (t.Status == TicketStatus.Resolved || (t.IsOpen && !t.Missing(view.Policy).Any()))) yield return "care/customerVerification";
        if (works && t.Status == TicketStatus.Resolved) yield return "closure";
        if ((works || own) && (t.Status == TicketStatus.Resolved || view.ReopenableUntil is not null)) yield return "closure (DELETE)";
        if ((works || own) && t.IsOpen) yield return "cancellation";
    }

    private static CareJson CareOf(TicketView view, bool agent)
    {
        var care = view.Ticket.Care;
        return new(
            [.. CareSteps.All.Select(s => new StepJson(s, s.Phase(), view.Policy[s], care[s] switch { null => "open", { Skipped: true } => "skipped", _ => "done" }, care[s] is { } taken ? view.People[taken.By].Name : null, care[s]?.At))],
            view.Ticket.Next(view.Policy), care.Statement, care.StatementAgreed, care.Correction, agent ? care.Reproduction : null, agent ? care.ReproductionSteps : [],
            agent ? care.Proposals : [], agent ? care.Selected : null, agent ? care.Done : null, care.Solution, care.NextTime);
    }

    private static TicketPersonJson? Person(TicketView view, PersonId? id) => id is { } known && view.People.TryGetValue(known, out var p) ? new(p.Id.Value, p.Name, p.Email) : null;
}

/// <param name="On">The merged ticket that it happened on.</param>
/// <param name="Rule">The rule that did it.</param>
public sealed record EntryJson(long Position, Instant At, NamedJson Actor, string Cause, string Event, string Sentence, System.Text.Json.JsonElement Body, string? On = null, string? Rule = null);

/// <param name="Ticket">That it was said on: another one, when that was merged into this.</param>
public sealed record MessageJson(int No, MessageKind Kind, Visibility Visibility, string Body, NamedJson Author, Instant At, IReadOnlyList<FileJson> Attachments, string Ticket);

public sealed record FileJson(long Id, string Name, string Type, long Size, string Url)
{
    public static FileJson Of(FileRef f) => new(f.Id, f.Name, f.Type, f.Size, $"/api/v1/attachments/{f.Id}");
}
