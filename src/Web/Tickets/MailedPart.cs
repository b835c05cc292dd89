using FirstContact.Mail;
using Microsoft.Extensions.Localization;

namespace FirstContact.Tickets;

/// <summary>What was said by mail: its words as they are, with history and signature folded and never removed, and its pictures beside them. No mark in it means anything.</summary>
public static class MailedPart
{
    private const string Cause = "mail";

    public static bool Is(TimelineEntry e) => e.Cause == Cause && e.Event is (TicketOpened or MessagePosted);

    public static Html Of(string title, string text, IReadOnlyList<FileRef> files, IStringLocalizer words)
    {
        var shown = files.Where(f => FileType.IsShown(f.Type)).ToList();
        return Html.Of($"{Words(title, text, words)}{Pictures(shown)}{TimelinePart.Files([.. files.Except(shown)])}");
    }

    private static Html Words(string title, string text, IStringLocalizer words)
    {
        // What stands below a forward is what its sender wants to show.
        if (Quoted.IsForward(title)) return Said(text);
        var html = HtmlBuilder.Start();
        foreach (var stretch in Quoted.In(text))
        {
            var said = text.Substring(stretch.From, stretch.Length).Trim('\n');
            if (said.IsBlank) continue;
            if (stretch.Kind == StretchKind.Said) html.Add($"{Said(said)}");
            else html.Add($"<details class=\"mail-fold\"><summary>{(stretch.Kind == StretchKind.Quote ? words["Earlier messages"].Value : words["Signature"].Value)}</summary>{Said(said)}</details>");
        }
        return html.Done();
    }

    private static Html Said(string text) => Html.Of($"<p class=\"fc-words\">{text}</p>");

    private static Html Pictures(List<FileRef> pictures) => pictures.Count == 0 ? default : Html.Of(
        $"<div class=\"fc-files\">{pictures.Select(p => Html.Of($"<a href=\"/files/{p.Id}/{Uri.EscapeDataString(p.Name)}\"><img class=\"mail-picture\" loading=\"lazy\" src=\"/files/{p.Id}/{Uri.EscapeDataString(p.Name)}\" alt=\"{p.Name}\"></a>"))}</div>");
}
