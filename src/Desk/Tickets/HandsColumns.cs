using System.Data.Common;

namespace FirstContact.Tickets;

/// <summary>Through whose hands a ticket goes, in its own row: null while there is nothing, and beside it what is asked across tickets.</summary>
internal static class HandsColumns
{
    public const string Names = "hands";

    public static Ticket WithHands(this Ticket ticket, DbDataReader r, int at) => r.IsDBNull(at) ? ticket : ticket with { Hands = DeskJson.Read<Hands>(r.GetString(at)) };

    public static (string, object?)[] Row(Ticket t) =>
        [("hands", t.Hands == Hands.Empty ? null : DeskJson.Write(t.Hands)), ("handed_to", t.Hands.Pending?.To.Id), ("handed_at", t.Hands.Pending?.At), ("returned_at", t.Hands.Returned?.At), ("given_at", t.Hands.Given?.At)];
}
