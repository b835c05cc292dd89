namespace FirstContact.People;

public sealed class AwayTests
{
    private static readonly Story<Person> Helen = new Story<Person>(new Person { Id = new(12) })
        .Given(new PersonRegistered(new("Helen Marsh", "helen.marsh@harrow.example"), [Role.Customer]));
    private static readonly Instant Monday = Helen.By.At + Duration.FromDays(8);

    [Fact]
    public void Going_away_says_until_when() => Helen.When((p, by) => p.GoAway(by, Monday, " Holiday ")).Then(new WentAway(Monday, "Holiday"));

    [Fact]
    public void Going_into_the_past_is_no_way() => Helen.When((p, by) => p.GoAway(by, by.At, new('x', 201))).Then(PeopleErrors.AwayInThePast, PeopleErrors.AwayNoteTooLong);

    [Fact]
    public void Who_is_not_here_is_not_away() => Helen.Given(new PersonDeactivated()).When((p, by) => p.GoAway(by, Monday, null)).Then(PeopleErrors.Inactive);

    [Fact]
    public void The_same_again_is_no_change() => Helen.Given(new WentAway(Monday, null)).When((p, by) => p.GoAway(by, Monday, "")).ThenNothing();

    [Fact]
    public void Coming_back_remembers_the_plan() => Helen.Given(new WentAway(Monday, null)).When(p => p.ComeBack()).Then(new CameBack(Monday));

    [Fact]
    public void Nobody_comes_back_who_is_here() => Helen.When(p => p.ComeBack()).ThenNothing();

    [Fact]
    public void Away_ends_by_itself()
    {
        var away = Helen.Given(new WentAway(Monday, null)).State;
        Assert.True(away.IsAway(Monday - Duration.FromMinutes(1)));
        Assert.False(away.IsAway(Monday));
    }
}
