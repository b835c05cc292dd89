using FirstContact.Tickets;
using Microsoft.Extensions.Localization;

namespace FirstContact.Kit;

/// <summary>Who else is at a ticket, and who is writing there. Of the desk's own business only: customers are not told who looks.</summary>
public static class PresencePart
{
    private const int Shown = 5;

    public static bool Watches(Caller caller) => caller.May(TicketPermissions.SeeAll);

    /// <summary>The place in the page.</summary>
    public static Html Of(IReadOnlyList<Here> all, Caller me, IStringLocalizer words) => Html.Of($"<span class=\"fc-here\" id=\"here\">{Others(all, me, words)}</span>");

    /// <summary>The same for a page that is open.</summary>
    public static string Stream(IReadOnlyList<Here> all, Caller me, IStringLocalizer words) =>
        Html.Of($"<turbo-stream action=\"update\" target=\"here\"><template>{Others(all, me, words)}</template></turbo-stream>").ToString();

    private static Html Others(IReadOnlyList<Here> all, Caller me, IStringLocalizer words)
    {
        var others = all.Where(h => h.Who.Id != me.Person).ToList();
        if (others.Count == 0) return default;
        return Html.Of($"{others.Take(Shown).Select(h => Html.Of($"<span title=\"{Says(h, words)}\">{Avatar.Of(h.Who.Name)}</span>"))} <span>{Sentence(others, words)}</span>");
    }

    private static string Sentence(List<Here> others, IStringLocalizer words)
    {
        var writing = others.Where(h => h.Writes is not null).ToList();
        return writing.Count > 0 ? string.Join(", ", writing.Take(2).Select(h => Says(h, words))) : others.Count == 1 ? Says(others[0], words) : words["{0} others look at it", others.Count];
    }

    private static string Says(Here here, IStringLocalizer words)
    {
        var first = here.Who.Name.Split(' ')[0];
        return here.Writes switch
        {
            "note" => words["{0} is writing a note", first],
            "call" => words["{0} is writing down a call", first],
            "handover" => words["{0} is preparing a handover", first],
            null when !here.Serves => words["{0}, the customer, has it open", first],
            null => words["{0} looks at it", first],
            _ => words["{0} is writing a reply", first],
        };
    }
}
