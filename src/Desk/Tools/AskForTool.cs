using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Tools;

/// <summary>
/// Asks for a tool that one may not use: a request among colleagues, with its owner asked in. While one for the same team is open, the
/// new reason is noted on that one; each is counted on the tool.
/// </summary>
/// <param name="For">The ticket for which it is missing, by number; blank for none.</param>
public sealed record AskForTool(ToolId Id, string? Why, string? For = null) : TicketCommand(default(TicketId))
{
    /// <summary>The number that the request is to have; null for the next.</summary>
    internal TicketId? Number { get; init; }

    public override Permission Needs => TicketPermissions.Work;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        if ((await ListTools.Lines(work.Question)).Find(l => l.Tool.Id == Id) is not { Tool.Active: true } line) return ToolErrors.NotFound;
        var (tool, withheld) = (line.Tool, line.Mine.Withheld.Count > 0 ? line.Mine.Withheld[0] : null);
        var teams = (await work.Read.Teams()).Where(t => t.Active).ToList();
        var mine = (withheld?.Team.Id is { } without ? teams.Find(t => t.Id == without) : teams.Find(t => t.Members.Contains(work.By.Person)))?.Named;
        if (Tool.AskFor("", mine, Why).Error is { } no) return no;

        var owner = tool.Details.Owner is { } known && known.Id != work.By.Person ? known : (Named<PersonId>?)null;
        var opened = await new OpenTicket(TicketKind.Request, Channel.Portal, Title(tool, mine, work), Words(tool, withheld), null, Level.Low, Level.Medium)
        {
            Team = owner is { } o ? teams.Find(t => t.Members.Contains(o.Id))?.Name : null, Tags = ["tools"], Id = Number, DedupeKey = $"tool-{Id.Value}-{mine?.Id.Value ?? 0}",
        }.Do(work);
        if (!opened.Is(out var ticket, out var refused)) return refused;
        if (!work.Happened.OfType<TicketOpened>().Any() && (await new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Internal, Words(tool, withheld)).Do(work)).Error is { } unsaid) return unsaid;
        if (owner is { } asked && !ticket.Asked.Contains(asked.Id))
        {
            var question = mine is { } team ? $"{team} asks for {tool.Name}. What keeps it from them, and what would have to be so that it does not?" : $"May I use {tool.Name}?";
            var told = await work.Tickets.Change(ticket.Id.Value, t => t.AskIn(work.By, asked, question, false));
            if (told.Error is { } unasked) return unasked;
        }
        // It may be linked in another way already: then it is linked.
        if (!For.IsBlank && (await new LinkTicket(ticket.Id, Relation.Related, For).Do(work)).Error == LinkErrors.Unknown) return LinkErrors.Unknown.At("for");
        if ((await work.Tools.Change(Id.Value, _ => Tool.AskFor(ticket.Number, mine, Why))).Error is { } uncounted) return uncounted;
        return await work.Tickets.Load(ticket.Id.Value);
    }

    private static string Title(Tool tool, Named<TeamId>? team, Work work) =>
        $"{team?.Name ?? work.Caller.Name}: {tool.Name}" is var title && title.Length <= Ticket.LongestTitle ? title : tool.Name;

    private string Words(Tool tool, Withholding? withheld) => withheld is null
        ? $"{Why!.Trim()}\n\n{tool.Name} is kept for {string.Join(", ", tool.Details.Teams.Select(t => t.Name).DefaultIfEmpty("others"))}."
        : $"{Why!.Trim()}\n\n{tool.Name} is withheld from {withheld.Team} since {withheld.Since:uuuu-MM-dd} by {withheld.By}: {withheld.Why}";
}
