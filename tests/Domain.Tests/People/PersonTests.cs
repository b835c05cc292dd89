namespace FirstContact.People;

public sealed class PersonTests
{
    private static readonly PersonDetails Details = new("Helen Marsh", "helen.marsh@harrow.example", "4357", "Buyer");
    private static readonly PersonRegistered Registered = new(Details, [Role.Customer, Role.Agent]);
    private static readonly Story<Person> Somebody = new(new Person { Id = new(12) });
    private static readonly Story<Person> Helen = Somebody.Given(Registered);
    private static readonly Story<Person> Oneself = new Story<Person>(new Person { Id = new(1) }).Given(new PersonRegistered(Details, [Role.Customer, Role.Administrator]));
    private static readonly Story<Person> TheDesk = new(new Person { Id = PersonId.Desk });

    [Fact]
    public void Whoever_registers_is_a_customer_too_with_one_spelling_of_the_address() => Somebody
        .When(_ => Person.Register(new(" Helen Marsh ", " Helen.Marsh@Harrow.example", " 4357", "Buyer "), Role.Agent)).Then(Registered);

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => Somebody
        .When(_ => Person.Register(new(" ", "", new('1', 41), new('x', 121))))
        .Then(PeopleErrors.NameMissing, PeopleErrors.EmailMissing, PeopleErrors.PhoneTooLong, PeopleErrors.TitleTooLong);

    [Fact]
    public void A_name_has_an_end() => Helen.When(p => p.Change(Details with { Name = new('x', 121) })).Then(PeopleErrors.NameTooLong);

    [Theory]
    [InlineData("helen"), InlineData("@harrow.example"), InlineData("helen@"), InlineData("a@b@c"), InlineData("helen marsh@harrow.example"), InlineData("<helen@harrow.example>")]
    public void An_address_has_a_form(string address) => Helen.When(p => p.Change(Details with { Email = address })).Then(PeopleErrors.EmailWrong);

    [Fact]
    public void A_change_keeps_what_was() => Helen.When(p => p.Change(Details with { Phone = null, Unit = new(new(3), "Northgate") }))
        .Then(new PersonChanged(Details, Details with { Phone = null, Unit = new(new(3), "Northgate") }));

    [Fact]
    public void The_same_again_is_no_change() => Helen.When(p => p.Change(Details)).ThenNothing();

    [Fact]
    public void Roles_are_granted_all_at_once_and_a_customer_stays_one() => Helen.When((p, by) => p.GrantRoles(by, Role.TeamLead, Role.Agent, Role.Agent))
        .Then(new RolesGranted([Role.Customer, Role.Agent], [Role.Customer, Role.Agent, Role.TeamLead]));

    [Fact]
    public void The_same_roles_are_no_change() => Helen.When((p, by) => p.GrantRoles(by, Role.Agent)).ThenNothing();

    [Fact]
    public void Nobody_gives_his_own_administration_away() => Oneself.When((p, by) => p.GrantRoles(by, Role.Agent)).Then(PeopleErrors.OwnAdministratorRole);

    [Fact]
    public void But_another_administrator_may_take_it() => Helen.Given(new RolesGranted([], [Role.Customer, Role.Administrator]))
        .When((p, by) => p.GrantRoles(by)).Then(new RolesGranted([Role.Customer, Role.Administrator], [Role.Customer]));

    [Fact]
    public void Whoever_leaves_is_deactivated() => Helen.When((p, by) => p.Deactivate(by)).Then(new PersonDeactivated());

    [Fact]
    public void And_may_come_again() => Helen.Given(new PersonDeactivated()).When(p => p.Reactivate()).Then(new PersonReactivated());

    [Fact]
    public void Nobody_deactivates_himself() => Oneself.When((p, by) => p.Deactivate(by)).Then(PeopleErrors.NotOneself);

    [Fact]
    public void Leaving_twice_is_leaving_once() => Helen.Given(new PersonDeactivated()).When((p, by) => p.Deactivate(by)).ThenNothing();

    [Fact]
    public void The_desk_itself_stays_as_it_is()
    {
        TheDesk.When(p => p.Change(Details)).Then(PeopleErrors.IsTheDesk);
        TheDesk.When((p, by) => p.GrantRoles(by, Role.Administrator)).Then(PeopleErrors.IsTheDesk);
        TheDesk.When((p, by) => p.Deactivate(by)).Then(PeopleErrors.IsTheDesk);
        TheDesk.When(p => p.Reactivate()).Then(PeopleErrors.IsTheDesk);
        TheDesk.When(p => p.ChangePassword()).Then(PeopleErrors.Inactive);
        TheDesk.When(p => p.StartSession("Firefox")).Then(PeopleErrors.Inactive);
    }

    [Fact]
    public void Its_version_is_the_number_of_its_events() => Assert.Equal(2, Helen.Given(new PasswordChanged()).State.Version);
}
