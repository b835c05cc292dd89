using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>Beside a message: which merged ticket it was said on, which ticket it became, or the way to make one of it.</summary>
public static class SplitPart
{
    public static Html Of(TimelineEntry e, TicketView view, Caller me, IStringLocalizer words)
    {
        if (e.On is { } on) return Html.Of($"<a class=\"fc-tag\" href=\"/t/{on.Number}\">{words["on {0}", on.Number].Value}</a>");
        if (e.Event is not MessagePosted { Visibility: Visibility.Public } message) return default;
        if (view.Ticket.Links.Any(l => l.Relation == Relation.SplitInto) && Became(view, message.No) is { } became)
            return Html.Of($"<a class=\"fc-tag\" href=\"/t/{became.Number}\">{words["became {0}", became.Number].Value}</a>");
        // Of several, the key means the last.
        return message.CustomersSide && me.May(TicketPermissions.Work)
            ? Html.Of($"<a class=\"fc-split-to\" href=\"/t/{view.Ticket.Number}?do=split-{message.No}#step\" data-hotkey=\"d\" title=\"{words["Make a ticket of this message"].Value}\">{Icon.Of("circle-plus")}<span class=\"fc-vh\">{words["Make a ticket of this message"].Value}</span></a>")
            : default;
    }

    /// <summary>The message that is to become a ticket, as it was said.</summary>
    public static Html Quoted(TicketModel model, int no, IStringLocalizer words) => Said(model.View, no) is { } said
        ? Html.Of($"<blockquote class=\"fc-msg fc-below\"><header><b>{said.Entry.Actor}</b></header><div class=\"fc-msg-b\">{MarkdownText.Render(said.Message.Body)}{TimelinePart.Files(said.Message.Files)}</div></blockquote>")
        : Html.Of($"<p class=\"fc-below\">{words["There is no message with this number."].Value}</p>");

    public static string Title(TicketModel model, int no) => Said(model.View, no) is { } said ? TicketSplits.Title(said.Message.Body) : "";

    private static (TimelineEntry Entry, MessagePosted Message)? Said(TicketView view, int no) =>
        view.Timeline.Where(e => e.On is null && e.Event is MessagePosted said && said.No == no).Select(e => ((TimelineEntry, MessagePosted)?)(e, (MessagePosted)e.Event)).FirstOrDefault();

    private static TicketRef? Became(TicketView view, int no) =>
        view.Timeline.Where(e => e.On is null).Select(e => e.Event).OfType<MessageSplit>().FirstOrDefault(s => s.No == no)?.Into;
}
