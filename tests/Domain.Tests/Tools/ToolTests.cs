using FirstContact.People;

namespace FirstContact.Tools;

public sealed class ToolTests
{
    private static readonly LaunchSchemes Schemes = LaunchSchemes.Usual;
    private static readonly Named<TeamId> Front = new(TeamId.FirstContact, "First Contact"), Network = new(new(2), "Network");
    private static readonly Named<PersonId> Owen = new(new(5), "Owen Pryce");
    private static readonly ToolDetails FarHand = ToolDetails.Blank with { Name = "Far hand", Purpose = "Remote control", Platform = "Windows", Link = "rdp://{device}" };
    private static readonly ToolAdded Added = new(FarHand);
    private static readonly Withholding Kept = new(Front, new(2025, 3, 3), Owen, "The wrong server was restarted.");
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Story<Tool> ATool = new(new Tool { Id = new(7) });

    [Fact]
    public void It_is_added_without_blanks() => ATool
        .When(_ => Tool.Add(FarHand with { Name = " Far hand ", Link = " rdp://{device} ", Teams = [Front, Front], Roles = [Role.TeamLead, Role.Agent, Role.Agent] }, Schemes))
        .Then(new ToolAdded(FarHand with { Teams = [Front], Roles = [Role.Agent, Role.TeamLead] }));

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        ATool.When(_ => Tool.Add(ToolDetails.Blank with { Link = "javascript:alert(1)" }, Schemes)).Then(ToolErrors.NameMissing, ToolErrors.PurposeMissing, ToolErrors.SchemeNotAllowed);
        var (line, text) = (new string('x', 121), new string('x', 4001));
        ATool.When(_ => Tool.Add(FarHand with { Name = line, Purpose = line, Platform = line, WorkStyle = text, Standards = text, Metrics = text }, Schemes)).Then(
            ToolErrors.NameTooLong, ToolErrors.LineTooLong.At("purpose"), ToolErrors.LineTooLong.At("platform"), ToolErrors.TextTooLong.At("workStyle"), ToolErrors.TextTooLong.At("standards"), ToolErrors.TextTooLong.At("metrics"));
    }

    [Fact]
    public void A_change_keeps_what_was_and_it_goes_and_comes_back_once()
    {
        var to = FarHand with { Owner = Owen };
        ATool.Given(Added).When(t => t.Change(to, Schemes)).Then(new ToolChanged(FarHand, to));
        ATool.Given(Added).When(t => t.Change(FarHand, Schemes)).ThenNothing();
        ATool.Given(Added).When(t => t.Change(FarHand with { Name = "" }, Schemes)).Then(ToolErrors.NameMissing);
        ATool.Given(Added).When(t => t.Restore()).ThenNothing();
        ATool.Given(Added).When(t => t.Retire()).Then(new ToolRetired("Far hand"));
        ATool.Given(Added, new ToolRetired("Far hand")).When(t => t.Retire()).ThenNothing();
        ATool.Given(Added, new ToolRetired("Far hand")).When(t => t.Restore()).Then(new ToolRestored("Far hand"));
    }

    [Fact]
    public void A_link_that_is_no_longer_allowed_hinders_no_other_change()
    {
        var narrow = Schemes with { Schemes = [] };
        ATool.Given(Added).When(t => t.Change(FarHand with { Platform = "Linux" }, narrow)).Then(new ToolChanged(FarHand, FarHand with { Platform = "Linux" }));
        ATool.Given(Added).When(t => t.Change(FarHand with { Link = "rdp://x/{device}" }, narrow)).Then(ToolErrors.SchemeNotAllowed);
    }

    [Fact]
    public void It_is_withheld_with_a_reason_and_given_back_with_the_days_without_it()
    {
        ATool.Given(Added).When(t => t.Withhold(Kept with { Why = " The wrong server was restarted. " }, Today)).Then(new ToolWithheld(Kept));
        ATool.Given(Added, new ToolWithheld(Kept)).When(t => t.Withhold(Kept, Today)).ThenNothing();
        ATool.Given(Added, new ToolWithheld(Kept)).When(t => t.Withhold(Kept with { Why = "Another reason." }, Today)).Then(new ToolWithheld(Kept with { Why = "Another reason." }));
        ATool.Given(Added).When(t => t.Withhold(Kept with { Since = Today.PlusDays(2), Why = " " }, Today)).Then(ToolErrors.SinceInvalid, ToolErrors.WhyMissing);
        ATool.Given(Added).When(t => t.Withhold(Kept with { Why = new('x', 4001) }, Today)).Then(ToolErrors.TextTooLong.At("why"));
        ATool.Given(Added, new ToolWithheld(Kept)).When(t => t.Give(Front.Id, Kept.Since.PlusDays(412))).Then(new ToolGiven(Kept, 412));
        ATool.Given(Added).When(t => t.Give(Front.Id, Today)).Then(ToolErrors.NotWithheld);
    }

    [Fact]
    public void Who_asks_is_counted_until_it_is_given()
    {
        var asked = new ToolAskedFor("REQ-000009", Front, "Helen waits.");
        ATool.When(_ => Tool.AskFor("REQ-000009", Front, " Helen waits. ")).Then(asked);
        ATool.When(_ => Tool.AskFor("REQ-000009", Front, " ")).Then(ToolErrors.WhyMissing);
        ATool.When(_ => Tool.AskFor("REQ-000009", Front, new('x', 4001))).Then(ToolErrors.TextTooLong.At("why"));
        Assert.Equal(2, ATool.Given(Added, new ToolWithheld(Kept), asked, asked).State.Requests);
        Assert.Equal(0, ATool.Given(Added, new ToolWithheld(Kept), asked, new ToolGiven(Kept, 3)).State.Requests);
    }

    [Fact]
    public void Who_may_use_it()
    {
        var (all, named, leads) = (ATool.Given(Added).State, ATool.Given(new ToolAdded(FarHand with { Teams = [Network] })).State, ATool.Given(new ToolAdded(FarHand with { Roles = [Role.TeamLead] })).State);
        var without = ATool.Given(Added, new ToolWithheld(Kept)).State;
        Assert.Equal((true, true), (all.For(Front.Id).May, all.For([], []).May));
        Assert.Equal((ToolUse.Others, true), (named.For(Front.Id).Use, named.For(Network.Id).May));
        Assert.Equal((false, true), (named.For([Front.Id], [Role.Agent]).May, named.For([Front.Id, Network.Id], [Role.Agent]).May));
        Assert.Equal((true, false, false), (leads.For([Front.Id], [Role.TeamLead]).May, leads.For([Front.Id], [Role.Agent]).May, leads.For(Front.Id).May));
        Assert.Equal((ToolUse.Withheld, Kept), (without.For(Front.Id).Use, Assert.Single(without.For([Front.Id], [Role.Agent]).Withheld)));
        // One team that has it is enough.
        Assert.True(without.For([Front.Id, Network.Id], [Role.Agent]).May);
        Assert.Equal(ToolUse.Withheld, ATool.Given(new ToolAdded(FarHand with { Teams = [Front, Network], Roles = [Role.Agent] }), new ToolWithheld(Kept)).State.For([Front.Id], [Role.Agent]).Use);
    }

    [Fact]
    public void How_work_moves_is_written_replaced_and_removed()
    {
        var (to, anew) = (new Procedure(new(new(8), "Quick look"), "1. Ask."), new Procedure(new(new(8), "Quick look"), "1. Tell."));
        ATool.Given(Added).When(t => t.WriteProcedure(to with { Steps = " 1. Ask. " })).Then(new ProcedureWritten(to));
        ATool.Given(Added, new ProcedureWritten(to)).When(t => t.WriteProcedure(to)).ThenNothing();
        Assert.Equal(anew, Assert.Single(ATool.Given(Added, new ProcedureWritten(to), new ProcedureWritten(anew)).State.Procedures));
        ATool.Given(Added).When(t => t.WriteProcedure(new(t.Named, " "))).Then(ToolErrors.ToolIsSame, ToolErrors.StepsMissing);
        ATool.Given(Added).When(t => t.WriteProcedure(to with { Steps = new('x', 4001) })).Then(ToolErrors.TextTooLong.At("steps"));
        ATool.Given(Added, new ProcedureWritten(to)).When(t => t.RemoveProcedure(new(8))).Then(new ProcedureRemoved(to.To));
        Assert.Empty(ATool.Given(Added, new ProcedureWritten(to), new ProcedureRemoved(to.To)).State.Procedures);
        ATool.Given(Added).When(t => t.RemoveProcedure(new(8))).Then(ToolErrors.ProcedureNotFound);
    }
}
