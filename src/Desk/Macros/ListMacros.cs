using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>All macros by name, with what the caller may do with each. Costs no query: it is kept in memory.</summary>
public sealed record ListMacros : IQuery<IReadOnlyList<MacroLine>>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<MacroLine>>> Ask(Question question)
    {
        var macros = await question.Read.Macros();
        if (macros.Count == 0) return Array.Empty<MacroLine>();
        var (told, lines) = (await MacroBlocks.Told(question.Read), new List<MacroLine>());
        foreach (var macro in macros)
            lines.Add(new(macro, told(macro.Details), await Keeping.MayKeep(question, macro.Details.Team), macro.Active && await Keeping.MayUse(question, macro.Details.Team)));
        return lines;
    }
}

/// <param name="Told">What it says with names in the place of ids.</param>
/// <param name="Kept">Whether the caller may change it.</param>
/// <param name="Usable">Whether it is offered to the caller.</param>
public sealed record MacroLine(Macro Macro, MacroDetails Told, bool Kept, bool Usable);
