namespace FirstContact.Assignment;

public sealed class SkillNeedsTests
{
    private static readonly CategoryId Vpn = new(5);
    private static readonly ServiceId Remote = new(6);
    private static readonly SkillNeed OfVpn = new("vpn", Category: Vpn), OfRemote = new("wi-fi", Service: Remote);
    private static readonly Story<SkillNeeds> Needs = new(SkillNeeds.Usual);

    [Fact]
    public void The_category_asks_before_the_service()
    {
        var needs = Needs.Given(new SkillNeedsChanged([], [OfVpn, OfRemote])).State;
        Assert.Equal(("vpn", "wi-fi", "wi-fi", null, null), (needs.Of(Vpn, Remote), needs.Of(new(9), Remote), needs.Of(null, Remote), needs.Of(null, null), needs.Of(new(9), new(9))));
    }

    [Fact]
    public void They_are_changed_as_a_whole() => Needs.When(n => n.Change([OfVpn with { Skill = " vpn " }])).Then(new SkillNeedsChanged([], [OfVpn]));

    [Fact]
    public void The_same_is_no_change() => Needs.Given(new SkillNeedsChanged([], [OfVpn])).When(n => n.Change([OfVpn])).ThenNothing();

    [Fact]
    public void A_skill_has_a_name_that_fits() => Needs.When(n => n.Change([OfVpn with { Skill = " " }, OfRemote with { Skill = new('x', 61) }])).Then(AssignmentErrors.NeedInvalid.At("category-5"), AssignmentErrors.NeedInvalid.At("service-6"));

    [Fact]
    public void A_skill_is_asked_for_by_one_thing_and_once() => Needs.When(n => n.Change([OfVpn, OfVpn with { Skill = "dns" }, new("x"), new("y", Vpn, Remote)])).Then(
        AssignmentErrors.NeedOfWhat.At("category-5"), AssignmentErrors.NeedOfWhat.At("service-"), AssignmentErrors.NeedOfWhat.At("category-5"));
}
