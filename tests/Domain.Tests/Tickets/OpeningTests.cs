using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class OpeningTests
{
    private static readonly Story<Ticket> Nothing = new(new Ticket { Id = new(123) });

    [Fact]
    public void It_is_opened_in_the_customers_own_words() => Nothing.When(_ => Ticket.Open(Opened)).Then(Opened);

    [Fact]
    public void Blanks_around_title_and_call_back_go_and_those_of_the_description_stay() => Nothing
        .When(_ => Ticket.Open(Opened with { Title = " Labels come out blank\n", Description = " as typed ", Callback = " " }))
        .Then(Opened with { Description = " as typed ", Callback = null });

    [Fact]
    public void All_that_is_missing_is_said_at_once() => Nothing
        .When(_ => Ticket.Open(Opened with { Title = " ", Description = "\n" })).Then(TicketErrors.TitleMissing, TicketErrors.DescriptionMissing);

    [Fact]
    public void All_that_is_too_long_is_said_at_once() => Nothing
        .When(_ => Ticket.Open(Opened with { Title = new('t', 201), Description = Endless, Callback = new('1', 101), DedupeKey = new('k', 101) }))
        .Then(TicketErrors.TitleTooLong, TicketErrors.DescriptionTooLong, TicketErrors.CallbackTooLong, TicketErrors.DedupeKeyTooLong);

    [Fact]
    public void What_just_fits_fits()
    {
        var asked = Opened with { Title = new('t', 200), Description = JustFits, Callback = new('1', 100), DedupeKey = new('k', 100) };
        Nothing.When(_ => Ticket.Open(asked)).Then(asked);
    }

    [Fact]
    public void A_new_ticket_waits_for_an_answer()
    {
        var ticket = New.State;
        Assert.Equal((TicketStatus.New, Printing.Id, Printing.Id, null), (ticket.Status, ticket.CategoryOpened, ticket.Category, ticket.CategoryClosed));
        Assert.Equal((Helen.Id, ticket.OpenedAt, CustomerWord.Asked, null), (ticket.OpenedBy, ticket.CustomerSpokeAt, ticket.CustomerWord, ticket.AnsweredAt));
        Assert.Equal("INC-000123", ticket.Number);
    }

    [Fact]
    public void The_title_can_be_mended() => New.When(t => t.Retitle(" Printer 7 ")).Then(new TicketRetitled(Opened.Title, "Printer 7"));

    [Fact]
    public void The_same_title_is_no_event() => New.When(t => t.Retitle(Opened.Title + " ")).ThenNothing();

    [Fact]
    public void A_ticket_keeps_a_title() => New.When(t => t.Retitle(" ")).Then(TicketErrors.TitleMissing);

    [Fact]
    public void A_title_is_short() => New.When(t => t.Retitle(new('t', 201))).Then(TicketErrors.TitleTooLong);

    [Fact]
    public void The_call_back_changes_and_goes()
    {
        New.When(t => t.ChangeCallback("desk 14")).Then(new CallbackChanged("0191 555 0117", "desk 14"));
        New.When(t => t.ChangeCallback(" ")).Then(new CallbackChanged("0191 555 0117", null));
        New.When(t => t.ChangeCallback("0191 555 0117 ")).ThenNothing();
        New.When(t => t.ChangeCallback(new('1', 101))).Then(TicketErrors.CallbackTooLong);
    }

    [Fact]
    public void The_customer_may_turn_out_to_be_another()
    {
        New.When(t => t.ChangeCustomer(Helen, Ravi)).Then(new CustomerChanged(Helen, Ravi));
        New.When(t => t.ChangeCustomer(Helen, Helen)).ThenNothing();
        Assert.Equal(Ravi.Id, New.Given(new CustomerChanged(Helen, Ravi)).State.Customer);
    }

    [Fact]
    public void Tags_are_small_and_single()
    {
        New.When(t => t.ChangeTags([" Printer", "printer", "", "Floor 2"])).Then(new TagsChanged([], ["printer", "floor 2"]));
        New.Given(new TagsChanged([], ["printer"])).When(t => t.ChangeTags(["PRINTER"])).ThenNothing();
        New.When(t => t.ChangeTags([.. Enumerable.Range(0, 20).Select(i => $"t{i}")])).Then(new TagsChanged([], [.. Enumerable.Range(0, 20).Select(i => $"t{i}")]));
        New.When(t => t.ChangeTags([.. Enumerable.Range(0, 21).Select(i => $"t{i}")])).Then(TicketErrors.TooManyTags);
        New.When(t => t.ChangeTags([new('t', 41)])).Then(TicketErrors.TooManyTags);
    }
}
