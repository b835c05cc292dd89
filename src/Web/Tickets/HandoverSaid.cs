using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What a handover may lack, and who was asked, in words of the page.</summary>
internal static class HandoverSaid
{
    public static readonly HandoverItem[] Items = Enum.GetValues<HandoverItem>();

    extension(IStringLocalizer words)
    {
        public string Item(HandoverItem item) => item switch
        {
            HandoverItem.Statement => words["the problem in a sentence"], HandoverItem.Reproduction => words["how to see it"], HandoverItem.Tried => words["what was tried"], HandoverItem.Asked => words["what is asked of us"],
            HandoverItem.Promise => words["what the customer was promised"], HandoverItem.Device => words["which device"], HandoverItem.Contact => words["how to reach the customer"], HandoverItem.Files => words["files or logs"], _ => words["access to it"],
        };

        /// <summary>All that was missing: what was ticked, then what was written.</summary>
        public string? Missing(Seq<HandoverItem> lacked, string? missing) => string.Join(", ", [.. lacked.Select(i => words.Item(i)), .. missing is null ? Array.Empty<string>() : [missing]]) is { Length: > 0 } all ? all : null;

        /// <summary>What first contact would have needed.</summary>
        public string Need(FrontNeed need) => need switch
        {
            FrontNeed.Article => words["An article"], FrontNeed.Access => words["Access"], FrontNeed.Tool => words["A tool"], FrontNeed.Training => words["Training"], FrontNeed.Authority => words["Authority"], _ => words["Nothing"],
        };

        public string Bridge(Seq<Named<PersonId>> people) => string.Join(words[" and "], people.Select(p => p.Name));

        /// <summary>Whom a question went to.</summary>
        public string Whom(Ask ask, TicketView view) => ask.Team?.Name ?? (ask.Skill is { } skill ? words["whoever knows {0}", skill] : string.Join(", ", ask.Of.Select(p => view.People.TryGetValue(p, out var card) ? card.Name : "")));
    }

    public static Seq<HandoverItem> Ticked(Form form, string name) => [.. form.All(name).Select(v => Enum.TryParse<HandoverItem>(v, true, out var item) && Enum.IsDefined(item) && !char.IsDigit(v[0]) ? item : (HandoverItem?)null).OfType<HandoverItem>()];
}
