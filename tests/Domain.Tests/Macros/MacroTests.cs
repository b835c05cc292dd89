using FirstContact.Tickets;

namespace FirstContact.Macros;

public sealed class MacroTests
{
    private static readonly MacroDetails Logs = new("Ask for logs", null, [new(TicketVerb.Reply, Words: "Dear {{customer.firstName}}, we need the log."), new(TicketVerb.Wait, "customer", "The log")]);
    private static readonly MacroAdded Added = new(Logs);
    private static readonly Story<Macro> AMacro = new(new Macro { Id = new(7) });

    [Fact]
    public void It_is_added_without_blanks_and_what_its_verbs_do_not_take() => AMacro
        .When(_ => Macro.Add(new(" Ask for logs ", null,
        [
            new(TicketVerb.Reply, " nobody ", " Dear {{customer.firstName}}, we need the log. "), new(TicketVerb.Wait, " customer ", "The log", Instant.MaxValue) { Block = "3" },
        ])))
        .Then(Added);

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_where() => AMacro
        .When(_ => Macro.Add(new(" ", null, [new(TicketVerb.Webhook, "Board"), new(TicketVerb.Note), new(TicketVerb.Team), new(TicketVerb.Reply, Words: "{{ticket.colour}} {{ agent.nam }}"), new(TicketVerb.Wait, "customer", "x") { For = Duration.Zero }])))
        .Then(
            MacroErrors.NameMissing, ActionErrors.OnlyRules.At("actions[0].do"), ActionErrors.WordsMissing.At("actions[1].words"), ActionErrors.ToMissing.At("actions[2].to"),
            ActionErrors.PlaceUnknown.At("actions[3].words") with { Message = "There is no variable {{ticket.colour}}, {{agent.nam}}. Choose from the list." }, ActionErrors.WaitInvalid.At("actions[4].for"));

    [Fact]
    public void What_is_too_long_or_too_much_is_refused()
    {
        AMacro.When(_ => Macro.Add(Logs with { Name = new('n', 81) })).Then(MacroErrors.NameTooLong);
        AMacro.When(_ => Macro.Add(Logs with { Actions = [] })).Then(MacroErrors.ActionsMissing);
        AMacro.When(_ => Macro.Add(Logs with { Actions = [.. Enumerable.Repeat(Logs.Actions[0], 21)] })).Then(MacroErrors.TooManyActions);
        AMacro.When(_ => Macro.Add(Logs with { Actions = [new(TicketVerb.Note, Words: new('w', 4001))] })).Then(ActionErrors.WordsTooLong.At("actions[0].words"));
    }

    [Fact]
    public void A_text_block_stands_for_words_of_its_own()
    {
        var block = Logs with { Actions = [new(TicketVerb.Note) { Block = "3" }] };
        AMacro.When(_ => Macro.Add(block)).Then(new MacroAdded(block));
    }

    [Fact]
    public void A_change_keeps_what_was_and_is_checked()
    {
        var to = Logs with { Name = "Ask for the log" };
        AMacro.Given(Added).When(m => m.Change(to)).Then(new MacroChanged(Logs, to));
        AMacro.Given(Added).When(m => m.Change(Logs)).ThenNothing();
        AMacro.Given(Added).When(m => m.Change(to with { Name = "" })).Then(MacroErrors.NameMissing);
    }

    [Fact]
    public void It_is_retired_and_taken_up_once()
    {
        AMacro.Given(Added).When(m => m.Retire()).Then(new MacroRetired("Ask for logs"));
        AMacro.Given(Added).When(m => m.Restore()).ThenNothing();
        AMacro.Given(Added, new MacroRetired("Ask for logs")).When(m => m.Retire()).ThenNothing();
        AMacro.Given(Added, new MacroRetired("Ask for logs")).When(m => m.Restore()).Then(new MacroRestored("Ask for logs"));
        var to = Logs with { Name = "Other" };
        Assert.Equal(new Macro { Id = new(7), Version = 4, Details = to, Active = true }, AMacro.Given(Added, new MacroChanged(Logs, to), new MacroRetired("Other"), new MacroRestored("Other")).State);
    }
}
