using System.Net;
using FirstContact.People;

namespace FirstContact.Services;

public sealed class ServicePagesTests(TestServer server) : IClassFixture<TestServer>
{
    private const string List = "/settings/services";

    [Fact]
    public async Task Added_changed_retired_and_taken_up_again()
    {
        var browser = await server.Browser(Role.Administrator);
        var added = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "Mail"), ("description", "Boxes & rooms"), ("team", "1"));
        Assert.Equal((HttpStatusCode.SeeOther, List), (added.Status, added.Location));
        var list = await browser.Open(List);
        Assert.Contains("Boxes & rooms", list.Text, StringComparison.Ordinal);
        var id = (await Find("Mail")).Id.Value;

        var changed = await browser.Send(await browser.Open($"{List}/{id}"), $"{List}/{id}", ("name", "Mail and calendar"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.Status);
        Assert.Equal("Boxes & rooms", (await Find("Mail and calendar")).Description);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/retirement")).Status);
        Assert.False((await Find("Mail and calendar")).Active);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(await browser.Open(List), $"{List}/{id}/restoration")).Status);
        Assert.True((await Find("Mail and calendar")).Active);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed_and_says_what_is_wrong_where_it_is()
    {
        await server.Done(new AddService("Taken", "", null, null));
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(await browser.Open($"{List}/new"), List, ("name", "taken"), ("description", "kept\nas typed"), ("owner", "nobody@harrow.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(ServiceErrors.NameTaken.Message, refused.Wrong("name"));
        Assert.Equal(ServiceErrors.OwnerUnknown.Message, refused.Wrong("owner"));
        Assert.Contains("2 things need a look.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#owner\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(("description", "kept\nas typed"), refused.Form(List));

        var mended = await browser.Send(refused, List, ("name", "Free"), ("owner", ""));
        Assert.Equal(HttpStatusCode.SeeOther, mended.Status);
    }

    [Fact]
    public async Task A_stale_form_shows_what_stands_there_now_and_may_be_sent_again()
    {
        var service = await server.Done(new AddService("Stale", "old", null, null));
        var browser = await server.Browser(Role.Administrator);
        var action = $"{List}/{service.Key}";
        var form = await browser.Open(action);
        await server.Done(new ChangeService(service.Id, "Stale", "written meanwhile", null, null));

        var refused = await browser.Send(form, action, ("name", "Fresh"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
        Assert.Contains("written meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Contains(("name", "Fresh"), refused.Form(action));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, action)).Status);
        Assert.Equal("old", (await Find("Fresh")).Description);
    }

    [Fact]
    public async Task Agents_read_and_see_no_buttons()
    {
        var service = await server.Done(new AddService("Readable", "", null, null));
        var agent = await server.Browser(Role.Agent);
        var list = await agent.Open(List);
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Contains("Readable", list.Text, StringComparison.Ordinal);
        Assert.False(list.HasForm($"{List}/{service.Key}/retirement"));
        Assert.DoesNotContain($"{List}/new", list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open($"{List}/{service.Key}")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_missed()
    {
        var browser = await server.Browser(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{List}/nine")).Status);
    }

    [Fact]
    public async Task A_form_that_is_not_ours_is_refused()
    {
        var browser = await server.Browser(Role.Administrator);
        var refused = await browser.Send(List, [("name", "Forged")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.DoesNotContain(await All(), s => s.Name == "Forged");
    }

    private async Task<IReadOnlyList<ServiceRow>> All() => (await server.Desk.Ask(new ListServices(), Caller.Desk)).Value!;

    private async Task<ServiceRow> Find(string name) => (await All()).Single(s => s.Name == name);
}
