using System.Text;
using FirstContact.Mail;
using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>A ticket that came by mail, with a picture in it and what others had written before; it was answered, the answer to the colleague in Cc came back, and she wrote again.</summary>
internal static class MailTicketStory
{
    private static readonly TicketId On = new(4802);

    private const string Off = "550 5.2.1 <gareth.marsh@harrow-lind.example>: the mailbox is switched off";

    public static void Tell(Script script)
    {
        Comes(script, 130, "Labels of line 2: crooked since the new roll", $"Cc: Gareth Marsh <{Cast.Email("gareth")}>\r\n", """
            <p>Hello,</p><p>since we changed the roll at six, every label of line 2 is crooked by some millimetres. This is the last one:</p>
            <p><img src="cid:label@harrow-lind.example" alt="A crooked label" width="240"></p>
            <p>It is the roll that the supplier told us to take.</p>
            <p>-- <br>Elsa Holm<br>Shift lead, packing</p>
            <p>On Monday Label Supplies wrote:</p><blockquote><p>Dear Elsa, please take our new roll LX-40 from now on. It fits all your printers.</p><p><img src="https://pictures.labels.example/logo.png" alt="Label Supplies" width="120"></p></blockquote>
            """, """
            Hello,

            since we changed the roll at six, every label of line 2 is crooked by some millimetres. The last one is in the picture.

            It is the roll that the supplier told us to take.

            Elsa Holm
            Shift lead, packing

            On Monday, 16 November 2026, Label Supplies wrote:
            > Dear Elsa, please take our new roll LX-40 from now on.
            > It fits all your printers.
            """, picture: true);

        new Story(script, On.Value).Ago(118).By("maya").Greets("by mail").AssignedTo("maya").Ago(112).Classifies("Label printing, printer")
            .Ago(104).Replies("Thank you for the picture. Please put the **old roll** back for now: the guide of your printer is set to its width. Does it print straight then?");
        Sent(script, 103);

        Comes(script, 34, $"Re: Labels of line 2: crooked since the new roll [{TicketNumber.Of(TicketKind.Incident, On)}]", "", null, """
            With the old roll it is straight. We have four of them left, that is until tomorrow noon.

            Elsa

            Maya Lindqvist wrote:
            > Thank you for the picture. Please put the old roll back for now: the guide of
            > your printer is set to its width. Does it print straight then?
            """);
    }

    private static void Comes(Script script, double minutesAgo, string subject, string headers, string? html, string text, bool picture = false) => script.Add(script.Now - Duration.FromMinutes(minutesAgo), async stage =>
    {
        var raw = new StringBuilder($"From: Elsa Holm <{Cast.Email("elsa")}>\r\nTo: help@harrow-lind.example\r\n{headers}Subject: {subject}\r\nMessage-ID: <elsa-{minutesAgo}@mail.harrow-lind.example>\r\nMIME-Version: 1.0\r\n");
        raw.Append("Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n");
        raw.Append("--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n").Append(text).Append("\r\n");
        if (html is not null) raw.Append("--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n").Append(html).Append("\r\n");
        raw.Append("--a--\r\n");
        if (picture) raw.Append("--r\r\nContent-Type: image/png; name=\"label.png\"\r\nContent-ID: <label@harrow-lind.example>\r\nContent-Disposition: inline; filename=\"label.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            .Append(Convert.ToBase64String(Picture.BlankLabel(), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        raw.Append("--r--\r\n");
        var kept = await stage.Do(Cast.TheDesk, "pipe", new KeepMail(Encoding.UTF8.GetBytes($"{raw}"), MailVia.Pipe, null, "help@harrow-lind.example"));
        await stage.Do("elsa", "mail", new TakeInMail(kept.Id) { Number = picture ? On : null, With = picture ? [Cast.Email("gareth")] : [] });
    });

    /// <summary>How the answer went out: to her, and to her colleague, whose mailbox is switched off.</summary>
    private static void Sent(Script script, double minutesAgo)
    {
        var at = script.Now - Duration.FromMinutes(minutesAgo);
        script.Add(at, async stage =>
        {
            foreach (var (who, state, code, answer) in new[] { ("elsa", LetterState.Sent, 250, "250 2.0.0 taken"), ("gareth", LetterState.Bounced, 250, Off) })
                await stage.Write(new Statement("""
                    insert into letter (entry, ticket, person, kind, state, attempts, created_at, finished_at, address, message_id, code, answer, why, may_stop)
                    select (select max(position) from journal where subject = 'ticket' and key = @ticket and event = 'ticket.message-posted'), @ticket, p.id, 'Said', @state, 1, @at, @at, p.email, @message, @code, @answer, @why, 1 from person p where p.email = @email
                    """,
                    ("@ticket", On), ("@state", state), ("@at", at), ("@message", $"{who}-4802@harrow-lind.example"), ("@code", code), ("@answer", answer), ("@why", who == "elsa" ? Because.IsCustomer : Because.Watches), ("@email", Cast.Email(who))));
            var letter = await stage.Read(read => read.One("select max(id) from letter where state = 'Bounced'", r => r.GetInt64(0)));
            await stage.Do(Cast.TheDesk, "letters", new StopAddress(Cast.Email("gareth"), Off, letter));
        });
    }
}
