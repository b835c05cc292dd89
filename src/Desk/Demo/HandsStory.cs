using FirstContact.Tickets;
using FirstContact.Writing;

namespace FirstContact.Demo;

/// <summary>What is between two people this morning: a ticket that came back, words that wait for their time, words that are not finished.</summary>
internal static class HandsStory
{
    private static readonly Duration Hour = Duration.FromHours(1), Minute = Duration.FromMinutes(1);

    public static void Tell(Script script)
    {
        new Story(script, 4805).Ago(2 * 60).By("maya").HandsOver("Plant Systems", "Elsa scanned the code for the English keyboard twice. It works until the handheld restarts.", "Set the keyboard in the handheld's profile, so that it stays.")
            .Ago(25).By("ines").GivesBack("Its profile says English and it does not read it: it was never enrolled since it was swapped. That is done at the counter.", "The serial number, and who swapped it");

        var strap = new TicketId(4793);
        script.Add(script.Now - 100 * Minute, stage => stage.Do("maya", "page", new SendReply(strap, "Good morning Tom,\n\nthe strap came with the first post and lies at the counter. How do the labels run since you put the guide in?") { Leaves = Tomorrow(script) }));

        // It asks what the customer has answered by then, and so it stays.
        var card = new TicketId(4771);
        var asking = default(ReplyId);
        script.Add(script.Now - 3 * Hour, async stage => asking = (await stage.Do("maya", "page",
            new SendReply(card, "Daniel, the pay run is close: could you tell me whether your card opens the door at your floor?") { Leaves = script.Now - 10 * Minute })).Id);
        script.Add(script.Now - 10 * Minute, stage => stage.Do("maya", "reply", new LetReplyLeave(asking)));

        script.Add(script.Now - 34 * Minute, stage => stage.Do("ines", "page", new SayOnTicket(new(4809), MessageKind.Note, Visibility.Internal,
            $"{stage.Called("maya")} it is Marek's forklift that called and left the voice mail. Could you tell him that I bring the new supply at two?")));
        new Story(script, 4747).Ago(27).By("owen").AsksIn("maya", "I have moved the access point to the window side. You sit over there on Mondays: does it hold at your desk?", toCheck: true);
        new Story(script, 2232).Ago(18).By("ines").AssignedTo("maya");
        new Story(script, 4793).Ago(100).By("maya").Waits(WaitFor.Other, "Line 1 runs until the shift change; then we see whether the guide holds", contacted: true, until: 21).Ago(21).WakesUp();

        Writes(script, 5, "jonas", 4815, "reply", "Lucy, the previous version is on your machine now. Could you open drawing 77-2041 and ");
        Writes(script, 8, "maya", 4744, "note", "The echo is back, so there is a third path. Before the board meets: ");
    }

    private static void Writes(Script script, double ago, string who, long ticket, string mode, string words) =>
        script.Add(script.Now - ago * Minute, stage => stage.Do(who, "page", new SaveDraft(new(ticket), mode, [new(mode, words)])));

    /// <summary>At eight in the morning.</summary>
    private static Instant Tomorrow(Script script) =>
        script.Now.InZone(script.Zone).Date.PlusDays(1).At(new LocalTime(8, 0)).InZoneLeniently(script.Zone).ToInstant();
}
