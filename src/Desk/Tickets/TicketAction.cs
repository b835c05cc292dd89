namespace FirstContact.Tickets;

/// <summary>What can be done to a ticket without a look at its page.</summary>
public enum TicketVerb { Assign, Team, Priority, Category, Service, Class, Tag, Untag, Wait, Resume, Note, Reply, Watch, AskIn, Cancel, Reopen }

/// <summary>One command on a ticket as data, so that it can be done to many, kept, and done again: by bulk actions, macros and rules.</summary>
/// <param name="To">Whom, which team, priority, category, service, class or tag; for waiting: for whom.</param>
/// <param name="Words">The reason, or what is said.</param>
/// <param name="Until">When waiting ends by itself.</param>
public sealed record TicketAction(TicketVerb Do, string? To = null, string? Words = null, Instant? Until = null)
{
    /// <summary>The command; what is wrong with its words it says itself when it is done.</summary>
    public TicketCommand On(TicketId ticket) => Do switch
    {
        TicketVerb.Assign => new AssignTicket(ticket, To),
        TicketVerb.Team => new MoveTicket(ticket, To),
        TicketVerb.Priority => new OverridePriority(ticket, To, Words),
        TicketVerb.Category => new ChangeTicket(ticket) { Category = To },
        TicketVerb.Service => new ChangeTicket(ticket) { Service = To },
        TicketVerb.Class => new ChangeTicket(ticket) { RequestClass = To },
        TicketVerb.Tag => new TagTicket(ticket, [.. (To ?? "").Split(',')], []),
        TicketVerb.Untag => new TagTicket(ticket, [], [.. (To ?? "").Split(',', StringSplitOptions.TrimEntries)]),
        TicketVerb.Wait => new WaitOnTicket(ticket, Enum.TryParse<WaitFor>(To, ignoreCase: true, out var whom) ? whom : WaitFor.Other, Words, Contacted: false, Until),
        TicketVerb.Resume => new ResumeTicket(ticket),
        TicketVerb.Note => new SayOnTicket(ticket, MessageKind.Note, Visibility.Internal, Words),
        TicketVerb.Reply => new SayOnTicket(ticket, MessageKind.Reply, Visibility.Public, Words),
        TicketVerb.Watch => new WatchTicket(ticket, To),
        TicketVerb.AskIn => new AskColleagueIn(ticket, To, Words),
        TicketVerb.Cancel => new CancelTicket(ticket, Words),
        _ => new ReopenTicket(ticket, Words),
    };

    /// <summary>What puts a ticket back to how it was in this one respect; null where nothing does: what was said stays said.</summary>
    public TicketAction? Back(Ticket before, Ticket after) => Do switch
    {
        TicketVerb.Assign => new(TicketVerb.Assign, $"{before.Assignee?.Value}"),
        TicketVerb.Team => new(TicketVerb.Team, $"{before.Team.Value}"),
        TicketVerb.Priority => before.PriorityReason is { } reason ? new(TicketVerb.Priority, $"p{before.Priority.Rank}", reason) : new(TicketVerb.Priority),
        TicketVerb.Category => before.Category is { } category ? new(TicketVerb.Category, $"{category.Value}") : null,
        TicketVerb.Service => before.Service is { } service ? new(TicketVerb.Service, $"{service.Value}") : null,
        TicketVerb.Class => before.Class is { } known ? new(TicketVerb.Class, $"{known.Value}") : null,
        TicketVerb.Tag => new(TicketVerb.Untag, string.Join(',', after.Tags.Except(before.Tags))),
        TicketVerb.Untag => new(TicketVerb.Tag, string.Join(',', before.Tags.Except(after.Tags))),
        TicketVerb.Wait => before.Wait is { } was ? new(TicketVerb.Wait, $"{was.For}", was.Reason, was.Until) : new(TicketVerb.Resume),
        TicketVerb.Resume => before.Wait is { } was ? new(TicketVerb.Wait, $"{was.For}", was.Reason, was.Until) : null,
        TicketVerb.Cancel => new(TicketVerb.Reopen, Words: "Cancelled by mistake"),
        _ => null,
    };

    /// <summary>What is done, as one says it of a ticket: 'assigned to Maya', 'tagged vpn'.</summary>
    public string Said => Do switch
    {
        TicketVerb.Assign => To.IsBlank ? "laid down" : $"assigned to {To}",
        TicketVerb.Team => $"moved to {To}",
        TicketVerb.Priority => To.IsBlank ? "given back its own priority" : $"put at {To?.ToUpperInvariant()}",
        TicketVerb.Category => $"sorted under {To}", TicketVerb.Service => $"put to {To}", TicketVerb.Class => $"made {To}",
        TicketVerb.Tag => $"tagged {To}", TicketVerb.Untag => $"untagged {To}",
        TicketVerb.Wait => "set to wait", TicketVerb.Resume => "taken up again", TicketVerb.Note => "noted on", TicketVerb.Reply => "replied to",
        TicketVerb.Watch => "watched", TicketVerb.AskIn => $"shown to {To}", TicketVerb.Cancel => "cancelled", _ => "reopened",
    };
}
