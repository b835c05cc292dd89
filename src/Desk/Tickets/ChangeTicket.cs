using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Several plain facts at once, as a PATCH or the details form sends them; what is null stays as it is.</summary>
public sealed record ChangeTicket(TicketId On) : AgentCommand(On)
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Customer { get; init; }
    public string? Callback { get; init; }
    public Level? Impact { get; init; }
    public Level? Urgency { get; init; }
    public string? Category { get; init; }
    public string? Service { get; init; }
    public string? RequestClass { get; init; }
    public string? Team { get; init; }
    public Seq<string>? Tags { get; init; }

    /// <summary>p1 to p5 with its reason: overrides what the matrix says.</summary>
    public string? Priority { get; init; }

    public string? PriorityReason { get; init; }

    /// <summary>What this desk asks besides; fields that are not named stay.</summary>
    public Seq<FieldTyped> Fields { get; init; } = [];

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if (Description is not null) return TicketErrors.DescriptionStays;
        var (category, service, requestClass, team) = (await work.Read.FindCategory(Category), await work.Read.FindService(Service), await work.Read.FindClass(RequestClass), await work.Read.FindTeam(Team));
        var customer = Customer.IsBlank ? null : await FindPerson.ByEmail(work.Read, Customer!);
        if (Error.Of(category.Error, service.Error, requestClass.Error, team.Error, !Customer.IsBlank && customer is null ? TicketErrors.CustomerUnknown : null) is { } no) return no;

        var overridden = Policies.Priority.TryParse(Priority, out var given) ? given : (Policies.Priority?)null;
        if (!Priority.IsBlank && overridden is null) return TicketErrors.PriorityInvalid;

        var matrix = await work.Read.PriorityMatrix();
        return await Change(work, async ticket =>
        {
            var from = await work.Read.Classification(ticket);
            var to = new Classification(category.Value ?? from.Category, service.Value is { } s ? new(s.Id, s.Name) : from.Service, requestClass.Value ?? from.Class);
            var fromCustomer = customer is null ? default : await FindPerson.ByAny(work.Read, $"{ticket.Customer.Value}") ?? default;
            var fromTeam = team.Value is null ? default : await work.Read.Team(ticket.Team);
            var bridge = team.Value is { } other ? await work.Read.Bridge(ticket, other.Id) : null;
            return await this.Filling(work, ticket, Fields, (filled, _) => Decision.All(filled, work.By,
                t => Title is null ? Decision.Nothing : t.Retitle(Title),
                t => Callback is null ? Decision.Nothing : t.ChangeCallback(Callback),
                t => Tags is null ? Decision.Nothing : t.ChangeTags(Tags),
                t => customer is { } c ? t.ChangeCustomer(fromCustomer, c) : Decision.Nothing,
                t => Impact is null && Urgency is null ? Decision.Nothing : t.Assess(Impact ?? t.Impact, Urgency ?? t.Urgency, matrix),
                t => overridden is { } rank ? t.Override(rank, PriorityReason) : Decision.Nothing,
                t => from == to ? Decision.Nothing : t.Classify(from, to),
                t => team.Value is { } moved ? t.Move(fromTeam, moved, bridge) : Decision.Nothing));
        });
    }
}
