using FirstContact.Guides;

namespace FirstContact.Tickets;

/// <summary>What was said of what is asked, as far as somebody said anything.</summary>
/// <param name="Answers">To what is asked of the ticket's category; null when that was not asked.</param>
/// <param name="Surroundings">Null when they were not asked for.</param>
public sealed record Told(Seq<GuideTyped>? Answers = null, Surroundings? Surroundings = null)
{
    /// <summary>The verb that keeps it, or what is wrong with it.</summary>
    internal async Task<Result<Func<Ticket, Decision>>> Reading(Work work, Named<CategoryId>? category)
    {
        if (Answers is not { Count: > 0 } typed) return (Func<Ticket, Decision>)(t => t.Understand(null, [], null, Surroundings));
        var guide = category is { } known ? (await work.Read.Guides()).GetValueOrDefault(known.Id) : null;
        if (guide is null) return typed.All(a => a.Said.IsBlank) ? (Func<Ticket, Decision>)(t => t.Understand(null, [], null, Surroundings)) : UnderstandingErrors.NothingAsked;
        if (!guide.Read(typed, work.Caller.May(TicketPermissions.Work)).Is(out var answers, out var no)) return Error.Of([.. no.All, .. Surroundings is null ? [] : new Ticket { Status = TicketStatus.New }.Understand(null, [], null, Surroundings).Error?.All ?? []])!;
        return (Func<Ticket, Decision>)(t => t.Understand(category, answers, guide.LeadsTo(answers), Surroundings));
    }
}
