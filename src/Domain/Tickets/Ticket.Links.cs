namespace FirstContact.Tickets;

/// <summary>
/// What a ticket has to do with others. A link has two ends and each ticket keeps its own, so both verbs are asked, once
/// from either side. Two tickets have one link: a parent that is also a duplicate would say nothing.
/// </summary>
public sealed partial record Ticket
{
    public const int MostLinks = 200;

    public Seq<TicketLink> Links { get; init; } = [];

    public TicketId? Parent => Links.FirstOrDefault(l => l.Relation == Relation.Parent)?.Other;

    /// <param name="relation">What the other one is to this one.</param>
    /// <param name="above">Whoever stands above the one that is to be the parent, up to the top; only asked for parents and children.</param>
    public Decision Link(Relation relation, TicketRef other, IReadOnlyCollection<TicketId> above)
    {
        if (other.Id == Id) return LinkErrors.ToItself;
        if (Links.FirstOrDefault(l => l.Other == other.Id) is { } there) return there.Relation == relation ? Decision.Nothing : LinkErrors.There;
        if (relation == Relation.Parent && Parent is not null) return LinkErrors.HasParent;
        if (relation == Relation.Parent && above.Contains(Id) || relation == Relation.Child && above.Contains(other.Id)) return LinkErrors.Circle;
        return Links.Count >= MostLinks ? LinkErrors.TooMany : new TicketLinked(relation, other);
    }

    public Decision Unlink(TicketRef other) =>
        Links.FirstOrDefault(l => l.Other == other.Id) is { } there ? new TicketUnlinked(there.Relation, other) : LinkErrors.NotLinked;

    private Ticket? Linked(Event happened) => happened switch
    {
        TicketLinked e => this with { Links = Links.Add(new(e.Relation, e.Other.Id)) },
        TicketUnlinked e => this with { Links = [.. Links.Where(l => l.Other != e.Other.Id)] },
        _ => null,
    };
}

/// <summary>What the other ticket is to this one.</summary>
public enum Relation { Parent, Child, DuplicateOf, DuplicatedBy, CausedBy, Causes, SplitFrom, SplitInto, Related }

/// <summary>One end of a link.</summary>
public sealed record TicketLink(Relation Relation, TicketId Other);

/// <summary>Another ticket, by its number and title as they were.</summary>
public sealed record TicketRef(TicketId Id, string Number, string Title)
{
    public static TicketRef Of(Ticket ticket) => new(ticket.Id, ticket.Number, ticket.Title);
}

public static class Relations
{
    extension(Relation relation)
    {
        /// <summary>The same link, seen from the other end.</summary>
        public Relation Back => relation switch
        {
            Relation.Parent => Relation.Child,
            Relation.Child => Relation.Parent,
            Relation.DuplicateOf => Relation.DuplicatedBy,
            Relation.DuplicatedBy => Relation.DuplicateOf,
            Relation.CausedBy => Relation.Causes,
            Relation.Causes => Relation.CausedBy,
            Relation.SplitFrom => Relation.SplitInto,
            Relation.SplitInto => Relation.SplitFrom,
            _ => Relation.Related,
        };
    }
}

public sealed record TicketLinked(Relation Relation, TicketRef Other) : Event;

public sealed record TicketUnlinked(Relation Relation, TicketRef Other) : Event;

public static class LinkErrors
{
    public static readonly Error Unknown = new(ErrorKind.Invalid, "link.unknown", "There is no ticket with this number.", "ticket");
    public static readonly Error RelationMissing = new(ErrorKind.Invalid, "link.relation-missing", "Say what the other ticket is to this one.", "relation");
    public static readonly Error ToItself = new(ErrorKind.Invalid, "link.to-itself", "This is the ticket itself.", "ticket");
    public static readonly Error There = new(ErrorKind.Invalid, "link.there", "These two are linked in another way. Take that link off first.", "ticket");
    public static readonly Error HasParent = new(ErrorKind.Invalid, "link.has-parent", "The lower of the two has a parent already. Take that link off first.", "ticket");
    public static readonly Error Circle = new(ErrorKind.Invalid, "link.circle", "This would close a circle: the one that is to be the parent stands below the other already.", "ticket");
    public static readonly Error TooMany = new(ErrorKind.Invalid, "link.too-many", $"One of the two has {Ticket.MostLinks} links already.", "ticket");
    public static readonly Error NotLinked = new(ErrorKind.Invalid, "link.not-linked", "These two are not linked.", "ticket");
}
