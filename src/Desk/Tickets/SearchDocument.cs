using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>What can be found of one event. The same part of the same ticket written again stands in the place of what was there.</summary>
/// <param name="Part">0 the opening, 1 a later title, 2 the statement, 3 the solution, then the messages by number; the last are the fields.</param>
/// <param name="Internal">Only for those who see all tickets.</param>
public sealed record SearchDocument(int Part, bool Internal, string Title, string Body)
{
    public const int Opening = 0, LaterTitle = 1, Statement = 2, Solution = 3, MostParts = 1 << 19;

    // Fields have numbers of their own, counted down from the end.
    private const int MostFields = 10_000, FirstField = MostParts - MostFields;

    /// <summary>The events that have one, by their stored names.</summary>
    internal const string Events = "'ticket.opened', 'ticket.retitled', 'ticket.problem-stated', 'ticket.statement-corrected', 'ticket.resolved', 'ticket.message-posted', 'ticket.fields-filled'";

    public static IEnumerable<SearchDocument> All(Event happened) => happened is FieldsFilled filled
        ? filled.Changes.Where(c => c.Field.Id.Value < MostFields).Select(c => new SearchDocument(MostParts - 1 - (int)c.Field.Id.Value, !c.ForCustomers, "", c.To?.Said ?? ""))
        : Of(happened) is { } one ? [one] : [];

    private static SearchDocument? Of(Event happened) => happened switch
    {
        TicketOpened e => new(Opening, false, e.Title, e.Description),
        TicketRetitled e => new(LaterTitle, false, e.To, ""),
        ProblemStated e => new(Statement, false, "", e.Statement),
        StatementCorrected e => new(Statement, false, "", Within($"{e.Correction}\n{e.Statement}")),
        TicketResolved e => new(Solution, false, "", e.Solution),
        MessagePosted e when Solution + e.No < FirstField => new(Solution + e.No, e.Visibility == Visibility.Internal, "", e.Body),
        _ => null,
    };

    public static int? Message(int part) => part is > Solution and < FirstField ? part - Solution : null;

    private static string Within(string text) => text.Length > Ticket.LongestText ? text[..Ticket.LongestText] : text;
}
