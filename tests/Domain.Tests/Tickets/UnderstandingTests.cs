using FirstContact.Guides;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

public sealed class UnderstandingTests
{
    private static readonly Named<CategoryId> Wifi = new(new(5), "Wi-Fi");
    private static readonly Seq<GuideAnswer> Answers = [new(1, "What comes out?", "A blank label")];
    private static readonly Surroundings At = new("Printer 7", "Line 3", "Monday", "New roll");
    private static readonly QuestionsAnswered Said = new(Printing, Answers, Wifi);

    [Fact]
    public void What_came_out_is_kept_with_the_ticket()
    {
        New.When(t => t.Understand(Printing, Answers, Wifi, At with { Device = " Printer 7 " })).Then(Said, new SurroundingsNoted(Surroundings.Unknown, At));
        New.Given(Said, new SurroundingsNoted(Surroundings.Unknown, At)).When(t => t.Understand(Printing, Answers, Wifi, At)).ThenNothing();
        New.Given(new SurroundingsNoted(Surroundings.Unknown, At)).When(t => t.Understand(null, [], null, new(" "))).Then(new SurroundingsNoted(At, Surroundings.Unknown));
    }

    [Fact]
    public void Answers_may_point_to_another_category_until_it_stands_there()
    {
        var pointed = New.Given(Said);
        Assert.Equal(Wifi, pointed.State.PointedAt);
        Assert.Null(pointed.Given(new TicketClassified(Opened.Classification, new(Wifi, null, null))).State.PointedAt);
        Assert.Null(pointed.Given(new TicketCancelled("x")).State.PointedAt);
        Assert.Null(New.Given(Said with { Leads = Printing }).State.PointedAt);
    }

    [Fact]
    public void What_is_too_long_or_too_late_is_refused()
    {
        var endless = new string('x', Surroundings.Longest + 1);
        New.When(t => t.Understand(null, [], null, new(endless, endless, endless, endless)))
            .Then(UnderstandingErrors.TooLong.At("device"), UnderstandingErrors.TooLong.At("place"), UnderstandingErrors.TooLong.At("since"), UnderstandingErrors.TooLong.At("changed"));
        IsResolved.When(t => t.Understand(Printing, Answers, null, null)).Then(TicketErrors.NotOpen);
    }
}
