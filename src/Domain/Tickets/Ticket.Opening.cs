using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed partial record Ticket
{
    public static Decision Open(TicketOpened asked)
    {
        var no = Error.Of(
            asked.Title.IsBlank ? TicketErrors.TitleMissing : asked.Title.Trim().IsLongerThan(LongestTitle) ? TicketErrors.TitleTooLong : null,
            asked.Description.IsBlank ? TicketErrors.DescriptionMissing : asked.Description.IsLongerThan(LongestText) ? TicketErrors.DescriptionTooLong : null,
            asked.Callback.IsLongerThan(LongestCallback) ? TicketErrors.CallbackTooLong : null,
            asked.DedupeKey.IsLongerThan(LongestCallback) ? TicketErrors.DedupeKeyTooLong : null);
        return no is not null ? no : asked with { Title = asked.Title.Trim(), Callback = asked.Callback.IsBlank ? null : asked.Callback!.Trim() };
    }

    public Decision Retitle(string title) => title.Trim() switch
    {
        "" => TicketErrors.TitleMissing,
        { Length: > LongestTitle } => TicketErrors.TitleTooLong,
        var to when to == Title => Decision.Nothing,
        var to => new TicketRetitled(Title, to),
    };

    public Decision ChangeCallback(string? callback)
    {
        var to = callback.IsBlank ? null : callback!.Trim();
        if (to.IsLongerThan(LongestCallback)) return TicketErrors.CallbackTooLong;
        return to == Callback ? Decision.Nothing : new CallbackChanged(Callback, to);
    }

    public Decision ChangeCustomer(Named<PersonId> from, Named<PersonId> to) => to.Id == Customer ? Decision.Nothing : new CustomerChanged(from, to);

    /// <summary>Tags are lower case, without doubles, in the order given.</summary>
    public Decision ChangeTags(IEnumerable<string> tags)
    {
        Seq<string> to = [.. tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct()];
        if (to.Count > MostTags || to.Any(t => t.Length > LongestTag)) return TicketErrors.TooManyTags;
        return to.Equals(Tags) ? Decision.Nothing : new TagsChanged(Tags, to);
    }
}
