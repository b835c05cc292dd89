using FirstContact.Exceptions;

namespace FirstContact.Demo;

/// <summary>Rules of Harrow &amp; Lind with their reasons, where they did not fit somebody, and what came of it.</summary>
internal static class ExceptionStory
{
    private const string Closing = "No changes at the month's end", Catalogue = "Laptops from the catalogue only", Machines = "Remote access from our own machines only", Labels = "Labels from the line's own printer", Twice = "Two questions before a second factor is reset";

    private static readonly ProcessSaid[] Rules =
    [
        new(Closing, "In the last two days of a month every change to Meridian waits. In 2023 a small one cost the closing a day, and the bank asked why.", Cast.Email("tomas")),
        new(Catalogue, "What is not in the catalogue has no spare parts, no image and nobody who knows it. Each odd laptop cost us four hours a year.", Cast.Email("jonas")),
        new(Machines, "A private machine may carry what we cannot see. One did, and Eastmoor stood still for a morning.", Cast.Email("owen")),
        new(Labels, "A label that was printed elsewhere has the wrong line on it, and a recall cannot find the pump.", Cast.Email("ines")),
        new(Twice, "Whoever calls may not be who he says. Two questions that only he can answer have stopped three attempts this year.", Cast.Email("priya")),
    ];

    public static void Tell(Script script)
    {
        script.Add(script.Now - Duration.FromDays(190), async stage => { foreach (var rule in Rules) await stage.Do("ruth", "page", new AddProcess(rule)); });
        Past(script, 130, "kofi", Catalogue, "I lent out the demonstration laptop for a week.", "The new one was ten days late, and the audit was not.", true, "jonas", ExceptionOutcome.ProcessChanges,
            "A laptop was late, and somebody had an audit to hold. One of ours was lent out.", "Every site keeps two loan laptops, with the usual image. First Contact hands them out.");
        Past(script, 74, "maya", Closing, "I changed a delivery address on the last day of the month.", "The lorry stood at the gate.", false, "tomas", ExceptionOutcome.ProcessChanges,
            "An address had to be changed on the last day of a month, while a lorry waited.", "Addresses are not part of the closing: they may be changed on every day.");
        Past(script, 33, "jonas", Twice, "I reset the second factor after one question.", "He stood beside me with his badge in his hand.", true, "priya", ExceptionOutcome.ReasonReinforced,
            "Somebody stood at the desk with a badge, and one question seemed enough.", "A badge can be borrowed. Two questions take half a minute, and they are what we can show when somebody asks how it could happen. At the desk they may be asked aloud.");
        Past(script, 12, "kofi", Closing, "I moved one order line on the second last day.", "The customer would have paid for a pump that nobody ordered.", false, "tomas", ExceptionOutcome.ReasonReinforced,
            "One order line was moved on the second last day of a month.", "The closing reads order lines twice, and whatever moves between the two stops it. Call ERP Applications: with us on the phone it can be done in five minutes, and safely.");

        // Today: one that waits, one that is asked about, one that has ended, and one whose rule nobody has written down.
        At(script, 31, stage => Record(stage, "maya", 4812, Labels, "Line 3 prints on the packing printer, with a list on paper of what belongs to which pump.", "The shift would have stood still for the rest of the morning."));
        At(script, 80, stage => Record(stage, "kofi", 4815, Catalogue, "I installed the older viewer beside the new one.", "The drawing had to go to the toolmaker by noon."));
        At(script, 52, async stage => await stage.Do("jonas", "page", new AskBackOnException(await Last(stage, 4815), "Does the older one open all drawings of that year, or just this one?")));
        At(script, 95, stage => Record(stage, "maya", 4806, Machines, "I let him answer two mails in the browser, from the machine of his host.", "The offer had to be out before the meeting began."));
        At(script, 24, async stage => await stage.Do("owen", "page", new EndException(await Last(stage, 4806), ExceptionOutcome.ReasonReinforced, "Somebody abroad answered two mails from a machine that is not ours.",
            "Mail in the browser leaves files behind on the machine. The phone can do it safely: First Contact sets up the mail app in three minutes, from anywhere.", null)));
        At(script, 140, stage => Record(stage, "ines", 4809, "Terminals stay with their forklift", "I gave the night shift a terminal from a forklift that is being mended.", "Nobody could have booked what came in."));
    }

    private static void Past(Script script, int days, string who, string rule, string instead, string why, bool named, string owner, ExceptionOutcome outcome, string told, string words)
    {
        var at = script.Now - Duration.FromDays(days);
        long ticket = 0;
        script.Add(at, async stage =>
        {
            ticket = await stage.Read(read => read.One("select max(id) from ticket", r => r.GetInt64(0)));
            await stage.Do(who, "page", new RecordException(new(ticket), rule, instead, why, named));
        });
        script.Add(at + Duration.FromDays(1), async stage => await stage.Do(owner, "page", new EndException(await Last(stage, ticket), outcome, told, words, (at + Duration.FromDays(4)).InZone(script.Zone).Date)));
        script.Add(at + Duration.FromDays(2), async stage => await stage.Do(who, "page", new ReadEnding(await Last(stage, ticket))));
    }

    private static void At(Script script, int minutesAgo, Func<Stage, Task> play) => script.Add(script.Now - Duration.FromMinutes(minutesAgo), play);

    private static Task Record(Stage stage, string who, long ticket, string rule, string instead, string why) => stage.Do(who, "page", new RecordException(new(ticket), rule, instead, why, false));

    private static async Task<ExceptionId> Last(Stage stage, long ticket) =>
        new(await stage.Read(read => read.One("select max(id) from customer_exception where ticket = @ticket", r => r.GetInt64(0), ("@ticket", ticket))));
}
