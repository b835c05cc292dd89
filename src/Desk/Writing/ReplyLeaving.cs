using FirstContact.Fields;
using FirstContact.Tickets;

namespace FirstContact.Writing;

/// <summary>How a reply becomes a message of its ticket.</summary>
internal static class ReplyLeaving
{
    /// <summary>The reason that stands on a ticket which waits for the answer to what was just written.</summary>
    private const string Asked = "The answer to our message";

    /// <summary>What would refuse it, without anything being done.</summary>
    public static async Task<Error?> Try(Work work, TicketId on, ReplyWords words, Call call, Instant at) =>
        (await Say(new Work(work.Read, call, at, work.Question.Catalogue), on, words)).Error;

    public static async Task<Result<Reply>> Leave(Work work, Reply reply)
    {
        var left = work.Replies.Change(reply, reply.Leave(work.By));
        return left.Error is null && (await Say(work, reply.Ticket, reply.Words)).Error is { } no ? no : left;
    }

    private static async Task<Result<Ticket>> Say(Work work, TicketId on, ReplyWords words)
    {
        var said = await new SayOnTicket(on, MessageKind.Reply, Visibility.Public, words.Body) { Attachments = [.. words.Files.Select(f => f.Id)], Promise = words.Promise }.Do(work);
        if (!said.Is(out var ticket, out _)) return said;
        return words.Then switch
        {
            SendThen.WaitForCustomer => work.Tickets.Change(ticket, ticket.WaitFor(work.By, WaitFor.Customer, Asked, contacted: true, until: null, await work.Read.Fields())),
            SendThen.AskToCheck => work.Tickets.Change(ticket, ticket.Resolve(work.By, await work.Read.CareRule(ticket), solution: null, nextTime: null, fields: await work.Read.Fields())),
            _ => ticket,
        };
    }
}
