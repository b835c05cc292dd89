namespace FirstContact.People;

public sealed class MergingTests
{
    private const string Main = "helen.marsh@harrow.example", Other = "h.marsh@harrow.example", Home = "helen@home.example";
    private static readonly Named<UnitId> Northgate = new(new(3), "Northgate");
    private static readonly Story<Person> Double = new Story<Person>(new Person { Id = new(12) }).Given(new PersonRegistered(new("H. Marsh", Other, "4357", null, Northgate), [Role.Customer]), new AddressAdded(Home, true));
    private static readonly Person Helen = new Story<Person>(new Person { Id = new(2) }).Given(new PersonRegistered(new("Helen Marsh", Main, null, "Buyer"), [Role.Customer, Role.Agent])).State;
    private static readonly PersonWasMerged Went = new(Helen.Named, Phone: true, Title: false, Unit: true);
    private static readonly PersonTookIn Took = new(Double.State.Named, [Other, Home], "4357", null, Northgate);
    private static readonly Story<Person> Gone = Double.Given(Went);
    private static readonly Person One = Helen.Apply(Took, Gone.By);

    private static Decision Merge(Person from, By by) => from.MergeInto(by, Helen, bound: false, hasTakenIn: false);

    [Fact]
    public void One_goes_into_the_other_with_what_that_one_did_not_know()
    {
        Double.When((p, by) => Merge(p, by)).Then(Went);
        new Story<Person>(Helen).When(h => h.TakeIn(Double.State)).Then(Took);
        Assert.Equal((Main, (Seq<string>)[Other, Home], "4357", "Buyer", Northgate), (One.Email, One.Addresses, One.Phone, One.Title, One.Unit));
        Assert.Equal((Helen.Roles, Helen.Name), (One.Roles, One.Name));
        Assert.Equal((false, "merged-12@firstcontact.invalid", 0), (Gone.State.Active, Gone.State.Email, Gone.State.Addresses.Count));
    }

    [Fact]
    public void It_comes_back_as_it_was()
    {
        Gone.When((p, by) => p.UndoMerge(by, One)).Then(new PersonMergeUndone(One.Named));
        var back = Gone.Given(new PersonMergeUndone(One.Named)).State;
        Assert.Equal(Double.State, back with { Version = Double.State.Version });
        var gave = new PersonGaveBack(Gone.State.Named, [Other, Home], true, false, true);
        new Story<Person>(One).When(h => h.GiveBack(Gone.State)).Then(gave);
        Assert.Equal(Helen, One.Apply(gave, Gone.By) with { Version = Helen.Version });
    }

    [Fact]
    public void What_was_changed_meanwhile_stays()
    {
        var since = One.Apply(new PersonChanged(One.Details, One.Details with { Phone = "1111" }), Gone.By).Apply(new AddressRemoved(Home), Gone.By);
        new Story<Person>(since).When(h => h.GiveBack(Gone.State)).Then(new PersonGaveBack(Gone.State.Named, [Other], false, false, true));
    }

    [Fact]
    public void Nobody_comes_by_rights_and_none_are_lost()
    {
        var agent = Double.Given(new RolesGranted([Role.Customer], [Role.Customer, Role.Administrator]));
        agent.When((p, by) => Merge(p, by)).Then(PersonMergeErrors.Serves);
        Double.When((p, by) => p.MergeInto(by, Helen, bound: true, hasTakenIn: false)).Then(PersonMergeErrors.Serves);
        Double.As(new(12)).When((p, by) => Merge(p, by)).Then(PersonMergeErrors.Oneself);
    }

    [Fact]
    public void Some_records_are_nobodys_double()
    {
        var unknown = new Story<Person>(new Person { Id = new(9) }).Given(new PersonRegistered(new("Unknown customer", "unknown@firstcontact.invalid"), [Role.Customer]));
        unknown.When((p, by) => Merge(p, by)).Then(PersonMergeErrors.StandsForNobody);
        Double.When((p, by) => p.MergeInto(by, unknown.State, false, false)).Then(PersonMergeErrors.StandsForNobody.At("into"));
        Double.When((p, by) => p.MergeInto(by, p, false, false)).Then(PersonMergeErrors.Itself);
        Double.When((p, by) => p.MergeInto(by, Helen with { Active = false }, false, false)).Then(PersonMergeErrors.IntoLeft);
        Double.When((p, by) => p.MergeInto(by, Helen, false, hasTakenIn: true)).Then(PersonMergeErrors.HasTakenIn);
        Double.When((p, by) => p.MergeInto(by, Helen with { Addresses = [.. Enumerable.Range(1, Person.MostAddresses - 1).Select(n => $"h{n}@home.example")] }, false, false)).Then(PersonMergeErrors.TooManyAddresses);
        Gone.When((p, by) => Merge(p, by)).Then(PersonMergeErrors.Merged);
    }

    [Fact]
    public void There_is_a_time_for_the_way_back()
    {
        Gone.After(Person.PartsWithin).When((p, by) => p.UndoMerge(by, One)).Then(new PersonMergeUndone(One.Named));
        Gone.After(Person.PartsWithin + Duration.FromSeconds(1)).When((p, by) => p.UndoMerge(by, One)).Then(PersonMergeErrors.TooLate);
        Gone.When((p, by) => p.UndoMerge(by, One.Apply(new MainAddressChosen(Main, Home), by))).Then(PersonMergeErrors.MainCameFromIt);
        Double.When((p, by) => p.UndoMerge(by, One)).Then(PersonMergeErrors.NotMerged);
        new Story<Person>(Helen).When(h => h.GiveBack(Double.State)).ThenNothing();
    }

    [Fact]
    public void Who_leads_on_is_left_as_he_is()
    {
        Gone.When(p => p.Change(new("Else", "else@harrow.example"))).Then(PersonMergeErrors.Merged);
        Gone.When(p => p.Reactivate()).Then(PersonMergeErrors.Merged);
        Gone.When((p, by) => p.GrantRoles(by, Role.Administrator)).Then(PersonMergeErrors.Merged);
        Gone.When(p => p.AddAddress(Home)).Then(PeopleErrors.NoAddresses);
        Gone.When(p => p.ChangePassword()).Then(PeopleErrors.Inactive);
        Gone.When(p => p.StartSession("Firefox")).Then(PeopleErrors.Inactive);
    }
}
