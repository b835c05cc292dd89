using FirstContact.Classifying;
using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Asks for help, for oneself or (an agent) for somebody else.</summary>
/// <param name="Customer">By e-mail address, or (for agents) by the start of a name that only one person has; blank for oneself.</param>
/// <param name="DedupeKey">While a ticket with this key is open, that one is the answer and nothing is opened.</param>
/// <param name="Continues">A ticket that can no longer be reopened, and that this one takes up again.</param>
public sealed record OpenTicket(
    TicketKind Kind, Channel Channel, string? Title, string? Description, string? Customer, Level Impact, Level Urgency) : TicketCommand(default(TicketId))
{
    public string? Callback { get; init; }
    public string? RequestClass { get; init; }
    public string? Service { get; init; }
    public string? Category { get; init; }
    public string? Team { get; init; }
    public string? DedupeKey { get; init; }
    public TicketId? Continues { get; init; }
    public Seq<long> Attachments { get; init; } = [];

    /// <summary>What this desk asks besides.</summary>
    public Seq<FieldTyped> Fields { get; init; } = [];

    /// <summary>What came out when it was asked about.</summary>
    public Told? Told { get; init; }

    /// <summary>What the desk puts to it from the start.</summary>
    public Seq<string> Tags { get; init; } = [];

    /// <summary>Its checklist, in order.</summary>
    public Seq<string> Tasks { get; init; } = [];

    /// <summary>That whoever opens it has seen what the desk takes it to be, and agreed or not.</summary>
    public bool Suggested { get; init; }

    /// <summary>The customer, where it has been found out already who it is; null to find him by what was said.</summary>
    internal Named<PersonId>? For { get; init; }

    /// <summary>That nothing stood before whoever opens it in which the fields of this desk could be filled: what they need waits.</summary>
    internal bool Formless { get; init; }

    /// <summary>The number it is to have; null for the next.</summary>
    internal TicketId? Id { get; init; }

    public override Permission Needs => TicketPermissions.TakePart;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        var read = work.Read;
        if (!DedupeKey.IsBlank && await read.One("select id from ticket where dedupe_key = @key and status in ('New', 'InProgress', 'Waiting')", r => (long?)r.GetInt64(0), ("@key", DedupeKey)) is { } open)
            return await work.Tickets.Load(open) is { Error: null } there ? there : Errors.Taken.At("dedupeKey");

        var customer = await FindCustomer(work);
        var service = await read.FindService(Service);
        var (category, requestClass, team) = (await read.FindCategory(Category), await read.FindClass(RequestClass), await read.FindTeam(Team));
        var files = await Files.Take(work, Attachments, isInternal: false);
        var no = Error.Of(
            customer.Error,
            service.Error, category.Error, requestClass.Error, team.Error, files.Error,
            Continues is { } before && (await work.Tickets.Load(before.Value)).Error is not null ? TicketErrors.ContinuesUnknown : null);
        var opening = Ticket.Open(new(
            Kind, Channel, Title ?? "", Description ?? "", customer.Value, Callback, Impact, Urgency, (await read.PriorityMatrix()).Of(Impact, Urgency),
            new(category.Value, service.Value is { } s ? new(s.Id, s.Name) : null, requestClass.Value),
            team.Value ?? await read.Team(service.Value?.Team ?? TeamId.FirstContact), DedupeKey.IsBlank ? null : DedupeKey, Continues)
        {
            Files = files.Error is null ? files.Value.Refs : [],
        });
        var (filling, unfilled) = await Fill(work, new(category.Value, null, requestClass.Value));
        var understood = Told is null ? Decision.Nothing : (await Told.Reading(work, category.Value)).Is(out var verb, out var unclear) ? verb(new Ticket { Status = TicketStatus.New }) : unclear;
        if (Error.Of([.. no?.All ?? [], .. opening.Error?.All ?? [], .. unfilled, .. understood.Error?.All ?? [], .. Prepare(work, new()).Error?.All ?? []]) is { } wrong) return wrong;

        Decision all = (Event[])[.. opening.Events, .. filling, .. understood.Events];
        if (!(Id is { } id ? work.Tickets.Create(id.Value, all) : await work.Tickets.Create(all)).Is(out var ticket, out var refused)) return refused;
        files.Value.AttachTo(ticket.Id);
        if (!work.Tickets.Change(ticket, Prepare(work, ticket)).Is(out var prepared, out var unprepared)) return unprepared;
        return Suggested && work.Caller.May(TicketPermissions.Work)
            ? work.Tickets.Change(prepared, prepared.JudgeOpened(await read.Classification(prepared), await read.ShownSuggestions(Title, Description)))
            : prepared;
    }

    private Decision Prepare(Work work, Ticket ticket)
    {
        if (Tags.Count + Tasks.Count == 0) return Decision.Nothing;
        if (!work.Caller.May(TicketPermissions.Work)) return TicketErrors.TagsAreOurs;
        return Decision.All(ticket, work.By,
            t => t.ChangeTags(Tags),
            t => Tasks.Count == 0 ? Decision.Nothing : t.AddTasks(work.By, Tasks, null, null, gates: false) is { Error: { } no } ? Error.Of(no.All.Select(e => e.At("tasks")))! : t.AddTasks(work.By, Tasks, null, null, gates: false));
    }

    /// <summary>What was typed into the fields of a ticket so classified, and what of them is wrong or missing. No form stands behind a mail or an alarm.</summary>
    private async Task<(IReadOnlyList<Event> Events, IEnumerable<Error> Wrong)> Fill(Work work, Classification named)
    {
        var (fields, serves) = (await work.Read.Fields(), work.Caller.May(TicketPermissions.Work));
        if (fields.Count == 0 && Fields.Count == 0) return ([], []);
        var (entries, unknown) = await TicketFields.Entries(work.Read, work.Caller, Fields, serves);
        var blank = new Ticket { Class = named.Class?.Id, Category = named.Category?.Id };
        var filling = blank.Fill(entries);
        var filled = filling.Events.Aggregate(blank, (ticket, happened) => ticket.Apply(happened, work.By));
        var missing = Formless || Channel is Channel.Mail or Channel.Event ? [] : filled.NeededToOpen(fields, serves);
        var wrong = Error.Of([.. unknown?.All ?? [], .. filling.Error?.All ?? [], .. missing]);
        return (filling.Events, wrong is null ? [] : TicketFields.Once(wrong).All);
    }

    /// <summary>By address, or by a name that only one person has: what is said on the phone.</summary>
    private async Task<Result<Named<PersonId>>> FindCustomer(Work work)
    {
        if (For is { } known) return known;
        if (Customer.IsBlank) return work.By.Person == PersonId.Desk ? TicketErrors.CustomerUnknown : new Named<PersonId>(work.By.Person, work.Caller.Name);
        if (!work.Caller.May(TicketPermissions.Work))
            return await FindPerson.ByEmail(work.Read, Customer!) is { } self && self.Id == work.By.Person ? self : TicketErrors.CustomerIsOther;
        if (await FindPerson.ByEmail(work.Read, Customer!) is { } found) return found;
        if (Customer!.Contains('@', StringComparison.Ordinal)) return TicketErrors.CustomerUnknown;
        var named = (await new SuggestPeople(Customer).Ask(work.Question)).Value!;
        return named switch
        {
            [] => TicketErrors.CustomerUnknown,
            [var only] => new Named<PersonId>(only.Id, only.Name),
            _ => TicketErrors.CustomerAmbiguous,
        };
    }
}
