namespace FirstContact.Assignment;

public sealed class AvailabilityTests
{
    private static readonly Story<Availability> Maya = new(new Availability { Id = new(3) });
    private static readonly WorkDay Monday = new(IsoDayOfWeek.Monday, new(8, 0), new(16, 0)), Tuesday = Monday with { Day = IsoDayOfWeek.Tuesday };
    private static readonly WorkHours Part = new("Europe/London", [Monday]);

    [Fact]
    public void Hours_are_kept_in_the_order_of_the_week() =>
        Maya.When(a => a.Work(new(" Europe/London ", [Tuesday, Monday]))).Then(new HoursChanged(null, new("Europe/London", [Monday, Tuesday])));

    [Fact]
    public void The_same_hours_are_no_change() => Maya.Given(new HoursChanged(null, Part)).When(a => a.Work(new("Europe/London", [Monday]))).ThenNothing();

    [Fact]
    public void No_days_are_no_hours()
    {
        Maya.Given(new HoursChanged(null, Part)).When(a => a.Work(new("", []))).Then(new HoursChanged(Part, null));
        Maya.When(a => a.Work(new("", []))).ThenNothing();
    }

    [Fact]
    public void All_that_is_wrong_with_hours_is_said_at_once() =>
        Maya.When(a => a.Work(new("Middle-earth", [Monday, Tuesday with { To = Tuesday.From }, Monday]))).Then(AssignmentErrors.ZoneUnknown, AssignmentErrors.HoursInvalid.At("monday"), AssignmentErrors.HoursInvalid.At("tuesday"));

    [Fact]
    public void A_day_that_is_none_is_refused() => Maya.When(a => a.Work(new("Europe/London", [Monday with { Day = IsoDayOfWeek.None }]))).Then(AssignmentErrors.HoursInvalid.At("none"));

    [Fact]
    public void New_tickets_are_stopped_and_started()
    {
        Maya.When(a => a.Take(false)).Then(new TakingStopped());
        Maya.When(a => a.Take(true)).ThenNothing();
        Maya.Given(new TakingStopped()).When(a => a.Take(true)).Then(new TakingStarted());
        Assert.True(Maya.Given(new TakingStopped(), new TakingStarted()).State.Taking);
    }

    [Fact]
    public void Skills_are_named_once_whatever_their_capitals() => Maya.When(a => a.Learn([" VPN ", "vpn", "", "Wi-Fi"])).Then(new SkillsChanged([], ["VPN", "Wi-Fi"]));

    [Fact]
    public void The_same_skills_are_no_change() => Maya.Given(new SkillsChanged([], ["VPN"])).When(a => a.Learn(["VPN"])).ThenNothing();

    [Fact]
    public void Skills_have_limits()
    {
        Maya.When(a => a.Learn([new('x', 61)])).Then(AssignmentErrors.SkillsInvalid);
        Maya.When(a => a.Learn([.. Enumerable.Range(0, 41).Select(i => $"skill {i}")])).Then(AssignmentErrors.SkillsInvalid);
    }

    [Fact]
    public void A_skill_is_had_whatever_its_capitals()
    {
        var maya = Maya.Given(new SkillsChanged([], ["VPN"])).State;
        Assert.True(maya.Has("vpn"));
        Assert.False(maya.Has("wi-fi"));
        Assert.False(maya.Has(null));
    }
}
