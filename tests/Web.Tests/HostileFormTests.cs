using FirstContact.People;
using FirstContact.Tickets;
using Microsoft.AspNetCore.Routing;

namespace FirstContact;

/// <summary>Every form, found from the server itself: without its proof, by a stranger, empty, oversized, stale, with what no text may hold.</summary>
public abstract class HostileFormTests(string engine)
{
    private const string Oversized = "xxxxxxxxxxxxxxxx";
    private static readonly string Long = string.Concat(Enumerable.Repeat(Oversized, 70 * 1024 / Oversized.Length));

    // Signing out and another password end the session that all the others need.
    private static readonly string[] Ending = ["/signout", "/me/password", "/me/sessions/{id}/end"];

    // What one is writing has no version: it is nobody else's, and stops at nothing.
    private static readonly string[] Unversioned = ["/t/{number}/mute", "/t/{number}/mute/end", "/t/{number}/messages", "/t/{number}/draft", "/t/{number}/draft/removal", "/t/{number}/draft/taking-over", "/t/{number}/replies/{id}/departure", "/t/{number}/replies/{id}/taking-back", "/t/{number}/typing"];

    // They are about something else than the ticket, which is not there: that is said, whatever version is named.
    private static readonly string[] Elsewhere = ["/t/{number}/clocks/{clock}/cause", "/t/{number}/majors/{id}", "/t/{number}/majors/{id}/removal"];

    // What the forms of the desk call their fields.
    private static readonly string[] Fields =
    [
        "title", "description", "customer", "callback", "service", "category", "requestClass", "team", "impact", "urgency", "kind", "channel", "tags", "priority", "reason", "body", "how", "promise",
        "mode", "reply", "note", "call", "statement", "correction", "outcome", "steps", "why", "proposal", "source", "reference", "done", "replayed", "words", "solution", "nextTime", "for", "until", "person", "question", "step",
        "name", "email", "phone", "unit", "role", "purpose", "skills", "segment", "organisation", "code", "to", "tokenName", "scope", "once", "theme", "ticket", "back", "relation", "text", "assignee", "due", "gates", "place", "open", "withoutTasks", "minutes", "day", "pick", "into",
        "handAsked", "handTried", "handStatement", "handTo", "returnReason", "returnMissing", "leaves", "send", "attachments", "shortcut", "toTeam", "tasks", "template", "who", "said", "solved", "chosen",
        "number", "transcript", "at", "callWords", "caller", "again", "dueMinutes", "retryMinutes", "joinHours", "starts", "ends", "contact", "watcher", "testAt", "tester", "warnHours", "notes", "ok",
        "provider", "receiver", "providerSpeakers", "receiverSpeakers", "asItIs", "targets-0-measure", "targets-0-within", "targets-0-percent", "targets-0-hours", "targets-0-priorities", "ladder-0-rung", "ladder-0-share", "ladder-0-person", "providerDuties", "reviewMonths", "measure", "within", "hours", "percent", "period", "since", "says", "year", "address", "clause", "side", "stance", "declineWords", "remark", "draft", "from", "onBehalf", "minutes", "on",
    ];

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task Every_form_refuses_what_should_not_come()
    {
        await using var desk = await WebDesk.Start(engine);
        var ada = await desk.Register("Ada Byron", Role.Administrator);
        await desk.Register("Omar Said", Role.Customer);
        using var program = await desk.Program(ada);
        var ticket = await program.Opens("Labels print blank");
        await program.Send(HttpMethod.Post, "macros", new { name = "Tag it", actions = new[] { new { @do = "tag", to = "seen" } } });
        var (admin, stranger) = (await desk.SignedIn("Ada Byron"), await desk.SignedIn("Omar Said"));
        var (proof, strangers) = (await Proof(admin), await Proof(stranger));
        var forms = Forms(desk).ToList();
        Assert.True(forms.Count > 50);
        var before = await Entries(desk);

        foreach (var form in forms)
        {
            var at = Filled(form, ticket);
            await Expect(admin, at, [("title", "x"), ("reason", "x")], s => s is >= 400 and < 500, "without its proof");
            if (form.StartsWith("/t/", StringComparison.Ordinal) || form.StartsWith("/settings", StringComparison.Ordinal) || form.StartsWith("/tickets", StringComparison.Ordinal))
                await Expect(stranger, at, [strangers, ("title", "x"), ("reason", "x"), ("body", "x"), ("reply", "x"), ("person", "me")], s => s is 403 or 404 || (form == "/tickets/assignment" && s == 303), "by a stranger");
            await Expect(admin, at, [proof, .. Fields.Select(f => (f, "a\0b"))], s => s is >= 400 and < 500, "with a null character");
            if (form.Contains('{', StringComparison.Ordinal))
                foreach (var unknown in new[] { "999999", "0", "-1", "99999999999999999999", "no-such" })
                    await Expect(admin, form.Replace("{number}", unknown, StringComparison.Ordinal).Replace("{id}", unknown, StringComparison.Ordinal).Replace("{person}", unknown, StringComparison.Ordinal), [proof, ("reason", "x"), ("reply", "x"), ("body", "x")], s => s is 404 or 422, $"with {unknown}");
        }
        Assert.Equal(before, await Entries(desk));

        foreach (var form in forms.Where(f => f.StartsWith("/t/", StringComparison.Ordinal)).Except([.. Unversioned, .. Elsewhere]))
            await Expect(admin, Filled(form, ticket), [proof, ("version", "0"), ("outcome", "works"), .. Fields.Where(f => f is not "outcome").Select(f => (f, "p1"))], s => s is 412 or 422 or 409, "when stale");
        foreach (var form in forms.Except(Ending))
        {
            await Expect(admin, Filled(form, ticket), [proof], s => s < 500, "empty");
            await Expect(admin, Filled(form, ticket), [proof, .. Fields.Select(f => (f, Long))], s => s < 500, "oversized");
        }
        Assert.DoesNotContain((await desk.Desk.Ask(new ReadFeed(null, ReadFeed.MostRows), Caller.Desk)).Value!.Items, e => e.Body.GetRawText().Contains(Oversized, StringComparison.Ordinal));
        Assert.True(_wrong.Count == 0, $"{_wrong.Count}:\n{string.Join('\n', _wrong.Take(60))}");
    }

    private async Task Expect(Browser browser, string at, (string, string)[] fields, Func<int, bool> right, string how)
    {
        var screen = await browser.Send(at, fields);
        if (!right((int)screen.Status)) _wrong.Add($"{at} {how}: {(int)screen.Status} {screen.Text[..Math.Min(screen.Text.Length, 200)]}");
        else if ((int)screen.Status >= 400 && screen.Text.Trim().Length < 10) _wrong.Add($"{at} {how}: {(int)screen.Status} without a word");
    }

    private static IEnumerable<string> Forms(WebDesk desk) =>
        from endpoint in desk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":long}", "}", StringComparison.Ordinal).Replace(":int}", "}", StringComparison.Ordinal)
        where !path.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
        orderby path
        select path;

    private static async Task<(string, string)> Proof(Browser browser) => (await browser.Open("/me")).Form("/me").First(f => f.Name == "_form");

    private static string Filled(string form, long ticket) => form.Replace("{number}", $"{ticket}", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal).Replace("{delivery}", "1", StringComparison.Ordinal).Replace("{person}", "1", StringComparison.Ordinal);

    private static async Task<long> Entries(WebDesk desk) => (await desk.Desk.Ask(new ShowHealth(), Caller.Desk)).Value!.Entries;
}

// It takes minutes, and one class is one after the other.
public sealed class HostileFormOnAFileTests() : HostileFormTests("sqlite");

public sealed class HostileFormOnAServerTests() : HostileFormTests("postgres");
