using FirstContact.People;

namespace FirstContact.Import;

public sealed class ImportPeopleTests
{
    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task People_come_with_their_unit_roles_and_teams(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var import = await Files.People("First name;Surname;E-mail;Department;Roles;Team\nGrace;Hopper;Grace.Hopper@Harrow.example;Finance;agent, team lead;First Contact\nAlan;Turing;alan@harrow.example;finance;;\n");
        Assert.Equal((2, false), (await node.Done(import with { DryRun = true }, Files.Importer)) is var dry ? (dry.New, dry.Written) : default);

        var report = await node.Done(import, Files.Importer);
        Assert.Equal(["business unit Finance"], report.Creates);
        await using var read = await node.Database.Read();
        var grace = await FindPerson.ByEmail(read, "grace.hopper@harrow.example");
        var person = await node.Asked(new ShowPerson(grace!.Value.Id), Node.With(PeoplePermissions.See, PeoplePermissions.Manage));
        Assert.Equal("Grace Hopper", grace.Value.Name);
        Assert.Contains((await node.Asked(new ListTeams())).Single(t => t.Name == "First Contact").Members, m => m == grace.Value.Id);
        Assert.Equal([Role.Customer, Role.Agent, Role.TeamLead], await FindPerson.Roles(read, grace.Value.Id));
        Assert.NotNull(person);

        Assert.Equal((0, 2), await node.Done(import, Files.Importer) is var again ? (again.New, again.AlreadyHere) : default);
        Assert.Equal(5, await node.Count("person"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_here_stays_as_he_is_unless_asked_otherwise(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var text = $"name,email,phone,roles\nHelen Marsh,{TestDatabase.HelensAddress},+44 20 1,administrator\nAda Byron,ada.byron@harrow.example,,\n";
        Assert.Equal((0, 2, 0), await node.Done(await Files.People(text), Files.Importer) is var left ? (left.New, left.AlreadyHere, left.Changed) : default);

        var updated = await node.Done(await Files.People(text, update: true), Files.Importer);
        Assert.Equal([new LineChange(2, TestDatabase.HelensAddress)], updated.Changes);
        Assert.Equal((1, 1), (updated.AlreadyHere, updated.Changed));
        await using var read = await node.Database.Read();
        Assert.Empty(await FindPerson.Roles(read, TestDatabase.Helen));
        Assert.Equal("+44 20 1", await read.One("select phone from person where id = 2", r => r.GetString(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task One_bad_line_and_nobody_comes_in(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var report = await node.Done(await Files.People($"name,email,roles,teams,unit\nGrace,grace@harrow.example,,,New\n,not an address,king,Moon,{new string('x', 90)}\nGrace,GRACE@harrow.example,,,\nAlan,,,,\n"), Files.Importer);
        Assert.Equal(
            ["line 3: email: This is not an e-mail address.", $"line 3: name: Give a name.", "line 3: roles: " + ImportErrors.RoleUnknown.Message, "line 3: teams: There is no such team.",
                "line 3: unit: Keep the name within 80 characters.", "line 4: email: This stands in line 2 already.", "line 5: email: Give an e-mail address."],
            report.Errors.Select(e => e.ToString()).Order());
        Assert.False(report.Written);
        Assert.Equal(3, await node.Count("person"));
        Assert.Equal(0, await node.Count("unit"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_may_not_manage_people_imports_none(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([Errors.Forbidden], await node.Refused(await Files.People("name,email\nG,g@h.example\n"), Node.With(PeoplePermissions.See)));
        Assert.Equal(["import.column-missing"], (await node.Refused(await Files.People("name\nG\n"), Files.Importer)).Select(e => e.Code));
        Assert.Equal(["import.column-missing"], (await node.Refused(await Files.People("email\ng@h.example\n"), Files.Importer)).Select(e => e.Code));
    }
}
