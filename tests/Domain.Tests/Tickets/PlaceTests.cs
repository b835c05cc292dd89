namespace FirstContact.Tickets;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("Ticket {{ticket.number}} of {{ customer.name }}", "Ticket INC-000012 of Helen")]
    [InlineData("{{service.name}}: {{assignee.name}}", "(no service yet): (nobody yet)")]
    [InlineData("{{agent.nam}} {customer.name} {{}}", "{{agent.nam}} {customer.name} {{}}")]
    [InlineData("{{customer.email}}", "{{ticket.number}}")]
    public void Places_are_filled_once_a_gap_is_said_and_what_is_none_stays(string text, string filled) =>
        Assert.Equal(filled, TicketPlaces.Fill(text, name => name switch { "ticket.number" => "INC-000012", "customer.name" => "Helen", "customer.email" => "{{ticket.number}}", "assignee.name" => " ", _ => null }));

    [Fact]
    public void Every_place_has_words_for_a_gap() => Assert.All(TicketPlaces.Names, name => Assert.StartsWith("(", TicketPlaces.Missing(name), StringComparison.Ordinal));

    [Fact]
    public void Words_without_places_are_not_looked_at()
    {
        Assert.False(TicketPlaces.Any(null));
        Assert.False(TicketPlaces.Any("{customer.name} {"));
        Assert.True(TicketPlaces.Any("{{customer.name}}"));
        Assert.Null(TicketPlaces.Wrong("{{customer.name}}", "body"));
    }
}
