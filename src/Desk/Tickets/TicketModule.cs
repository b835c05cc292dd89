using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Services;

namespace FirstContact.Tickets;

/// <summary>The door of the slice: what a command may reach, and what other slices may ask of it.</summary>
public static class TicketModule
{
    private static readonly PolicyDocument<CallRules> Calls = new(FirstContact.Tickets.CallRules.Usual,
        rules => DeskJson.Write(rules.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<CallRuleValues>(body) });

    extension(Work work)
    {
        public PolicyStore<CallRules> CallRules => new(work, Calls);

        public TicketStore Tickets => new(work);

        public AttachmentStore Attachments => new(work);
    }

    extension(Reader read)
    {
        /// <summary>What holds for calls that nobody took.</summary>
        internal ValueTask<CallRules> CallRules() => Calls.Kept(read);

        /// <summary>The names that a ticket has been given by id.</summary>
        internal async Task<Classification> Classification(Ticket t) => new(
            t.Category is { } category ? (await read.Categories()).First(c => c.Id == category) is var c ? new(c.Id, c.Name) : null : null,
            t.Service is { } service ? (await read.Services()).First(s => s.Id == service) is var s ? new(s.Id, s.Name) : null : null,
            t.Class is { } known ? (await read.Classes()).First(k => k.Id == known) is var k ? new(k.Id, k.Details.Name) : null : null);

        internal async Task<CareRule> CareRule(Ticket t) => (await read.CarePolicy()).For(t.Class, t.Priority);

        internal async Task<Named<TeamId>> Team(TeamId id) => (await read.Teams()).First(t => t.Id == id).Named;
    }
}
