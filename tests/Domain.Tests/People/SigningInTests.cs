namespace FirstContact.People;

public sealed class SigningInTests
{
    private static readonly Story<Person> Helen = new Story<Person>(new Person { Id = new(12) })
        .Given(new PersonRegistered(new("Helen Marsh", "helen.marsh@harrow.example"), [Role.Customer]));
    private static readonly Story<Person> Gone = Helen.Given(new PersonDeactivated());

    [Fact]
    public void A_session_goes_by_its_device() => Helen.When(p => p.StartSession(" Firefox on Linux ")).Then(new SessionStarted("Firefox on Linux"));

    [Fact]
    public void Whatever_a_browser_says_of_itself_is_made_to_fit()
    {
        Helen.When(p => p.StartSession(null)).Then(new SessionStarted("?"));
        Helen.When(p => p.StartSession(new('x', 500))).Then(new SessionStarted(new('x', Person.LongestDevice)));
    }

    [Fact]
    public void Sessions_end_each_by_name() => Helen.When(_ => Person.EndSessions("Firefox", "Safari")).Then(new SessionEnded("Firefox"), new SessionEnded("Safari"));

    [Fact]
    public void A_token_says_what_it_is_for() => Helen.When(p => p.CreateToken(" Monitoring ", ["tickets.see"])).Then(new TokenCreated("Monitoring", ["tickets.see"]));

    [Fact]
    public void A_token_has_a_name_that_fits()
    {
        Helen.When(p => p.CreateToken(" ", null)).Then(PeopleErrors.TokenNameMissing);
        Helen.When(p => p.CreateToken(new('x', 81), null)).Then(PeopleErrors.TokenNameTooLong);
    }

    [Fact]
    public void Who_has_left_gets_in_by_no_way()
    {
        Gone.When(p => p.StartSession("Firefox")).Then(PeopleErrors.Inactive);
        Gone.When(p => p.CreateToken("Monitoring", null)).Then(PeopleErrors.Inactive);
        Gone.When(p => p.ChangePassword()).Then(PeopleErrors.Inactive);
    }

    [Fact]
    public void What_was_made_ends() => Helen.When(_ => Person.RevokeToken("Monitoring")).Then(new TokenRevoked("Monitoring"));
}
