using FirstContact.Tickets;

namespace FirstContact.Gaps;

/// <summary>The sentence of what first contact lacks and what is done about it.</summary>
public static class GapEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<GapPlanned>("gap.planned", e => $"planned {Needed(e.Need)} for first contact{(e.About is null ? "" : $" about {e.About}")}: {State(e.To)}{(e.To.Words is null ? "" : $". {e.To.Words}")}"),
    ];

    private static string Needed(FrontNeed need) => need switch
    {
        FrontNeed.Article => "an article", FrontNeed.Access => "access", FrontNeed.Tool => "a tool", FrontNeed.Training => "training", FrontNeed.Authority => "authority", _ => "nothing",
    };

    private static string State(GapPlan plan) => plan.State switch
    {
        GapState.Doing => $"{plan.Owner} does it", GapState.Done => $"done on {plan.DoneOn:uuuu-MM-dd}", GapState.Declined => "declined", _ => plan.Owner is { } owner ? $"{owner} has it" : "open",
    };
}
