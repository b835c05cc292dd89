using System.Net;
using FirstContact.People;

namespace FirstContact.Mailboxes;

public sealed class MailboxPagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/mailboxes", Secret = "open-sesame-of-this-test";

    [Fact]
    public async Task Added_tried_switched_on_changed_and_removed()
    {
        using var there = new TestMailbox();
        there.Put(TestMailbox.Letter("Waits"));
        var browser = await server.Browser(Role.Administrator);
        var added = await browser.Send(await browser.Open($"{List}/new"), List,
            ("name", "Real"), ("address", $"{there.Name}@harrow.example"), ("host", TestImap.Host), ("port", Port), ("safety", "none"), ("login", there.Name), ("password", TestImap.Password), ("takeOld", "yes"));
        var id = (await Rows()).Single(r => r.Details.Name == "Real").Id.Value;
        Assert.Equal((HttpStatusCode.SeeOther, $"{List}/{id}"), (added.Status, added.Location));

        var tried = await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/trial");
        Assert.Contains("The connection works. The folder holds 1 messages.", tried.Text, StringComparison.Ordinal);
        Assert.Equal(1, there.Count(kind: "UNSEEN"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/on")).Status);
        await Patience.Until(() => Task.FromResult(there.Count(kind: "UNSEEN") == 0));
        await Patience.Until(async () => (await server.Desk.Ask(new ListMailboxes(), Caller.Desk)).Value!.Single(l => l.Row.Id.Value == id) is { Taken: 1, Waiting: 0, Error: null });
        Assert.DoesNotContain("cannot be read", (await browser.Open(List)).Text, StringComparison.Ordinal);

        // A password left empty stays; a new one counts at once.
        var changed = await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}", ("name", "Still real"), ("password", ""));
        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
        Assert.Contains("The connection works.", (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/trial")).Text, StringComparison.Ordinal);
        await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}", ("password", Secret));
        Assert.Contains("The server did not let us in", (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/trial")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await browser.Open($"{List}/{id}")).Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/off")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}/removal")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/{id}")).Status);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_but_no_secret_and_says_what_is_wrong_where_it_is()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List, ("name", ""), ("address", "nobody"), ("host", "no host"), ("port", "many"), ("password", Secret), ("after", "move"), ("largest", "0"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var (field, error) in new[]
        {
            ("name", MailboxErrors.NameMissing), ("address", MailboxErrors.AddressInvalid), ("host", MailboxErrors.HostInvalid), ("port", MailboxErrors.PortInvalid),
            ("moveTo", MailboxErrors.MoveToMissing), ("largest", MailboxErrors.LargestInvalid),
        })
            Assert.Equal(error.Message, refused.Wrong(field));
        Assert.Contains(("address", "nobody"), refused.Form(List));
        Assert.DoesNotContain(Secret, refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await Rows(), r => r.Details.Address == "nobody");
    }

    [Fact]
    public async Task What_is_done_with_strangers_is_chosen_shown_again_and_taken_back()
    {
        var browser = await server.Browser(Role.Administrator);
        await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Strangers"), ("address", "strangers@harrow.example"), ("host", "imap.harrow.example"), ("login", "s"), ("password", Secret), ("unknown", "hold"));
        var row = (await Rows()).Single(r => r.Details.Name == "Strangers");
        Assert.Equal(Mail.Unknown.Hold, row.Details.Unknown);
        var at = $"{List}/{row.Id.Value}";
        // As it stands in the form it is sent again with whatever else is changed.
        Assert.Contains(("unknown", "hold"), (await browser.Open(at)).Form(at));
        await browser.Send(await browser.Open(at), at, ("name", "Still strangers"));
        Assert.Equal(Mail.Unknown.Hold, (await Rows()).Single(r => r.Id == row.Id).Details.Unknown);
        // A refusal keeps what was chosen.
        Assert.Contains(("unknown", "refuse"), (await browser.Send(await browser.Open(at), at, ("name", ""), ("unknown", "refuse"))).Form(at));
        await browser.Send(await browser.Open(at), at, ("unknown", ""));
        Assert.Null((await Rows()).Single(r => r.Id == row.Id).Details.Unknown);
    }

    [Fact]
    public async Task A_password_goes_to_no_other_port_and_over_no_open_line_unless_it_is_entered_again()
    {
        var browser = await server.Browser(Role.Administrator);
        await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Stays"), ("address", "stays@harrow.example"), ("host", "imap.harrow.example"), ("login", "s"), ("password", Secret));
        var at = $"{List}/{(await Rows()).Single(r => r.Details.Name == "Stays").Id.Value}";
        foreach (var (field, value) in new[] { ("port", "1993"), ("safety", "none"), ("host", "imap.thief.example") })
        {
            var refused = await browser.Send(await browser.Open(at), at, (field, value), ("password", ""));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, MailboxErrors.PasswordMissing.Message), (refused.Status, refused.Wrong("password")));
            Assert.Contains((field, value), refused.Form(at));
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(at), at, ("port", "1993"), ("password", Secret))).Status);
    }

    [Fact]
    public async Task Agents_are_shown_neither_the_tile_nor_the_pages()
    {
        var administrator = await server.Browser(Role.Administrator);
        Assert.Contains(List, (await administrator.Open("/settings")).Html, StringComparison.Ordinal);
        var agent = await server.Browser(Role.Agent);
        Assert.DoesNotContain(List, (await agent.Open("/settings")).Html, StringComparison.Ordinal);
        foreach (var path in new[] { List, $"{List}/new", $"{List}/1" }) Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(path)).Status);
    }

    private static string Port => TestImap.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<MailboxRow>> Rows() => [.. (await server.Desk.Ask(new ListMailboxes(), Caller.Desk)).Value!.Select(l => l.Row)];
}
