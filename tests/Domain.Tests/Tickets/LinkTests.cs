using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class LinkTests
{
    private static readonly TicketRef Other = new(new(7), "INC-000007", "Printer 8 too");
    private static readonly TicketId[] Nobody = [];

    [Fact]
    public void A_link_says_what_the_other_is()
    {
        foreach (var relation in Enum.GetValues<Relation>()) New.When(t => t.Link(relation, Other, Nobody)).Then(new TicketLinked(relation, Other));
        Assert.Equal([new TicketLink(Relation.CausedBy, Other.Id)], New.Given(new TicketLinked(Relation.CausedBy, Other)).State.Links);
    }

    [Fact]
    public void What_is_over_may_still_be_linked() => IsClosed.When(t => t.Link(Relation.DuplicateOf, Other, Nobody)).Then(new TicketLinked(Relation.DuplicateOf, Other));

    [Fact]
    public void From_the_other_end_it_is_the_same_link()
    {
        Assert.All(Enum.GetValues<Relation>(), r => Assert.Equal(r, r.Back.Back));
        Assert.Equal([Relation.Child, Relation.DuplicatedBy, Relation.Causes, Relation.Related], new[] { Relation.Parent, Relation.DuplicateOf, Relation.CausedBy, Relation.Related }.Select(r => r.Back));
    }

    [Fact]
    public void Nothing_is_linked_to_itself() => New.When(t => t.Link(Relation.Related, Other with { Id = t.Id }, Nobody)).Then(LinkErrors.ToItself);

    [Fact]
    public void Two_tickets_have_one_link()
    {
        var linked = New.Given(new TicketLinked(Relation.Related, Other));
        linked.When(t => t.Link(Relation.Related, Other, Nobody)).ThenNothing();
        linked.When(t => t.Link(Relation.Parent, Other, Nobody)).Then(LinkErrors.There);
    }

    [Fact]
    public void There_is_one_parent_and_many_children()
    {
        var below = New.Given(new TicketLinked(Relation.Parent, Other));
        Assert.Equal(Other.Id, below.State.Parent);
        below.When(t => t.Link(Relation.Parent, Other with { Id = new(8) }, Nobody)).Then(LinkErrors.HasParent);
        below.When(t => t.Link(Relation.Child, Other with { Id = new(8) }, [Other.Id])).Then(new TicketLinked(Relation.Child, Other with { Id = new(8) }));
    }

    [Fact]
    public void Parents_stand_in_no_circle()
    {
        New.When(t => t.Link(Relation.Parent, Other, [new(9), t.Id])).Then(LinkErrors.Circle);
        New.When(t => t.Link(Relation.Child, Other, [new(9), Other.Id])).Then(LinkErrors.Circle);
        New.When(t => t.Link(Relation.CausedBy, Other, [t.Id, Other.Id])).Then(new TicketLinked(Relation.CausedBy, Other));
    }

    [Fact]
    public void There_is_an_end_to_links()
    {
        var many = New.Given([.. Enumerable.Range(200, Ticket.MostLinks - 1).Select(n => new TicketLinked(Relation.Related, Other with { Id = new(n) }))]);
        many.When(t => t.Link(Relation.Related, Other, Nobody)).Then(new TicketLinked(Relation.Related, Other));
        many.Given(new TicketLinked(Relation.Related, Other)).When(t => t.Link(Relation.Related, Other with { Id = new(9) }, Nobody)).Then(LinkErrors.TooMany);
    }

    [Fact]
    public void A_link_comes_off_as_what_it_was()
    {
        var linked = New.Given(new TicketLinked(Relation.Causes, Other), new TicketLinked(Relation.Related, Other with { Id = new(8) }));
        linked.When(t => t.Unlink(Other)).Then(new TicketUnlinked(Relation.Causes, Other));
        Assert.Equal([new TicketLink(Relation.Related, new(8))], linked.Given(new TicketUnlinked(Relation.Causes, Other)).State.Links);
        New.When(t => t.Unlink(Other)).Then(LinkErrors.NotLinked);
    }
}
