namespace FirstContact.Tickets;

/// <summary>People see a ticket's id as a number: INC-000123 or REQ-000123, one sequence for both.</summary>
public static class TicketNumber
{
    public static string Of(TicketKind kind, TicketId id) => $"{(kind == TicketKind.Incident ? "INC" : "REQ")}-{id.Value:D6}";

    /// <summary>Accepts 123, #123, INC-000123 and inc123.</summary>
    public static bool TryParse(string? text, out TicketId id)
    {
        var digits = text.AsSpan().Trim().TrimStart('#');
        if (digits.StartsWith("INC", StringComparison.OrdinalIgnoreCase) || digits.StartsWith("REQ", StringComparison.OrdinalIgnoreCase))
            digits = digits[3..].TrimStart('-');

        var read = long.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value > 0;
        id = new(value);
        return read;
    }
}
