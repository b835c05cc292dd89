namespace FirstContact.People;

public sealed class AddressTests
{
    private const string Main = "helen.marsh@harrow.example", Other = "helen@home.example", Third = "hm@club.example";
    private static readonly Instant Morning = Instant.FromUtc(2026, 11, 22, 9, 0);
    private static readonly Story<Person> Helen = new Story<Person>(new Person { Id = new(12) }).Given(new PersonRegistered(new("Helen Marsh", Main), [Role.Customer]));
    private static readonly Story<Person> Two = Helen.Given(new AddressAdded(Other, false));
    private static readonly Story<Person> Full = Helen.Given([.. Enumerable.Range(1, Person.MostAddresses).Select(n => new AddressAdded($"h{n}@home.example", false))]);
    private static readonly Dictionary<string, Instant> None = [];

    [Fact]
    public void Another_address_is_kept_in_one_spelling() => Helen.When(p => p.AddAddress(" Helen@Home.example ")).Then(new AddressAdded(Other, false));

    [Theory, InlineData(Main), InlineData(Other)]
    public void What_is_known_is_not_added_again(string address) => Two.When(p => p.AddAddress(address)).ThenNothing();

    [Theory, InlineData("helen"), InlineData("a b@home.example")]
    public void It_has_a_form(string address) => Helen.When(p => p.AddAddress(address)).Then(PeopleErrors.EmailWrong.At("address"));

    [Fact]
    public void Something_must_be_typed() => Helen.When(p => p.AddAddress(" ")).Then(PeopleErrors.EmailMissing.At("address"));

    [Fact]
    public void There_is_an_end_to_them() => Full.When(p => p.AddAddress(Other)).Then(PeopleErrors.TooManyAddresses);

    [Theory, InlineData("desk@firstcontact.invalid"), InlineData("unknown@firstcontact.invalid")]
    public void Who_stands_for_nobody_has_none(string of) =>
        new Story<Person>(new Person { Id = new(3) }).Given(new PersonRegistered(new("Unknown customer", of), [Role.Customer])).When(p => p.AddAddress(Other)).Then(PeopleErrors.NoAddresses);

    [Fact]
    public void Only_another_one_is_removed()
    {
        Two.When(p => p.RemoveAddress("HELEN@home.example")).Then(new AddressRemoved(Other));
        Two.When(p => p.RemoveAddress(Main)).Then(PeopleErrors.MainAddressStays);
        Two.When(p => p.RemoveAddress(Third)).Then(PeopleErrors.AddressNotFound);
    }

    [Fact]
    public void Another_becomes_the_main_one_and_the_main_one_another()
    {
        Two.When(p => p.MakeMain(Other)).Then(new MainAddressChosen(Main, Other));
        Two.When(p => p.MakeMain(Main)).ThenNothing();
        Two.When(p => p.MakeMain(Third)).Then(PeopleErrors.AddressNotFound);
        var after = Two.Given(new AddressAdded(Third, true), new MainAddressChosen(Main, Other)).State;
        Assert.Equal((Other, (Seq<string>)[Main, Third]), (after.Email, after.Addresses));
    }

    [Fact]
    public void A_main_address_that_is_changed_to_another_one_is_not_kept_twice() =>
        Assert.Equal([], Two.Given(new PersonChanged(new("Helen Marsh", Main), new("Helen Marsh", Other))).State.Addresses);

    [Fact]
    public void A_letter_is_asked_for_what_is_not_theirs_yet()
    {
        Two.When((p, by) => p.AskForProof(by, " HM@club.example", None)).Then(new ProofAskedFor(Third));
        Two.When((p, by) => p.AskForProof(by, Other, None)).Then(PeopleErrors.AddressYours);
        Two.When((p, by) => p.AskForProof(by, "hm", None)).Then(PeopleErrors.EmailWrong.At("address"));
        Full.When((p, by) => p.AskForProof(by, Third, None)).Then(PeopleErrors.TooManyAddresses);
        Two.Given(new PersonDeactivated()).When((p, by) => p.AskForProof(by, Third, None)).Then(PeopleErrors.Inactive);
    }

    [Fact]
    public void Letters_are_not_asked_for_one_after_another()
    {
        Two.When((p, by) => p.AskForProof(by, Third, new Dictionary<string, Instant> { [Third] = Morning - Duration.FromMinutes(9) })).Then(PeopleErrors.ProofOnItsWay);
        Two.When((p, by) => p.AskForProof(by, Third, new Dictionary<string, Instant> { [Third] = Morning - Duration.FromMinutes(10) })).Then(new ProofAskedFor(Third));
        var many = Enumerable.Range(1, Person.MostClaims).ToDictionary(n => $"h{n}@club.example", _ => Morning - Duration.FromHours(1));
        Two.When((p, by) => p.AskForProof(by, Third, many)).Then(PeopleErrors.TooManyClaims);
        Two.When((p, by) => p.AskForProof(by, "h1@club.example", many)).Then(new ProofAskedFor("h1@club.example"));
    }
}
