using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>Actions as the commands that people use. Several in one work see what the ones before have left.</summary>
internal static class TicketActions
{
    /// <summary>Does one. What is wrong with its words its command says itself.</summary>
    /// <param name="before">What is done before it, together with it: whoever has just been written to has been contacted.</param>
    public static async Task<ActionDid> Do(Work work, TicketAction action, TicketId on, IEnumerable<TicketAction> before)
    {
        if (!(await work.Tickets.Load(on.Value)).Is(out var found, out var gone)) return new(action, null, null, [], gone);
        var so = work.Happened.Count;
        if (action.Do is TicketVerb.Impact or TicketVerb.Urgency && Word<Level>(action.To) is null) return new(action, found, found, [], ActionErrors.LevelInvalid);
        if (Command(action, found, work.By.At, before.Any(a => a.Do == TicketVerb.Reply)) is not { } command) return new(action, found, found, [], null);
        var done = work.Caller.May(command.Needs) ? await command.Do(work) : Errors.Forbidden;
        return new(action, found, done.Value ?? found, [.. work.Happened.Skip(so)], done.Error);
    }

    public static T? Word<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) && char.IsLetter(text![0]) ? word : null;

    /// <summary>Null when there is nothing to do: what does not wait need not be taken up again.</summary>
    private static TicketCommand? Command(TicketAction action, Ticket ticket, Instant now, bool contacted)
    {
        var (on, to, words) = (ticket.Id, action.To, action.Words);
        return action.Do switch
        {
            TicketVerb.Assign => new AssignTicket(on, to),
            TicketVerb.Team => new MoveTicket(on, to, action.Undoes),
            TicketVerb.Priority => new OverridePriority(on, to, words),
            TicketVerb.Impact => new ChangeTicket(on) { Impact = Word<Level>(to) },
            TicketVerb.Urgency => new ChangeTicket(on) { Urgency = Word<Level>(to) },
            TicketVerb.Category => new ChangeTicket(on) { Category = to },
            TicketVerb.Service => new ChangeTicket(on) { Service = to },
            TicketVerb.Class => new ChangeTicket(on) { RequestClass = to },
            TicketVerb.Tag => new TagTicket(on, [.. (to ?? "").Split(',')], []),
            TicketVerb.Untag => new TagTicket(on, [], [.. (to ?? "").Split(',', StringSplitOptions.TrimEntries)]),
            TicketVerb.Note => new SayOnTicket(on, MessageKind.Note, Visibility.Internal, words),
            TicketVerb.Reply => new SayOnTicket(on, MessageKind.Reply, Visibility.Public, words),
            TicketVerb.AskIn => new AskColleagueIn(on, to, words),
            TicketVerb.Watch => new WatchTicket(on, to),
            TicketVerb.Unwatch => new UnwatchTicket(on, to),
            TicketVerb.Wait => new WaitOnTicket(on, Word<WaitFor>(to) ?? WaitFor.Other, words, contacted, action.Until ?? (action.For is { } time ? now + time : null)),
            TicketVerb.Resume => ticket.Wait is null ? null : new ResumeTicket(on),
            TicketVerb.Cancel => new CancelTicket(on, words),
            TicketVerb.Close => new CloseTicket(on, words),
            TicketVerb.Reopen => new ReopenTicket(on, words),
            _ => throw new NotSupportedException($"No command does {action.Do}."),
        };
    }
}

/// <summary>What became of one action: what happened, or why not; nothing at all when all was as asked already.</summary>
/// <param name="Before">The ticket as it found it; null when there is none.</param>
internal sealed record ActionDid(TicketAction Action, Ticket? Before, Ticket? After, IReadOnlyList<Event> Happened, Error? Refused);
