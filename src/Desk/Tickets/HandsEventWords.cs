namespace FirstContact.Tickets;

/// <summary>The sentences of handing over and calling. How teams work together is not told to customers.</summary>
internal static class HandsEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TicketHandedOver>("ticket.handed-over", e => $"handed it over from {e.From} to {e.To}: {e.Words.Asked}"),
        EventWords.Of<HandoverAccepted>("ticket.handover-accepted", e => e.Owner is null ? $"accepted it for {e.To}" : $"accepted it: {e.To} has it now"),
        EventWords.Of<HandoverReturned>("ticket.handover-returned", e => $"gave it back from {e.To} to {e.From}: {e.Reason}{(Missing(e.Lacked, e.Missing) is { Length: > 0 } missing ? $". Missing: {missing}" : "")}"),
        EventWords.Of<HandoverJudged>("ticket.handover-judged", e => e.Complete ? $"says that all was there when {e.From} handed it over" : Missing(e.Lacked, e.Words) is { Length: > 0 } missing ? $"says that something was missing when {e.From} handed it over: {missing}" : $"says that something was missing when {e.From} handed it over"),
        EventWords.Of<TicketBounced>("ticket.bounced", e => $"brought it back to {e.Between}, which had it before {e.And}{(e.Bridge.Count == 0 ? "" : $"; {string.Join(" and ", e.Bridge)} {(e.Bridge.Count == 1 ? "brings" : "bring")} the two together")}"),
        EventWords.Of<BounceSettled>("ticket.bounce-settled", e => $"brought {e.Between} and {e.And} together: {e.Agreed}"),
        EventWords.Of<TeamAskedIn>("ticket.team-asked-in", e => $"asked {e.Team} in: {e.Question}"),
        EventWords.Of<SkillAskedIn>("ticket.skill-asked-in", e => $"asked in whoever knows {e.Skill}: {e.Question}"),
        EventWords.Of<HelpGiven>("ticket.help-given", e => $"answered {e.To}, who had asked {(e.Team is { } team ? team.Name : e.Skill is { } skill ? $"whoever knows {skill}" : "for help")}"),
        EventWords.Of<FrontAnswered>("ticket.front-answered", e => $"says that first contact would have needed {Needed(e.Need)}{(e.Words is null ? "" : $": {e.Words}")}"),
        EventWords.Of<FrontLeftOpen>("ticket.front-left-open", _ => "left open what first contact would have needed"),
        EventWords.Of<AskWithdrawn>("ticket.ask-withdrawn", e => $"asks {e.Whom} no longer"),
        EventWords.Of<HandoverWithdrawn>("ticket.handover-withdrawn", e => $"took the handover to {e.To} back"),
        EventWords.Of<MentionSeen>("ticket.mention-seen", _ => "has seen the call"),
    ];

    private static string Needed(FrontNeed need) => need switch
    {
        FrontNeed.Article => "an article", FrontNeed.Access => "access", FrontNeed.Tool => "a tool", FrontNeed.Training => "training", FrontNeed.Authority => "authority", _ => "nothing",
    };

    private static string Missing(Seq<HandoverItem> lacked, string? words) => string.Join(", ", [.. lacked.Select(Word), .. words is null ? Array.Empty<string>() : [words]]);

    private static string Word(HandoverItem item) => item switch
    {
        HandoverItem.Statement => "the problem", HandoverItem.Reproduction => "how to see it", HandoverItem.Tried => "what was tried", HandoverItem.Asked => "what is asked", HandoverItem.Promise => "what was promised",
        HandoverItem.Device => "which device", HandoverItem.Contact => "how to reach the customer", HandoverItem.Files => "files or logs", _ => "access",
    };
}
