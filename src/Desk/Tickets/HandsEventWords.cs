namespace FirstContact.Tickets;

/// <summary>The sentences of handing over and calling. How teams work together is not told to customers.</summary>
internal static class HandsEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<TicketHandedOver>("ticket.handed-over", e => $"handed it over from {e.From} to {e.To}: {e.Words.Asked}"),
        EventWords.Of<HandoverAccepted>("ticket.handover-accepted", e => e.Owner is null ? $"accepted it for {e.To}" : $"accepted it: {e.To} has it now"),
        EventWords.Of<HandoverReturned>("ticket.handover-returned", e => $"gave it back from {e.To} to {e.From}: {e.Reason}{(e.Missing is null ? "" : $". Missing: {e.Missing}")}"),
        EventWords.Of<HandoverWithdrawn>("ticket.handover-withdrawn", e => $"took the handover to {e.To} back"),
        EventWords.Of<MentionSeen>("ticket.mention-seen", _ => "has seen the call"),
    ];
}
