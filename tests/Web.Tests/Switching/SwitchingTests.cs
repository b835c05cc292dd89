using System.Net;
using FirstContact.Assignment;
using FirstContact.People;

namespace FirstContact.Switching;

/// <summary>Days with other teams by pages without scripts and by programs: the whole way, and every no at its field.</summary>
public sealed class SwitchingTests : IAsyncLifetime
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
    private static readonly LocalDate Soon = Today.PlusDays(14);
    private WebDesk _desk = null!;
    private Person _ines = null!, _maya = null!;

    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        await _desk.Register("Ruth Adeyemi", Role.Administrator);
        var plant = (await _desk.Desk.Do(new AddTeam("Plant Systems", "Terminals", ["label templates"]), WebDesk.Itself)).Value!;
        _ines = await _desk.Register("Ines Carvalho", Role.Agent);
        _maya = await _desk.Register("Maya Lindqvist", Role.Agent);
        await _desk.Desk.Do(new JoinTeam(plant.Id, _ines.Email), WebDesk.Itself);
        await _desk.Desk.Do(new JoinTeam(TeamId.FirstContact, _maya.Email), WebDesk.Itself);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Two_people_of_two_teams_spend_a_day_and_write_it_down()
    {
        var (ines, maya) = (await _desk.SignedIn(_ines.Name), await _desk.SignedIn(_maya.Name));
        Assert.Contains("No day is offered yet", (await ines.Open("/role-switching")).Text, StringComparison.Ordinal);
        var offered = await ines.Send(await ines.Open("/role-switching/new"), "/role-switching", ("date", Day(Today)), ("part", "Afternoon"), ("places", "2"), ("see", "How **labels** come <about>"), ("place", "Gate 2"));
        Assert.Equal(HttpStatusCode.SeeOther, offered.Status);
        var at = offered.Location!;
        var day = await maya.Open(at);
        Assert.Contains("2 places free of 2", day.Text, StringComparison.Ordinal);
        Assert.Contains("<strong>labels</strong> come &lt;about&gt;", day.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(day, $"{at}/bookings", ("wish", "The queue"))).Status);
        Assert.Contains("Maya Lindqvist comes, and would like to see: The queue", (await ines.Open("/")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await ines.Send(await ines.Open("/"), $"{at}/seen")).Location);
        Assert.DoesNotContain("would like to see", (await ines.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("you go", (await maya.Open("/role-switching")).Text, StringComparison.Ordinal);
        Assert.Contains("you are the host", (await ines.Open("/role-switching?team=Plant Systems")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Send(await ines.Open($"{at}/form"), at, ("places", "3"))).Status);
        Assert.Contains("Ines Carvalho has changed it", (await maya.Open("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Plant Systems", (await maya.Open("/palette?q=labels")).Text, StringComparison.Ordinal);

        var record = await maya.Open($"{at}/record");
        Assert.Contains(("came", $"{_maya.Id.Value}"), record.Form($"{at}/record"));
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(record, $"{at}/record", ("seen", "Most are empty rows."), ("surprised", "That nobody stops."), ($"skills-{_maya.Id.Value}", "label templates, floor terminals"))).Status);
        Assert.Equal(["label templates", "floor terminals"], (await _desk.Desk.Ask(new ShowAvailability(_maya.Email), Caller.Desk)).Value!.Time.Skills);
        var done = await maya.Open(at);
        Assert.Contains("That nobody stops.", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(done, $"{at}/follow-ups", ("text", "Article on empty rows"), ("owner", _ines.Email), ("due", Day(Today.PlusDays(3))))).Status);
        Assert.Contains("Article on empty rows", (await ines.Open("/")).Text, StringComparison.Ordinal);
        var list = await ines.Open("/role-switching?when=past");
        Assert.Contains("What follows: 1 open", list.Text, StringComparison.Ordinal);
        Assert.Contains("First Contact with Plant Systems", list.Text, StringComparison.Ordinal);
        Assert.Contains("Most are empty rows.", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Send(await ines.Open(at), $"{at}/follow-ups/1/done")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(await maya.Open(at), $"{at}/follow-ups/1/reopening")).Status);
        var csv = (await maya.Open("/role-switching.csv")).Html;
        Assert.Contains("afternoon,done,Plant Systems,Ines Carvalho,3,Gate 2,How **labels** come <about>,Maya Lindqvist,First Contact,yes,The queue,Most are empty rows.,That nobody stops.,Maya Lindqvist: label templates; Maya Lindqvist: floor terminals,1,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_says_where_it_is_wrong_and_stores_nothing()
    {
        var (ines, maya) = (await _desk.SignedIn(_ines.Name), await _desk.SignedIn(_maya.Name));
        var wrong = await ines.Send(await ines.Open("/role-switching/new"), "/role-switching", ("date", "2020-02-02"), ("places", "many"), ("host", _maya.Email), ("see", ""), ("place", "kept as typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal((SwitchingErrors.DatePast.Message, SwitchingErrors.PlacesInvalid.Message, SwitchingErrors.HostUnknown.Message, SwitchingErrors.SeeMissing.Message), (wrong.Wrong("date"), wrong.Wrong("places"), wrong.Wrong("host"), wrong.Wrong("see")));
        Assert.Contains(("place", "kept as typed"), wrong.Form("/role-switching"));
        Assert.Equal(SwitchingErrors.DateMissing.Message, (await ines.Send(await ines.Open("/role-switching/new"), "/role-switching", ("date", "tomorrow"), ("see", "x"))).Wrong("date"));
        Assert.Equal(SwitchingErrors.TeamNotYours.Message, (await maya.Send(await maya.Open("/role-switching/new"), "/role-switching", ("date", Day(Soon)), ("see", "x"), ("team", "Plant Systems"))).Wrong("team"));
        Assert.Empty((await _desk.Desk.Ask(new ListDays(), Caller.Desk)).Value!.Lines);

        var day = await Offer("x");
        var at = $"/role-switching/{day.Key}";
        var own = await ines.Send($"{at}/bookings", [(await ines.Open("/role-switching/new")).Form("/role-switching")[0]]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains(SwitchingErrors.OwnTeam.Message, own.Text, StringComparison.Ordinal);
        var wish = await maya.Send(await maya.Open(at), $"{at}/bookings", ("wish", new string('x', 201)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SwitchingErrors.LineTooLong.Message), (wish.Status, wish.Wrong("wish")));
        await maya.Send(await maya.Open(at), $"{at}/bookings");
        var second = await Offer("y", "Network");
        var busy = await maya.Send(await maya.Open($"/role-switching/{second.Key}"), $"/role-switching/{second.Key}/bookings", ("wish", "kept"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SwitchingErrors.PersonBusy.Message), (busy.Status, busy.Wrong("person")));
        Assert.Contains(("wish", "kept"), busy.Form($"/role-switching/{second.Key}/bookings"));

        var unsaid = await ines.Send(await ines.Open($"{at}/word?person={_maya.Id.Value}"), $"{at}/declining", ("why", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SwitchingErrors.WhyMissing.Message), (unsaid.Status, unsaid.Wrong("why")));
        Assert.Equal(HttpStatusCode.Conflict, (await maya.Open($"{at}/record")).Status);
        var none = await ines.Send(await ines.Open($"{at}/word"), $"{at}/cancellation", ("why", new string('x', 201)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SwitchingErrors.LineTooLong.Message), (none.Status, none.Wrong("why")));
        var stale = await ines.Send(await ines.Open($"{at}/form"), at, ("version", "1"), ("see", "Something else"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains(("see", "Something else"), stale.Form(at));
        var fewer = await ines.Send(await ines.Open($"{at}/form"), at, ("date", "2020-02-02"));
        Assert.Equal(SwitchingErrors.DatePast.Message, fewer.Wrong("date"));
        Assert.Equal(2, (await Shown(day)).Version);

        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Send(unsaid, $"{at}/declining", ("why", "Somebody new starts."))).Status);
        Assert.Contains("Ines Carvalho has declined your booking: Somebody new starts.", (await maya.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.Send(none, $"{at}/cancellation", ("why", "I am ill."))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await maya.Send($"{at}/bookings", busy.Form($"/role-switching/{second.Key}/bookings"))).Status);
    }

    [Fact]
    public async Task What_was_seen_is_refused_where_it_is_wrong()
    {
        var (ines, maya) = (await _desk.SignedIn(_ines.Name), await _desk.SignedIn(_maya.Name));
        var day = await Offer("x", date: Today);
        var at = $"/role-switching/{day.Key}";
        await maya.Send(await maya.Open(at), $"{at}/bookings");
        var page = await ines.Open($"{at}/record");
        var wrong = await ines.Send($"{at}/record", [.. page.Form($"{at}/record").Where(f => f.Name is not "came" and not "surprised"), ("surprised", "kept"), ($"skills-{_maya.Id.Value}", new string('x', 61))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal((SwitchingErrors.CameInvalid.Message, SwitchingErrors.SeenMissing.Message, SwitchingErrors.SkillsInvalid.Message), (wrong.Wrong("came"), wrong.Wrong("seen"), wrong.Wrong("skills")));
        Assert.Contains(("surprised", "kept"), wrong.Form($"{at}/record"));
        Assert.Equal(SwitchingErrors.SkillNotYours.Message, (await maya.Send(await maya.Open($"{at}/record"), $"{at}/record", ("seen", "x"), ($"skills-{_ines.Id.Value}", "asking"))).Wrong("skills"));
        Assert.Equal(DayState.Offered, (await Shown(day)).State);
        await maya.Send(await maya.Open($"{at}/record"), $"{at}/record", ("seen", "x"));
        var follow = await maya.Send(await maya.Open(at), $"{at}/follow-ups", ("text", ""), ("owner", "nobody@x.example"), ("due", "2020-02-02"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, SwitchingErrors.FollowUpMissing.Message, SwitchingErrors.OwnerUnknown.Message, SwitchingErrors.DueInvalid.Message), (follow.Status, follow.Wrong("text"), follow.Wrong("owner"), follow.Wrong("due")));
    }

    [Fact]
    public async Task Doors_are_shut_where_they_should_be()
    {
        var day = await Offer("x");
        await _desk.Register("Omar Said", Role.Customer);
        var (customer, maya) = (await _desk.SignedIn("Omar Said"), await _desk.SignedIn(_maya.Name));
        foreach (var at in (string[])["/role-switching", "/role-switching.csv", "/role-switching/new", $"/role-switching/{day.Key}", $"/role-switching/{day.Key}/record"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(at)).Status);
        foreach (var at in (string[])[$"/role-switching/{day.Key}/form", $"/role-switching/{day.Key}/word", $"/role-switching/{day.Key}/record"]) Assert.Equal(HttpStatusCode.Forbidden, (await maya.Open(at)).Status);
        foreach (var at in (string[])["/role-switching/9999", "/role-switching/9999/form", "/role-switching/9999/word", "/role-switching/9999/record"]) Assert.Equal(HttpStatusCode.NotFound, (await maya.Open(at)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.Open("/role-switching?team=None")).Status);
        Assert.DoesNotContain("Change…", (await maya.Open($"/role-switching/{day.Key}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_do_the_same()
    {
        using var ines = await _desk.Program(_ines);
        using var maya = await _desk.Program(_maya);
        var made = await ines.Send(HttpMethod.Post, "role-switching-days", new { date = Day(Today), part = "morning", team = "Plant Systems", places = 2, see = "Labels" });
        Assert.Equal((HttpStatusCode.Created, "\"1\"", "offered", 2), (made.Status, made.Tag, (string)made.Body!["state"]!, (int)made.Body["free"]!));
        var at = made.Location!["/api/v1/".Length..];
        Assert.Equal(["date", "places", "see", "team"], (await ines.Send(HttpMethod.Post, "role-switching-days", new { places = 0 })).Fields.Order());
        Assert.Equal("Gate 2", (string)(await ines.Send(HttpMethod.Patch, at, new { place = "Gate 2" })).Body!["place"]!);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await ines.Send(HttpMethod.Patch, at, new { place = "x" }, match: "\"1\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await maya.Send(HttpMethod.Patch, at, new { place = "x" })).Status);
        Assert.Equal("switch-day.not-booked", (await maya.Send(HttpMethod.Delete, $"{at}/bookings/me")).Code);
        Assert.Equal("First Contact", (string)(await maya.Send(HttpMethod.Post, $"{at}/bookings", new { wish = "The queue" })).Body!["guests"]![0]!["team"]!["name"]!);
        Assert.Equal(["person"], (await ines.Send(HttpMethod.Post, $"{at}/bookings", new { })).Fields);
        var needs = (await ines.Ask("role-switching-needs")).Body!["items"]!.AsArray();
        Assert.Equal(("news", "booked", "Maya Lindqvist", "The queue"), ((string)needs[0]!["kind"]!, (string)needs[0]!["what"]!, (string)needs[0]!["about"]!, (string)needs[0]!["word"]!));
        Assert.Equal(HttpStatusCode.OK, (await ines.Send(HttpMethod.Post, $"{at}/seen", new { })).Status);
        Assert.Empty((await ines.Ask("role-switching-needs")).Body!["items"]!.AsArray());
        Assert.Equal(["why"], (await ines.Send(HttpMethod.Post, $"{at}/bookings/{_maya.Email}/declining", new { })).Fields);
        Assert.Empty((await ines.Send(HttpMethod.Post, $"{at}/bookings/{_maya.Email}/declining", new { why = "x" })).Body!["guests"]!.AsArray());
        await maya.Send(HttpMethod.Post, $"{at}/bookings", new { });
        Assert.Empty((await maya.Send(HttpMethod.Delete, $"{at}/bookings/me")).Body!["guests"]!.AsArray());
        await maya.Send(HttpMethod.Post, $"{at}/bookings", new { });

        Assert.Equal(["came", "seen"], (await ines.Send(HttpMethod.Put, $"{at}/record", new { })).Fields.Order());
        var record = await ines.Send(HttpMethod.Put, $"{at}/record", new { came = new[] { _maya.Email }, seen = "Rows", skills = new[] { new { person = _maya.Email, skill = "labels" } } });
        Assert.Equal(("done", "labels"), ((string)record.Body!["state"]!, (string)record.Body["record"]!["skills"]![0]!["skill"]!));
        Assert.Equal(["due", "owner", "text"], (await maya.Send(HttpMethod.Post, $"{at}/follow-ups", new { })).Fields.Order());
        Assert.False((bool)(await maya.Send(HttpMethod.Post, $"{at}/follow-ups", new { text = "Article", owner = "me", due = Day(Today) })).Body!["followUps"]![0]!["done"]!);
        Assert.True((bool)(await maya.Send(HttpMethod.Post, $"{at}/follow-ups/1/done", new { })).Body!["followUps"]![0]!["done"]!);
        Assert.False((bool)(await maya.Send(HttpMethod.Delete, $"{at}/follow-ups/1/done")).Body!["followUps"]![0]!["done"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.Send(HttpMethod.Post, $"{at}/follow-ups/9/done", new { })).Status);
        Assert.Equal("switch-day.over", (await ines.Send(HttpMethod.Post, $"{at}/cancellation", new { why = "x" })).Code);

        var next = await ines.Send(HttpMethod.Post, "role-switching-days", new { date = Day(Soon), team = "Plant Systems", see = "Labels" });
        Assert.Equal("cancelled", (string)(await ines.Send(HttpMethod.Post, $"{next.Location!["/api/v1/".Length..]}/cancellation", new { why = "x" })).Body!["state"]!);
        Assert.Equal("done", (string)Assert.Single((await maya.Ask("role-switching-days?when=past&person=me")).Body!["items"]!.AsArray())!["state"]!);
        Assert.Equal("switch-day.when-unknown", (await maya.Ask("role-switching-days?when=never")).Code);
        Assert.Equal(["limit", "person", "team"], (await maya.Ask("role-switching-days?limit=0&person=nobody@x.example&team=None")).Fields.Order());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await maya.Ask(at)).Status, (await maya.Ask("role-switching-days/9999")).Status));
        Assert.StartsWith("day,date,part,state,team", (await maya.GetStringAsync(new Uri("/api/v1/role-switching-days.csv", UriKind.Relative))).TrimStart('\uFEFF'), StringComparison.Ordinal);
        using var customer = await _desk.Program(await _desk.Register("Omar Said", Role.Customer));
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Ask("role-switching-days")).Status);
    }

    private static string Day(LocalDate day) => Kit.Times.Field(day);

    private async Task<SwitchDay> Offer(string see, string team = "Plant Systems", LocalDate? date = null)
    {
        var host = _ines;
        if (team != "Plant Systems")
        {
            await _desk.Desk.Do(new AddTeam(team, "", []), WebDesk.Itself);
            host = await _desk.Register("Owen Pryce", Role.Agent);
            await _desk.Desk.Do(new JoinTeam((await _desk.Desk.Ask(new ListTeams(), Caller.Desk)).Value!.First(t => t.Name == team).Id, host.Email), WebDesk.Itself);
        }
        return (await _desk.Desk.Do(new OfferDay(new(date ?? Soon, DayPart.Whole, team, host.Email, 2, see, null)), WebDesk.Itself)).Value!;
    }

    private async Task<SwitchDay> Shown(SwitchDay day) => (await _desk.Desk.Ask(new ShowDay(day.Id), Caller.Desk)).Value!.Day;
}
