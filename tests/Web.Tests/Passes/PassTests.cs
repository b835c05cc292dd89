using System.Net;
using System.Text.RegularExpressions;
using FirstContact.Mail;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Sending;
using FirstContact.Services;
using FirstContact.Tickets;

namespace FirstContact.Passes;

/// <summary>What a mail asks is answered by its link: by its person, once, for the one act, while it is still asked.</summary>
public sealed partial class PassTests
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_resolution_is_confirmed_by_a_button_and_never_by_reading(string engine)
    {
        await using var desk = await Start(engine);
        var (helen, ada, on) = await Opened(desk);
        await Solve(desk, on, ada);
        var link = await Link(helen, "Say whether it works");
        var browser = desk.Browser();

        using (var answer = await browser.Get(link))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Headers.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value), c => c.StartsWith("session", StringComparison.OrdinalIgnoreCase) || c.StartsWith("__Host-session", StringComparison.OrdinalIgnoreCase));
        }
        Assert.Equal(TicketStatus.Resolved, (await View(desk, on)).Ticket.Status);

        // Kind buttons beside unkind words are asked back, and nothing typed is lost.
        var page = await browser.Open(link);
        Assert.Contains("A new ribbon is in", page.Text, StringComparison.Ordinal);
        var doubted = await browser.Send(page, link, ("words", "It is still broken"), ("outcome", "works"));
        Assert.Contains("Which is right?", doubted.Text, StringComparison.Ordinal);
        Assert.Contains("It is still broken", doubted.Html, StringComparison.Ordinal);
        var empty = await browser.Send(page, link, ("words", ""), ("outcome", "notYet"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.WordsMissing.Message), (empty.Status, empty.Wrong("words")));
        Assert.Equal(TicketStatus.Resolved, (await View(desk, on)).Ticket.Status);

        Assert.Equal((HttpStatusCode.SeeOther, link), (await browser.Send(page, link, ("words", "It prints"), ("outcome", "works"))) is var done ? (done.Status, done.Location) : default);
        var view = await View(desk, on);
        Assert.Equal(TicketStatus.Closed, view.Ticket.Status);
        var said = view.Timeline.Single(e => e.Event is CustomerVerified);
        Assert.Equal(("link", "Helen Marsh"), (said.Cause, said.Actor));
        Assert.Equal(Verification.ByCustomer, view.Timeline.Select(e => e.Event).OfType<TicketClosed>().Single().Verification);

        // Once; and it has opened nothing else.
        Assert.Contains("we have your answer", (await browser.Open(link)).Text, StringComparison.Ordinal);
        await browser.Send(link, [.. page.Form(link).Where(f => f.Name != "words"), ("words", "No"), ("outcome", "notYet")]);
        Assert.Equal(TicketStatus.Closed, (await View(desk, on)).Ticket.Status);
        Assert.StartsWith("/signin", (await browser.Open("/portal")).Location, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_statement_is_corrected_and_a_question_answered_and_neither_twice(string engine)
    {
        await using var desk = await Start(engine);
        var (helen, ada, on) = await Opened(desk);
        var browser = desk.Browser();
        await desk.Done(new StateProblem(on, "All labels are blank"), ada);
        var first = await Link(helen, "Say whether that is right");
        await desk.Done(new StateProblem(on, "The red labels are blank"), ada);
        var second = await Link(helen, "Say whether that is right", but: first);

        // The first asks what is not asked any more.
        var gone = await browser.Open(first);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("gone on meanwhile", gone.Text, StringComparison.Ordinal);
        Assert.Contains("/signin?to=", gone.Html, StringComparison.Ordinal);
        var late = (await desk.Get<FindPass>().BySecret(first["/once/".Length..]))!;
        Assert.Equal(PassErrors.MovedOn, (await desk.Desk.Do(new ActByPass(late.Pass.Id, new ConfirmStatement(on)), late.Call)).Error);
        Assert.Equal(PolicyErrors.LinkInvalid, (await desk.Desk.Do(new ChangeDeskRules(DeskRules.Usual.Values with { LinkDays = 91 }), WebDesk.Itself)).Error);

        var page = await browser.Open(second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(page, second, ("words", ""), ("outcome", "different"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, second, ("words", "Only the large red ones"), ("outcome", "different"))).Status);
        Assert.Equal("Only the large red ones", (await View(desk, on)).Ticket.Care.Correction);

        await desk.Done(new SayOnTicket(on, MessageKind.Reply, Visibility.Public, "Since when?"), ada);
        var question = await Link(helen, "Answer without signing in");
        Assert.Contains("Since when?", (await browser.Open(question)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(question), question, ("words", "Since Monday"))).Status);
        var answered = (await View(desk, on)).Timeline.Last(e => e.Event is MessagePosted);
        Assert.Equal(("Since Monday", true, "link"), (((MessagePosted)answered.Event).Body, ((MessagePosted)answered.Event).CustomersSide, answered.Cause));
    }

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Nobody_forges_one_or_does_something_else_by_it_and_it_ends(string engine)
    {
        await using var desk = await Start(engine);
        var (helen, ada, on) = await Opened(desk);
        await Solve(desk, on, ada);
        var link = await Link(helen, "Say whether it works");
        var browser = desk.Browser();
        foreach (var forged in new[] { link[..^1], link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), "/once/x", $"/once/{new string('a', 5_000)}" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(forged)).Status);

        var known = (await desk.Get<FindPass>().BySecret(link["/once/".Length..]))!;
        var another = await desk.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, "Another", "Another", null, Level.Low, Level.Low), known.Call);
        foreach (var does in new TicketCommand[] { new CancelTicket(on, "x"), new ReopenTicket(on, "x"), new ConfirmStatement(on), new SayOnTicket(on, MessageKind.Reply, Visibility.Public, "x"), new VerifyByCustomer(another.Id, CustomerOutcome.Works, null, false) })
            Assert.Equal(PassErrors.Unknown, (await desk.Desk.Do(new ActByPass(known.Pass.Id, does), known.Call)).Error);
        // Whoever is signed in as somebody else gains nothing by it.
        Assert.Equal(PassErrors.Unknown, (await desk.Desk.Do(new ActByPass(known.Pass.Id, new VerifyByCustomer(on, CustomerOutcome.Works, null, false)), ada)).Error);

        // Of many at once one is done.
        await using (var read = await desk.Get<Database>().Read()) Assert.False(await read.One("select 1 from pass where used_at is not null", _ => true));
        Assert.Equal(Outcome.Done, await desk.Get<Database>().Commit([new Statement("update pass set expires_at = @then", ("@then", Instant.FromUtc(2026, 1, 1, 0, 0)))]));
        var old = await browser.Open(link);
        Assert.Equal(HttpStatusCode.Gone, old.Status);
        Assert.Contains("too old", old.Text, StringComparison.Ordinal);
        Assert.Equal(PassErrors.Expired, (await desk.Desk.Do(new ActByPass(known.Pass.Id, new VerifyByCustomer(on, CustomerOutcome.Works, null, false)), known.Call)).Error);
        Assert.Equal(TicketStatus.Resolved, (await View(desk, on)).Ticket.Status);

        Assert.Equal(Outcome.Done, await desk.Get<Database>().Commit([new Statement("update pass set expires_at = @then", ("@then", Instant.FromUtc(2096, 1, 1, 0, 0)))]));
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Desk.Do(new ActByPass(known.Pass.Id, new VerifyByCustomer(on, CustomerOutcome.Works, null, false)), known.Call)));
        Assert.Single(atOnce, r => r.Error is null);
        Assert.All(atOnce.Where(r => r.Error is not null), r => Assert.Equal(PassErrors.Used, r.Error));
        await desk.Done(new DeactivatePerson(known.Pass.Person));
        Assert.Null(await desk.Get<FindPass>().BySecret(link["/once/".Length..]));
    }

    [Fact]
    public async Task Who_tries_many_has_to_wait()
    {
        await using var desk = await WebDesk.Start();
        var browser = desk.Browser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++) answers.Add((await browser.Get($"/once/{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        // Others come in all the same.
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.Get("/signin")).StatusCode);
    }

    private static Task<WebDesk> Start(string engine) => WebDesk.Start(engine, mail: new SendingSettings(new("127.0.0.1", TestSmtp.Port, SmtpTls.None, "desk.test"), new("Service desk", "desk@desk.example"), "http://desk.example"));

    private static async Task<(string Helen, Call Ada, TicketId On)> Opened(WebDesk desk)
    {
        var agent = await desk.Register("Ada Byron", Role.Agent);
        var helen = $"helen.{Guid.NewGuid():n}@harrow.example";
        var person = await desk.Done(new RegisterPerson("Helen Marsh", helen, Roles: [Role.Customer]));
        var ticket = await desk.Done(new OpenTicket(TicketKind.Incident, Channel.Portal, "Labels come out blank", "All of them", null, Level.Low, Level.Low), new(new(person.Id, person.Name, DeskModule.RoleBook.Permissions([Role.Customer]), new HashSet<long>()), "test"));
        return (helen, new(new(agent.Id, agent.Name, DeskModule.RoleBook.Permissions([Role.Agent]), new HashSet<long>()), "test"), ticket.Id);
    }

    internal static async Task Solve(WebDesk desk, TicketId on, Call ada)
    {
        await desk.Done(new AddCategory("Printing"));
        await desk.Done(new GreetCustomer(on, null), ada);
        await desk.Done(new ClassifyTicket(on, "Printing", null, null), ada);
        await desk.Done(new StateProblem(on, "Labels are blank"), ada);
        await desk.Done(new ReproduceProblem(on, Reproduced.Reproduced, ["Print one"], null), ada);
        await Again(desk, on, ada);
    }

    internal static async Task Again(WebDesk desk, TicketId on, Call ada)
    {
        var ideas = (await desk.Desk.Ask(new ShowTicket(on), ada.Caller)).Value!.Ticket.Care.Proposals.Count;
        await desk.Done(new ProposeSolution(on, $"Ribbon {ideas + 1}", ProposalSource.Experience, null), ada);
        await desk.Done(new SelectSolution(on, ideas + 1, "quickest"), ada);
        await desk.Done(new ExecuteSolution(on, "Put a new ribbon in"), ada);
        await desk.Done(new VerifyCraft(on, CraftOutcome.Works, null, ["Print one"]), ada);
        await desk.Done(new ResolveTicket(on, "A new ribbon is in", null), ada);
    }

    /// <summary>The link of the letter that asks so.</summary>
    internal static async Task<string> Link(string address, string words, string? but = null, string? of = null)
    {
        string? found = null;
        await Patience.Until(() => Task.FromResult((found = TestSmtp.For(address).Select(m => Message.Read(m)).Where(m => of is null || m.Id == of).Select(m => m.Body.Text.ReplaceLineEndings(" "))
            .SelectMany(t => Once().Matches(t).Where(m => t[..m.Index].TrimEnd().EndsWith($"{words}, without signing in:", StringComparison.Ordinal) || t[..m.Index].TrimEnd().EndsWith($"{words}:", StringComparison.Ordinal)))
            .Select(m => m.Groups[1].Value).LastOrDefault(l => l != but)) is not null));
        return found!;
    }

    private static async Task<TicketView> View(WebDesk desk, TicketId on) => (await desk.Desk.Ask(new ShowTicket(on), Caller.Desk)).Value!;

    [GeneratedRegex("http://desk\\.example(/once/[A-Za-z0-9_-]+)")]
    private static partial Regex Once();
}
