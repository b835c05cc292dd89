using FirstContact.Lists;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>
/// Does what a macro says to each of these tickets, in one commit: a ticket is done whole or left alone with its reason, and all can
/// be undone as one. Of a single ticket that is left alone the reason is the answer.
/// </summary>
public sealed record RunMacro(MacroId Macro, Seq<TicketId> Tickets) : Command<Batch>
{
    /// <summary>The version of the macro that was previewed; null for whichever.</summary>
    public int? Previewed { get; init; }

    /// <summary>The version that the single ticket had then.</summary>
    public int? Seen { get; init; }

    public override Permission Needs => TicketPermissions.Work;

    protected override Store<Batch> StoreOf(Work work) => work.Batches;

    public override async Task<Result<Batch>> Do(Work work)
    {
        if (Tickets.Count == 0) return ListErrors.NothingChosen;
        if (Tickets.Count > Batch.Most) return ListErrors.TooMany;
        if (!(await Find(work, Macro)).Is(out var macro, out var no)) return no;
        if (Previewed is { } version && version != macro.Version) return Errors.Stale;

        var items = new List<BatchItem>();
        foreach (var id in Tickets.Distinct())
        {
            var (item, refused) = await ActOnTickets.One(
                work, id, macro.Details.Actions, Tickets.Count == 1 ? Seen : null, Ticket.ApplyMacro(macro.Named, macro.Version), (action, ticket) => MacroBlocks.Ready(work, action, ticket));
            if (Tickets.Count == 1 && refused is not null) return refused;
            if (Tickets.Count == 1 && item.Refused is not null && Seen is not null && item.Refused != ActOnTickets.SoAlready) return Errors.Stale;
            items.Add(item);
        }
        return await work.Batches.Create(Batch.Ran($"run through '{macro.Name}'", [.. items]));
    }

    /// <summary>One that the caller may use.</summary>
    internal static async Task<Result<Macro>> Find(Work work, MacroId id) =>
        (await work.Macros.Load(id.Value)).Is(out var macro, out _) && macro.Active && await Keeping.MayUse(work.Question, macro.Details.Team) ? macro : MacroErrors.NotFound;
}
