using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>All that is said about a macro, as people name it.</summary>
/// <param name="Team">By name or id; blank for all.</param>
public sealed record MacroSaid(string? Name, string? Team, Seq<TicketAction> Actions);

public sealed record AddMacro(MacroSaid Said) : Command<Macro>
{
    public override Permission Needs => MacroPermissions.Manage;

    protected override Store<Macro> StoreOf(Work work) => work.Macros;

    public override async Task<Result<Macro>> Do(Work work) =>
        (await Sound(work, Said, null)).Is(out var details, out var no) ? await work.Macros.Create(Macro.Add(details)) : no;

    /// <summary>What was said as it is kept, names as ids; or all that is wrong with it, said together.</summary>
    internal static async Task<Result<MacroDetails>> Sound(Work work, MacroSaid said, MacroId? self)
    {
        var team = await Keeping.Find(work, said.Team);
        var taken = (await work.Read.Macros()).Any(m => m.Id != self && Keeping.Same(m.Details.Team, team.Value) && string.Equals(m.Name, said.Name?.Trim(), StringComparison.OrdinalIgnoreCase));
        var (actions, wrong) = (new List<TicketAction>(), new List<Error>());
        foreach (var (i, action) in said.Actions.Index())
        {
            var to = action.To.IsBlank || !action.Do.TakesTo ? new(action.To, null) : await ActionNames.Kept(work, action.Do, action.To!.Trim(), retired: false);
            if (to.Error is { } unknown) wrong.Add(unknown.At(TicketAction.At(Macro.Actions, i, "to")));
            var block = action.Block.IsBlank || !action.Do.Speaks ? new(null, null) : await MacroBlocks.Kept(work, action, team.Value);
            if (block.Error is { } missing) wrong.Add(missing.At(TicketAction.At(Macro.Actions, i, "block")));
            actions.Add(action with { To = to.Value ?? action.To, Block = block.Value });
        }
        var details = new MacroDetails(said.Name ?? "", team.Value, [.. actions]);
        // A block that is not there is one thing that is wrong, and not also words that are missing.
        var shape = Macro.Add(details with { Actions = said.Actions }).Error;
        return Error.Of([.. shape?.All ?? [], team.Error, taken ? MacroErrors.NameTaken : null, .. wrong]) is { } all ? all : details;
    }
}
