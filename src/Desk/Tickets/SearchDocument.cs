namespace FirstContact.Tickets;

/// <summary>What can be found of one event. The same part of the same ticket written again stands in the place of what was there.</summary>
/// <param name="Part">0 the opening, 1 a later title, 2 the statement, 3 the solution, then the messages by number.</param>
/// <param name="Internal">Only for those who see all tickets.</param>
public sealed record SearchDocument(int Part, bool Internal, string Title, string Body)
{
    public const int Opening = 0, LaterTitle = 1, Statement = 2, Solution = 3, MostParts = 1 << 19;

    /// <summary>The events that have one, by their stored names.</summary>
    internal const string Events = "'ticket.opened', 'ticket.retitled', 'ticket.problem-stated', 'ticket.statement-corrected', 'ticket.resolved', 'ticket.message-posted'";

    public static SearchDocument? Of(Event happened) => happened switch
    {
        TicketOpened e => new(Opening, false, e.Title, e.Description),
        TicketRetitled e => new(LaterTitle, false, e.To, ""),
        ProblemStated e => new(Statement, false, "", e.Statement),
        StatementCorrected e => new(Statement, false, "", Within($"{e.Correction}\n{e.Statement}")),
        TicketResolved e => new(Solution, false, "", e.Solution),
        MessagePosted e when Solution + e.No < MostParts => new(Solution + e.No, e.Visibility == Visibility.Internal, "", e.Body),
        _ => null,
    };

    public static int? Message(int part) => part > Solution ? part - Solution : null;

    private static string Within(string text) => text.Length > Ticket.LongestText ? text[..Ticket.LongestText] : text;
}
