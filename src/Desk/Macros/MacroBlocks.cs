using System.Globalization;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>The text blocks that macros say: kept by id, told by name, and put in the place of words when the macro runs.</summary>
internal static class MacroBlocks
{
    /// <summary>A macro says what is for all, or for the team that it is for.</summary>
    public static async Task<Result<string>> Kept(Work work, TicketAction action, Named<TeamId>? team)
    {
        var blocks = (await work.Read.TextBlocks()).Where(b => b.Active && b.Details.Uses.Contains(UseOf(action.Do)) && (b.Details.Team is null || Keeping.Same(b.Details.Team, team)));
        var found = blocks.FirstOrDefault(b => string.Equals(b.Name, action.Block!.Trim(), StringComparison.OrdinalIgnoreCase) || FindPerson.Number(action.Block) == b.Key);
        return found is null ? MacroErrors.BlockUnknown : found.Key.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Names in the place of ids, as a macro is shown and as a program reads it.</summary>
    public static async Task<Func<MacroDetails, MacroDetails>> Told(Reader read)
    {
        var (told, blocks) = (await ActionNames.Told(read), await read.TextBlocks());
        return details => details with { Actions = [.. details.Actions.Select(a => a with { To = told(a.Do, a.To), Block = a.Block is null ? null : blocks.FirstOrDefault(b => FindPerson.Number(a.Block) == b.Key)?.Name ?? a.Block })] };
    }

    /// <summary>An action as it is done to the ticket that it finds: its words are those of the block, and its places filled.</summary>
    public static async Task<Result<TicketAction>> Ready(Work work, TicketAction action, Ticket on)
    {
        var words = action.Words;
        if (action.Block is { } id)
        {
            if ((await work.Read.TextBlocks()).FirstOrDefault(b => b.Active && FindPerson.Number(id) == b.Key) is not { } block) return MacroErrors.BlockUnknown;
            words = block.Details.Body;
        }
        return action with { Words = await TicketFilling.Fill(work.Question, on, words), Block = null };
    }

    private static BlockUse UseOf(TicketVerb verb) => verb == TicketVerb.Note ? BlockUse.Note : BlockUse.Reply;
}
