namespace FirstContact.Verbs;

public sealed class VerbTests
{
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    [Fact]
    public async Task Each_verb_explains_itself_and_says_plainly_what_was_typed_wrong()
    {
        await using var program = await Executable.On("sqlite");
        var verbs = FirstContactVerbs.Root.Subcommands.Select(c => c.Name).ToList();
        Assert.Equal(["serve", "demo", "person", "token", "backup", "restore", "replay", "doctor"], verbs.Intersect(["serve", "demo", "person", "token", "backup", "restore", "replay", "doctor"]));

        var help = await program.Run("--help");
        Assert.Equal(0, help.Code);
        Assert.All(verbs, verb => Assert.Contains(verb, help.Out, StringComparison.Ordinal));
        foreach (var verb in verbs) Assert.Equal(0, FirstContactVerbs.Root.Parse([verb, "--help"]).Invoke(new() { Output = TextWriter.Null }));

        foreach (var wrong in (string[][])[["nonsense"], ["backup"], ["token", "create"], ["person", "create", "--email", "a@b.example"], ["serve", "--nonsense"], ["replay", "nobody"], ["measure", "luck"], ["measure", "teamwork", "--from", "yesterday"], ["import", "history", "/nowhere/at.all"],
            ["person", "create", "--email", "a@b.example", "--name", "A", "--role", "boss"], ["token", "create", "--person", "a@b.example", "--name", "A", "--scope", "all"]])
        {
            var said = await program.Run(wrong);
            Assert.Equal((2, ""), (said.Code, said.Out));
            Assert.NotEmpty(said.Error);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task History_is_taken_in_once_and_measured(string engine)
    {
        await using var program = await Executable.On(engine);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "case,time,status,substatus,group,owner\nX-1,2012-05-01 08:00,Accepted,In Progress,House,Ann\nX-1,2012-05-01 09:00,Queued,Awaiting Assignment,Field,Ann\nX-1,2012-05-01 10:00,Accepted,In Progress,Field,Bo\nX-1,2012-05-01 12:00,Completed,Closed,Field,Bo\n");
        var dry = await program.Run("import", "history", file, "--dry-run");
        Assert.Contains("Would import 1 tickets of 4 events, with 1 changes of team; 0 were here already.", dry.Out, StringComparison.Ordinal);
        var done = await program.Run("import", "history", file);
        Assert.Equal(0, done.Code);
        Assert.Contains("group -> team", done.Out, StringComparison.Ordinal);
        Assert.Contains("Imported 0 tickets of 4 events, with 0 changes of team; 1 were here already.", (await program.Run("import", "history", file)).Out, StringComparison.Ordinal);

        var measured = await program.Run("measure", "teamwork", "--json");
        var figures = System.Text.Json.Nodes.JsonNode.Parse(measured.Out)!;
        Assert.Equal((1.0, 1.0, 4.0), (figures["figures"]!["tickets"]!.GetValue<double>(), figures["figures"]!["handovers-per-ticket"]!.GetValue<double>(), figures["figures"]!["median-hours"]!.GetValue<double>()));
        Assert.Equal("Field", figures["pairs"]![0]!["to"]!["name"]!.GetValue<string>());
        Assert.Contains("Handovers accepted", (await program.Run("measure", "teamwork", "--from", "2012-05-01")).Out, StringComparison.Ordinal);
        using var asked = System.Text.Json.JsonDocument.Parse((await program.Run("measure", "training", "--months", "3", "--json")).Out);
        Assert.Equal(3, asked.RootElement.GetProperty("months").GetInt32());
        Assert.Matches("(?m)^Asked +[0-9]+$", (await program.Run("measure", "training")).Out);
        Assert.NotEqual(0, (await program.Run("measure", "training", "--months", "5")).Code);
        await File.WriteAllTextAsync(file, "case,time,status,group\nX-2,2012-05-01 08:00,Dancing,House\n");
        var wrong = await program.Run("import", "history", file);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("line 2: status: 'Dancing' is no status that is known.", wrong.Error, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task People_and_tokens_are_made_for_a_server_that_runs(string engine)
    {
        await using var program = await Executable.On(engine);
        var (address, greeting) = await program.Serve();
        Assert.DoesNotContain("Demo", greeting, StringComparison.Ordinal);

        var created = await program.Run("person", "create", "--email", "Ada@harrow.example", "--name", "Ada Byron", "--role", "teamLead", "--role", "administrator", "--team", "Network", "--team", "first contact", "--unit", "Head office", "--password", "soap lamp river");
        Assert.Equal((0, "Ada Byron <ada@harrow.example> is registered as customer, team-lead, administrator.\n", ""), (created.Code, created.Out, created.Error));
        var again = await program.Run("person", "create", "--email", "ada@harrow.example", "--name", "Ada", "--team", "Never made");
        Assert.Equal((1, "", "ada@harrow.example is Ada Byron already. Nothing was changed.\n"), (again.Code, again.Out, again.Error));
        Assert.Equal(1, (await program.Run("person", "create", "--email", "b@harrow.example", "--name", "B", "--password", "password")).Code);
        Assert.Equal(1, (await program.Run("person", "create", "--email", "nowhere", "--name", "B")).Code);
        Assert.Equal(1, (await program.Run("token", "create", "--person", "nobody@harrow.example", "--name", "x")).Code);

        var token = await program.Run("token", "create", "--person", "ada@harrow.example", "--name", "script");
        Assert.Matches("^fct_[A-Za-z0-9_-]{43}\n$", token.Out);
        using var http = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { { "Authorization", $"Bearer {token.Out.Trim()}" } } };
        Assert.Equal(200, (await http.GetAsync(new Uri("/api/v1/tickets", UriKind.Relative))).Status());
        // Another process has made the team: what the server keeps in memory it believes for some seconds.
        var teams = "";
        await Patience.Until(async () => (teams = await (await http.GetAsync(new Uri("/api/v1/teams", UriKind.Relative))).Text()).Contains("Network", StringComparison.Ordinal));
        Assert.DoesNotContain("Never made", teams, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_demo_is_copied_beside_its_server_and_comes_back_elsewhere(string engine)
    {
        await using var program = await Executable.On(engine);
        var demo = await program.Run("demo");
        Assert.Equal(0, demo.Code);
        Assert.Contains("maya.lindqvist@harrow-lind.example", demo.Out, StringComparison.Ordinal);
        var again = await program.Run("demo");
        Assert.Equal((0, "This desk has people already: nothing was added.\n"), (again.Code, again.Out));
        var (_, greeting) = await program.Serve();
        Assert.Contains("pumps-and-valves", greeting, StringComparison.Ordinal);

        var copy = program.File("copy");
        var saved = await program.Run("backup", copy);
        Assert.Equal((0, ""), (saved.Code, saved.Error));
        Assert.Matches("^.* is a whole copy with 28 people, 2\\d\\d tickets and [\\d,]+ journal entries\\.\n$", saved.Out);
        Assert.Equal(1, (await program.Run("backup", copy)).Code);
        // The server goes on working meanwhile: what comes back is what the last copy holds.
        saved = await program.Run("backup", copy, "--force");
        Assert.Equal(0, saved.Code);
        var refused = await program.Run("restore", copy);
        Assert.Equal(1, refused.Code);
        Assert.Contains("holds a desk already, with 28 people", refused.Error, StringComparison.Ordinal);

        await program.NewDatabase(engine);
        var nothing = await program.Run("backup", program.File("other"));
        Assert.Equal((1, "There is no desk in this database yet.\n"), (nothing.Code, nothing.Error));
        var restored = await program.Run("restore", copy);
        Assert.Equal(0, restored.Code);
        Assert.Contains(saved.Out[saved.Out.IndexOf("with", StringComparison.Ordinal)..].Trim().TrimEnd('.'), restored.Out, StringComparison.Ordinal);
        var doctor = await program.Run("doctor");
        Assert.True(doctor.Code == 0, doctor.Out + doctor.Error);
        Assert.Contains("Demo", (await program.Serve()).Greeting, StringComparison.Ordinal);
    }
}
