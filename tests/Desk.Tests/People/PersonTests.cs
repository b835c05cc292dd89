namespace FirstContact.People;

public sealed class PersonTests
{
    private static readonly Call Manager = Node.With(PeoplePermissions.Manage, PeoplePermissions.See, PeoplePermissions.ManageTeams);
    private static readonly RegisterPerson Ines = new("Ines Duarte", "Ines.Duarte@harrow.example", "4357", "Agent", null, [Role.Agent]);

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task From_the_first_day_to_the_last_and_back(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var unit = await node.Done(new AddUnit("Northgate", "Plants"), Manager);
        var ines = await node.Done(Ines, Manager);
        await node.Done(new ChangePerson(ines.Id) { Phone = "", Title = "Team lead", Unit = "northgate" }, Manager);
        await node.Done(new GrantRoles(ines.Id, [Role.Agent, Role.TeamLead]), Manager);
        await node.Done(new GoAway(ines.Id, ines.CreatedAt + Duration.FromDays(3), "Training"), Manager);
        await node.Done(new ComeBack(ines.Id), Manager);
        await node.Done(new DeactivatePerson(ines.Id), Manager);
        var again = await node.Done(new ReactivatePerson(ines.Id), Manager);

        Assert.Equal(7, (await node.Folds(new Person { Id = ines.Id }, again)).Count);
        Assert.Equal(unit.Id, again.Unit?.Id);
        var shown = await node.Asked(new ShowPerson("INES.DUARTE@harrow.example"), Manager);
        Assert.Equal(again, shown.Person);
        Assert.False(shown.HasPassword);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_address_must_be_free_and_a_unit_known(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([PeopleErrors.EmailTaken, PeopleErrors.UnitUnknown],
            await node.Refused(Ines with { Email = " HELEN.marsh@harrow.example", Unit = "Southgate" }, Manager));
        var ines = await node.Done(Ines, Manager);
        Assert.Equal([PeopleErrors.EmailTaken], await node.Refused(new ChangePerson(ines.Id) { Email = TestDatabase.HelensAddress }, Manager));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Several_changes_at_once_happen_all_or_not_at_all(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new GrantRoles(TestDatabase.Ada, [Role.Administrator]), new(Caller.Desk, "test"));
        var before = (await node.Asked(new ShowPerson(TestDatabase.Ada), Manager)).Person;
        // The name would do; giving up one's own role and leaving would not: all of it is said, and none of it is done.
        Assert.Equal([PeopleErrors.OwnAdministratorRole, PeopleErrors.NotOneself], await node.Refused(new ChangePerson(TestDatabase.Ada) { Name = "Ada King", Roles = [Role.Agent], Active = false }, Manager));
        Assert.Equal([PeopleErrors.NameMissing, PeopleErrors.NotOneself], await node.Refused(new ChangePerson(TestDatabase.Ada) { Name = " ", Active = false }, Manager));
        Assert.Equal([PeopleErrors.UnitUnknown], await node.Refused(new ChangePerson(TestDatabase.Ada) { Unit = "Nowhere", Roles = [Role.Administrator, Role.Agent] }, Manager));
        Assert.Equal(before, (await node.Asked(new ShowPerson(TestDatabase.Ada), Manager)).Person);

        var ines = await node.Done(Ines, Manager);
        var session = await node.Done(new StartSession("Firefox"), new(new(ines.Id, ines.Name, new HashSet<string>(), new HashSet<long>()), "test"));
        var left = await node.Done(new ChangePerson(ines.Id) { Phone = "", Roles = [Role.TeamLead], Active = false }, Manager);
        Assert.Equal((null, "Agent", false), (left.Phone, left.Title, left.Active));
        Assert.Equal(4, (await node.Folds(new Person { Id = ines.Id }, left)).Skip(1).Count());
        Assert.Null(await node.Get<FindCaller>().BySecret(session.Secret.Value));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Everybody_is_found_by_address_while_active(string engine)
    {
        await using var node = await Node.Fresh(engine);
        await node.Done(new DeactivatePerson(TestDatabase.Helen), Manager);
        await using var read = await node.Database.Read();
        Assert.Equal(TestDatabase.Ada, (await FindPerson.ByEmail(read, " Ada.Byron@Harrow.example"))?.Id);
        Assert.Null(await FindPerson.ByEmail(read, TestDatabase.HelensAddress));
        Assert.Null(await FindPerson.ById(read, TestDatabase.Helen));
        Assert.Equal("Helen Marsh", (await FindPerson.ByAny(read, "2"))?.Name);
        Assert.Null(await FindPerson.ByAny(read, "0"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Oneself_may_change_little_and_others_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var later = SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(1);
        var ada = await node.Done(new ChangeOwnProfile("Ada King", "1815"), Node.With());
        Assert.Equal(("Ada King", "1815", "ada.byron@harrow.example"), (ada.Name, ada.Phone, ada.Email));
        await node.Done(new GoAway(TestDatabase.Ada, later, null), Node.With());
        await node.Done(new ComeBack(TestDatabase.Ada), Node.With());
        Assert.Equal([Errors.Forbidden], await node.Refused(new GoAway(TestDatabase.Helen, later, null), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ComeBack(TestDatabase.Helen), Node.With()));
        Assert.Equal(PeopleErrors.NotFound, (await node.Desk.Ask(new ShowPerson(TestDatabase.Helen), Node.With().Caller)).Error);
        Assert.Equal("Ada King", (await node.Asked(new ShowPerson(TestDatabase.Ada))).Person.Name);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_changes_nothing(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var hash = new PasswordHash("x");
        Assert.Equal([Errors.Forbidden], await node.Refused(Ines, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ChangePerson(TestDatabase.Helen) { Name = "H" }, Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new GrantRoles(TestDatabase.Ada, [Role.Administrator]), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new DeactivatePerson(TestDatabase.Helen), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new ReactivatePerson(TestDatabase.Helen), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new SetPassword(TestDatabase.Helen, hash), Node.With()));
        Assert.Equal([Errors.Forbidden], await node.Refused(new SetUp("H", "h@h", hash), Node.With()));
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListPeople(), Node.With().Caller)).Error);
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new SuggestPeople("a"), Node.With().Caller)).Error);
        Assert.Equal(Errors.Forbidden, (await node.Desk.Ask(new ListUnits(), Node.With().Caller)).Error);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Lists_page_by_name_and_find_by_any_part_of_it(string engine)
    {
        await using var node = await Node.Fresh(engine);
        foreach (var name in new[] { "zoe Adler", "Helen Marsh", "Per_cent Olsen" })
            await node.Done(new RegisterPerson(name, $"{name.Split(' ')[0]}.other@harrow.example"), Manager);

        var names = new List<string>();
        for (PersonId? after = null; ;)
        {
            var page = await node.Asked(new ListPeople(After: after, Limit: 2), Manager);
            names.AddRange(page.Items.Select(p => p.Name));
            if (page.Next is null) break;
            after = page.Next;
        }
        Assert.Equal(["Ada Byron", "Helen Marsh", "Helen Marsh", "Per_cent Olsen", "zoe Adler"], names);
        Assert.Equal("zoe Adler", Assert.Single(await node.Asked(new SuggestPeople("adl"), Manager)).Name);
        Assert.Equal("Helen Marsh", Assert.Single((await node.Asked(new ListPeople("helen.m"), Manager)).Items).Name);
        Assert.Equal("Per_cent Olsen", Assert.Single((await node.Asked(new ListPeople("PER_"), Manager)).Items).Name);
        Assert.Empty((await node.Asked(new ListPeople("z_"), Manager)).Items);
        // Whatever keys somebody has: by the letter as it is written, in any case, or without its accent.
        await node.Done(new RegisterPerson("Åsa Łukasiewicz-Öberg", "asa@harrow.example"), Manager);
        foreach (var typed in (string[])["åsa", "ÅSA", "A\u030asa", "asa ł", "łuk", "luk", "asa@"]) Assert.Equal((typed, "Åsa Łukasiewicz-Öberg"), (typed, (await node.Asked(new SuggestPeople(typed), Manager)).SingleOrDefault()?.Name));
        Assert.Equal(["Ada Byron", "Åsa Łukasiewicz-Öberg"], (await node.Asked(new ListPeople(Limit: 2), Manager)).Items.Select(p => p.Name));
        await node.Done(new DeactivatePerson(TestDatabase.Helen), Manager);
        Assert.Single((await node.Asked(new ListPeople("Helen"), Manager)).Items);
        Assert.Equal(2, (await node.Asked(new ListPeople("Helen", Former: true), Manager)).Items.Count);
    }
}
