using FirstContact.Classifying;
using FirstContact.Tickets;

namespace FirstContact.Demo;

/// <summary>
/// What the desk of Harrow &amp; Lind has learned: six weeks ago for the first time, and again today. Since then people have agreed with it, or said
/// otherwise; of the new tickets it has classified by itself what it was sure of, and left the rest.
/// </summary>
internal static class SuggestionStory
{
    private const int SureEnough = 90;
    private const long OfInk = 4814, OfSigningIn = 4820;
    private static readonly Duration First = Duration.FromDays(42), Switched = Duration.FromMinutes(23);

    public static void Tell(Script script)
    {
        script.Add(script.Now - First, stage => stage.Runs("learn-from-tickets"));
        script.Add(script.Now - Switched, async stage =>
        {
            await stage.Do("ruth", "page", new AskToLearn());
            await stage.Runs("learn-from-tickets");
            await stage.Do("ruth", "page", new ChangeSuggestingRules(new(50, SureEnough)));
        });
        // As the desk itself would have done within two seconds.
        foreach (var (ticket, ago) in new[] { (OfInk, 22.5), (OfSigningIn, 20.9) })
            script.Add(script.Now - Duration.FromMinutes(ago), stage => stage.Do(Cast.TheDesk, "classifying", new SuggestForTicket(new(ticket))));
    }
}
