using System.Net;
using FirstContact.People;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

public sealed class WalkUpPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string At = "/walk-up", Settings = "/settings/deskside";

    [Fact]
    public async Task Led_to_the_desk_with_a_kind_word_and_looked_after()
    {
        var (agent, customer) = (await server.Browser(Role.Agent), await Customer("Lena <b> Marsh"));
        var sent = await agent.Send(await agent.Open(At), At, ("who", customer.Email), ("words", "Wi-Fi <i>slow</i>"), ("end", "desk"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var page = await agent.Open(sent.Location!);
        Assert.Contains("The desk has it, with a kind word. It comes back to you in 4 h", page.Text, StringComparison.Ordinal);
        Assert.Contains("Wi-Fi &lt;i&gt;slow&lt;/i&gt;", page.Html, StringComparison.Ordinal);
        // The form is empty again, for the next who comes.
        Assert.Contains(("who", ""), page.Form(At));
        var ticket = (await server.Desk.Ask(new ShowTicket(Last(sent)), Caller.Desk)).Value!;
        Assert.Equal((TeamId.FirstContact, customer.Id, Channel.WalkUp), (ticket.Ticket.Team, ticket.Ticket.Customer, ticket.Ticket.Channel));
        Assert.Contains(DesksideRules.Usual.Values.Words, (await agent.Open($"/t/{ticket.Ticket.Number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helped_and_solved_are_told_apart()
    {
        var (agent, customer) = (await server.Browser(Role.Agent), await Customer("Tom Reilly"));
        await server.Done(new AddCategory("Scanners"));
        var helped = await agent.Send(await agent.Open(At), At, ("who", "tom reilly"), ("words", "The scanner beeps"), ("end", "here"));
        Assert.Contains("It is yours, and in progress.", (await agent.Open(helped.Location!)).Text, StringComparison.Ordinal);
        var solved = await agent.Send(await agent.Open(At), At, ("who", customer.Email), ("words", "The scanner beeps"), ("end", "here"), ("solved", "Took the tape off"), ("category", "Scanners"), ("called", "yes"));
        Assert.Contains("Written down and solved. They are asked whether it works.", (await agent.Open(solved.Location!)).Text, StringComparison.Ordinal);
        var closed = await agent.Send(await agent.Open(At), At, ("who", customer.Email), ("words", "The scanner beeps"), ("end", "here"), ("solved", "Took the tape off"), ("category", "Scanners"), ("tried", "yes"));
        Assert.Contains("Written down, solved and closed.", (await agent.Open(closed.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal((TicketStatus.InProgress, TicketStatus.Resolved, TicketStatus.Closed), (await Status(helped), await Status(solved), await Status(closed)));
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_says_what_is_wrong_where_it_is_and_stores_nothing()
    {
        var agent = await server.Browser(Role.Agent);
        var customer = await Customer("Nora Field");
        await server.Done(new AddCategory("Doors"));
        var before = await Entries();
        var empty = await agent.Send(await agent.Open(At), At, ("who", ""), ("words", ""), ("said", "Kept\nas typed"), ("end", "desk"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, DesksideErrors.WhoMissing.Message, DesksideErrors.WordsMissing.Message), (empty.Status, empty.Wrong("who"), empty.Wrong("words")));
        Assert.Contains(("said", "Kept\nas typed"), empty.Form(At));
        var unknown = await agent.Send(empty, At, ("who", "nobody@x.example"), ("words", "kept too"), ("end", "desk"), ("said", new string('x', 2001)));
        Assert.Equal((DesksideErrors.WhoUnknown.Message, DesksideErrors.SaidTooLong.Message), (unknown.Wrong("who"), unknown.Wrong("said")));
        Assert.Contains(("words", "kept too"), unknown.Form(At));
        var both = await agent.Send(unknown, At, ("who", customer.Email), ("said", "x"), ("solved", "Oil"), ("end", "desk"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, DesksideErrors.SolvedAndLed.Message), (both.Status, both.Wrong("solved")));
        Assert.Contains(("solved", "Oil"), both.Form(At));
        var unclassified = await agent.Send(both, At, ("end", "here"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.ClassificationMissing.Message), (unclassified.Status, unclassified.Wrong("category")));
        var unsaid = await agent.Send(unclassified, At, ("end", "here"), ("solved", ""), ("tried", "yes"));
        Assert.Equal(DesksideErrors.SolvedMissing.Message, unsaid.Wrong("solved"));
        Assert.Contains(("tried", "yes"), unsaid.Form(At));
        Assert.Equal(before, await Entries());
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.Send(unclassified, At, ("end", "here"), ("category", "Doors"))).Status);
    }

    [Fact]
    public async Task Of_several_of_a_name_one_is_chosen()
    {
        var agent = await server.Browser(Role.Agent);
        var (one, two) = (await Customer("Ida Stone"), await Customer("Ida Rivers"));
        var which = await agent.Send(await agent.Open(At), At, ("who", "ida"), ("words", "The lamp"), ("end", "desk"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, DesksideErrors.WhoAmbiguous.Message), (which.Status, which.Wrong("who")));
        foreach (var match in (string[])["Ida Stone", "Ida Rivers", "none of them"]) Assert.Contains(match, which.Text, StringComparison.Ordinal);
        Assert.Equal(two.Id, (await Ticket(await agent.Send(which, At, ("chosen", two.Email), ("end", "desk")))).Customer);
        var stranger = await Ticket(await agent.Send(which, At, ("chosen", "none"), ("end", "desk"), ("once", "another")));
        Assert.Equal("ida: The lamp", stranger.Description);
        // Whoever types another name after having chosen means that one.
        Assert.Equal(one.Id, (await Ticket(await agent.Send(which, At, ("chosen", two.Email), ("who", one.Email), ("end", "desk"), ("once", "a third")))).Customer);
    }

    [Fact]
    public async Task What_is_said_and_when_to_look_again_is_set_by_administrators()
    {
        var (agent, administrator) = (await server.Browser(Role.Agent), await server.Browser(Role.Administrator));
        var read = await agent.Open(Settings);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.False(read.HasForm(Settings));
        var refused = await administrator.Send(await administrator.Open(Settings), Settings, ("words", " "), ("hours", "soon"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, DesksideErrors.SaidMissing.Message, DesksideErrors.HoursInvalid.Message), (refused.Status, refused.Wrong("words"), refused.Wrong("hours")));
        Assert.Contains(("hours", "soon"), refused.Form(Settings));
        Assert.Equal(DesksideRules.Usual.Values, (await server.Desk.Ask(new ShowDesksideRules(), Caller.Desk)).Value!.Values);
        var stale = await administrator.Open(Settings);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Send(stale, Settings, ("words", "Come to <b>us</b>."), ("hours", "4"))).Status);
        Assert.Contains("Come to &lt;b&gt;us&lt;/b&gt;.", (await agent.Open(At)).Html, StringComparison.Ordinal);
        var meanwhile = await administrator.Send(stale, Settings, ("words", "Mine"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, meanwhile.Status);
        Assert.Contains(("words", "Mine"), meanwhile.Form(Settings));
        await server.Done(new ChangeDesksideRules(DesksideRules.Usual.Values));
    }

    [Fact]
    public async Task Doors_are_shut_where_they_should_be()
    {
        var (customer, agent) = (await server.Browser(Role.Customer), await server.Browser(Role.Agent));
        var before = await Entries();
        foreach (var at in (string[])[At, Settings]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.Open(at)).Status);
        var form = await agent.Open(At);
        var token = form.Form(At).First(f => f.Name == "_form");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(Settings, [token, ("words", "x"), ("hours", "1")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.Send($"{At}/9999/seen", [token])).Status);
        Assert.Equal(before, await Entries());
    }

    [Fact]
    public async Task Programs_do_the_same()
    {
        var customer = await Customer("Olga Tern");
        using var agent = await server.Program(Role.Agent);
        using var other = await server.Program(Role.Agent);
        using var stranger = await server.Program(Role.Customer);
        using var administrator = await server.Program(Role.Administrator);
        var before = await Entries();
        Assert.Equal(["who", "words"], (await agent.Send(HttpMethod.Post, "walk-ups", new { })).Fields.Order());
        Assert.Equal(["category", "solved", "team"], (await agent.Send(HttpMethod.Post, "walk-ups", new { who = "x", words = "x", redirected = true, solved = "x", category = "None", team = "None" })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Send(HttpMethod.Post, "walk-ups", new { who = "x", words = "x" })).Status);
        Assert.Equal(["hours", "words"], (await administrator.Send(HttpMethod.Put, "deskside-rules", new { words = " ", hours = 241 })).Fields.Order());
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Send(HttpMethod.Put, "deskside-rules", new { words = "x", hours = 1 })).Status);
        Assert.Equal(before, await Entries());

        var led = await agent.Send(HttpMethod.Post, "walk-ups", new { who = customer.Email, words = "The door", redirected = true, said = "Come to us." }, key: "once");
        Assert.Equal((HttpStatusCode.Created, "Olga Tern", "Come to us.", false), (led.Status, (string)led.Body!["who"]!, (string)led.Body["said"]!, (bool)led.Body["atDesk"]!));
        Assert.Equal((long)led.Body["id"]!, (long)(await agent.Send(HttpMethod.Post, "walk-ups", new { who = customer.Email, words = "The door", redirected = true, said = "Come to us." }, key: "once")).Body!["id"]!);
        Assert.Equal((int)led.Body["ticket"]!, (int)(await agent.Ask(led.Location!["/api/v1/".Length..])).Body!["id"]!);
        Assert.Empty((await agent.Ask("walk-ups/followed")).Body!["items"]!.AsArray());
        var seen = $"walk-ups/{led.Body["id"]}/seen";
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Send(HttpMethod.Post, seen, new { })).Status);
        Assert.NotNull((string?)(await agent.Send(HttpMethod.Post, seen, new { })).Body!["seenAt"]);
        Assert.Equal((HttpStatusCode.OK, 4), ((await agent.Ask("deskside-rules")).Status, (int)(await agent.Ask("deskside-rules")).Body!["hours"]!));
    }

    private async Task<Person> Customer(string name) => await server.Done(new RegisterPerson(name, $"{Guid.NewGuid():N}@harrow.example", Roles: [Role.Customer]));

    private async Task<long> Entries() => (await server.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!.Entries;

    private static TicketId Last(Screen sent)
    {
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        return new(long.Parse(sent.Location!.Split("done=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<Ticket> Ticket(Screen sent) => (await server.Desk.Ask(new ShowTicket(Last(sent)), Caller.Desk)).Value!.Ticket;

    private async Task<TicketStatus> Status(Screen sent) => (await Ticket(sent)).Status;
}
