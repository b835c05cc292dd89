namespace FirstContact.Tickets;

/// <summary>The ticket that an address names, by id or number. What is neither names none, and none is found: 404, not 400.</summary>
public readonly record struct TicketAt(TicketId Id)
{
    public static bool TryParse(string? text, IFormatProvider? _, out TicketAt at)
    {
        at = new(TicketNumber.TryParse(text, out var id) ? id : default);
        return true;
    }

    public static implicit operator TicketId(TicketAt at) => at.Id;
}
