using FirstContact.Policies;
using static FirstContact.Tickets.ATicket;

namespace FirstContact.Tickets;

/// <summary>What the desk thinks, what it does by itself, and what people say of that.</summary>
public sealed class SuggestingTests
{
    private static readonly Named<CategoryId> Network = new(new(5), "Network");
    private static readonly Named<ClassId> Hardware = new(new(7), "Hardware");
    private static readonly Classification Nothing = new(null, null, null), IsPrinting = new(Printing, null, null);
    private static readonly Suggestion Sure = new(Suggested.Category, Printing.Id.Value, Printing.Name, 97, ["labels"]), Unsure = Sure with { Percent = 60 };
    private static readonly Suggestion OfClass = new(Suggested.Class, Hardware.Id.Value, Hardware.Name, 96, ["ribbon"]);

    private static Story<Ticket> Unknown => new Story<Ticket>(new Ticket { Id = new(123) }).As(Helen.Id).Given(Opened with { Classification = Nothing }).As(PersonId.Desk);

    private static Story<Ticket> Taken => Unknown.Given(new SuggestionTaken([Sure]), new TicketClassified(Nothing, IsPrinting)).As(Ada.Id);

    [Fact]
    public void What_it_is_sure_enough_of_it_takes()
    {
        Unknown.When(t => t.Suggest(Nothing, [Sure, OfClass], 95)).Then(new SuggestionTaken([Sure, OfClass]), new TicketClassified(Nothing, new(Printing, null, Hardware)));
        Unknown.When(t => t.Suggest(Nothing, [Sure, OfClass with { Percent = 94 }], 95)).Then(new SuggestionTaken([Sure]), new TicketClassified(Nothing, IsPrinting));
        var state = Taken.State;
        Assert.Equal((Printing.Id, TicketStatus.New, true), (state.Category, state.Status, state.Care.WasTaken(CareStep.Classification)));
        Assert.Equal(([Sure], true, null), (state.SelfTaken, state.LookedAt, state.Judged));
    }

    [Fact]
    public void What_is_said_already_it_leaves() =>
        Unknown.When(t => t.Suggest(new(null, null, Hardware), [Sure, OfClass with { Id = 8, Name = "Software" }], 95)).Then(new SuggestionTaken([Sure]), new TicketClassified(new(null, null, Hardware), new(Printing, null, Hardware)));

    [Fact]
    public void What_it_is_not_sure_of_it_leaves_to_people_and_looks_once()
    {
        Unknown.When(t => t.Suggest(Nothing, [Unsure], 95)).Then(new SuggestionWithheld([Unsure]));
        Unknown.When(t => t.Suggest(Nothing, [], 95)).Then(new SuggestionWithheld([]));
        Unknown.Given(new SuggestionWithheld([Unsure])).When(t => t.Suggest(Nothing, [Sure], 50)).ThenNothing();
        New.Given(Classified).When(t => t.Suggest(IsPrinting, [Sure], 50)).ThenNothing();
        IsClosed.When(t => t.Suggest(IsPrinting, [Sure], 50)).ThenNothing();
    }

    [Fact]
    public void A_person_agrees_with_what_was_shown()
    {
        Unknown.As(Ada.Id).When(t => t.Classify(Nothing, IsPrinting, [Unsure])).Then(new SuggestionConfirmed(Unsure, false), new TicketClassified(Nothing, IsPrinting));
        Assert.Equal(Judged.Confirmed, Unknown.Given(new SuggestionConfirmed(Unsure, false)).State.Judged);
    }

    [Fact]
    public void Or_corrects_it()
    {
        Unknown.As(Ada.Id).When(t => t.Classify(Nothing, new(Network, null, null), [Unsure])).Then(new SuggestionCorrected(Unsure, false, "Network"), new TicketClassified(Nothing, new(Network, null, null)));
        Assert.Equal(Judged.Corrected, Unknown.Given(new SuggestionCorrected(Unsure, false, "Network")).State.Judged);
    }

    [Fact]
    public void Of_what_nobody_named_nothing_is_said() => Unknown.As(Ada.Id).When(t => t.Classify(Nothing, new(null, new(new(3), "Labels"), null), [Unsure])).Then(new TicketClassified(Nothing, new(null, new(new(3), "Labels"), null)));

    [Fact]
    public void What_the_desk_did_is_agreed_with_without_a_second_classification() => Taken.When(t => t.Classify(IsPrinting, IsPrinting, [Sure])).Then(new SuggestionConfirmed(Sure, true));

    [Fact]
    public void Or_corrected_with_one_click()
    {
        Taken.When(t => t.Classify(IsPrinting, new(Network, null, null), [Sure])).Then(new SuggestionCorrected(Sure, true, "Network"), new TicketClassified(IsPrinting, new(Network, null, null)));
        var corrected = Taken.Given(new SuggestionCorrected(Sure, true, "Network")).State;
        Assert.Equal(([], Judged.Corrected), (corrected.SelfTaken, corrected.Judged));
    }

    [Fact]
    public void A_word_that_was_said_is_not_counted_twice()
    {
        var agreed = Unknown.As(Ada.Id).Given(new SuggestionConfirmed(Unsure, false), new TicketClassified(Nothing, IsPrinting));
        agreed.When(t => t.Classify(IsPrinting, IsPrinting, [Unsure])).ThenNothing();
        agreed.When(t => t.Classify(IsPrinting, new(Printing, null, Hardware), [Unsure])).Then(new TicketClassified(IsPrinting, new(Printing, null, Hardware)));
        agreed.When(t => t.Classify(IsPrinting, new(Network, null, null), [Unsure])).Then(new SuggestionCorrected(Unsure, false, "Network"), new TicketClassified(IsPrinting, new(Network, null, null)));
        agreed.Given(new SuggestionCorrected(Unsure, false, "Network")).When(t => t.Classify(IsPrinting, new(Network, null, Hardware), [Unsure])).Then(new TicketClassified(IsPrinting, new(Network, null, Hardware)));
    }

    [Fact]
    public void Whoever_opens_it_has_a_word_too()
    {
        New.When(t => t.JudgeOpened(IsPrinting, [Sure])).Then(new SuggestionConfirmed(Sure, false));
        New.When(t => t.JudgeOpened(IsPrinting, [Sure with { Id = 5, Name = "Network" }])).Then(new SuggestionCorrected(Sure with { Id = 5, Name = "Network" }, false, "Printing"));
        New.When(t => t.JudgeOpened(IsPrinting, [])).Then(Array.Empty<Event>());
    }
}
