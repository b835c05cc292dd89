using System.Net;
using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

public sealed class TaskTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task A_program_writes_a_list_down_and_works_through_it()
    {
        var api = await server.Program(Role.Agent);
        var id = await api.Opens("Labels print blank");
        var listed = (await api.Does(id, "tasks", new { text = "Order a ribbon\nPrint a label", assignee = "me", due = "2099-11-22T09:00:00Z", gates = true })).Body!["tasks"]!.AsArray();
        Assert.Equal(["Order a ribbon", "Print a label"], listed.Select(t => (string)t!["text"]!));
        var (order, print) = ((int)listed[0]!["no"]!, (int)listed[1]!["no"]!);

        var changed = await api.Send(HttpMethod.Patch, $"tickets/{id}/tasks/{print}", """{"done": true, "place": 1, "due": null, "assignee": null}""");
        var first = changed.Body!["tasks"]![0]!;
        Assert.Equal((print, null, null, true), ((int)first["no"]!, (string?)first["due"], (string?)first["assignee"]?["name"], first["doneAt"] is not null));
        Assert.Equal("2099-11-22T09:00:00Z", (string?)changed.Body["tasks"]![1]!["due"]);
        Assert.Null((await api.Send(HttpMethod.Patch, $"tickets/{id}/tasks/{print}", new { done = false })).Body!["tasks"]![0]!["doneAt"]);
        Assert.Single((await api.Send(HttpMethod.Delete, $"tickets/{id}/tasks/{order}")).Body!["tasks"]!.AsArray());
        Assert.Equal((HttpStatusCode.NotFound, "task.not-found"), await api.Send(HttpMethod.Delete, $"tickets/{id}/tasks/{order}") is var gone ? (gone.Status, gone.Code) : default);
    }

    [Fact]
    public async Task A_program_is_told_what_is_wrong()
    {
        var (api, customer) = (await server.Program(Role.Agent), await server.Program(Role.Customer));
        var id = await customer.Opens("Labels print blank");
        var wrong = await api.Send(HttpMethod.Post, $"tickets/{id}/tasks", new { due = "2020-01-01T00:00:00Z", assignee = "nobody@harrow.example" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text due assignee"), (wrong.Status, string.Join(' ', wrong.Fields)));
        Assert.Equal(HttpStatusCode.Forbidden, (await customer.Send(HttpMethod.Post, $"tickets/{id}/tasks", new { text = "x" })).Status);
        await api.Does(id, "tasks", new { text = "Ask the supplier" });
        Assert.Empty((await customer.Ask($"tickets/{id}")).Body!["tasks"]!.AsArray());
    }

    [Fact]
    public async Task Resolving_waits_for_what_comes_first()
    {
        var api = await server.Program(Role.Agent);
        var id = await api.Opens("Labels print blank");
        await api.Does(id, "tasks", new { text = "Order a ribbon", gates = true });
        await api.TakesUpTo(id, CareStep.CraftVerification);
        var refused = await api.Send(HttpMethod.Post, $"tickets/{id}/resolution", new { solution = "Ribbon" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "task.still-open", "withoutTasks"), (refused.Status, refused.Code, Assert.Single(refused.Fields)));
        Assert.Equal("resolved", (string?)(await api.Does(id, "resolution", new { solution = "Ribbon", withoutTasks = "There was one" })).Body!["status"]);
    }

    [Fact]
    public async Task An_agent_works_with_forms_and_keeps_what_was_typed()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var id = await api.Opens("Labels print blank");
        var (at, tasks) = ($"/t/{id}", $"/t/INC-{id:D6}/tasks");
        var refused = await browser.Send(await browser.Open($"{at}?do=task"), tasks, ("text", "Order a ribbon"), ("assignee", "nobody@harrow.example"), ("due", "2020-01-01T09:00"), ("gates", "yes"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TicketErrors.PersonUnknown.Message, TaskErrors.DuePassed.Message), (refused.Status, refused.Wrong("assignee"), refused.Wrong("due")));
        Assert.Equal([("text", "Order a ribbon"), ("assignee", "nobody@harrow.example"), ("due", "2020-01-01T09:00"), ("gates", "yes")], refused.Form(tasks).Where(f => f.Name is "text" or "assignee" or "due" or "gates"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, tasks, ("assignee", "me"), ("due", ""))).Status);
        await api.Does(id, "tasks", new { text = "Print a label" });

        var listed = (await api.Ask(at[1..].Replace("t/", "tickets/", StringComparison.Ordinal))).Body!["tasks"]!.AsArray();
        var (order, print) = ((int)listed[0]!["no"]!, (int)listed[1]!["no"]!);
        var form = await browser.Open($"{at}?do=task-{order}");
        Assert.Contains(("text", "Order a ribbon"), form.Form($"{tasks}/{order}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(form, $"{tasks}/{order}", ("place", "2"), ("text", "Order two ribbons"))).Status);
        var page = await browser.Open(at);
        Assert.True(page.Text.IndexOf("Print a label", StringComparison.Ordinal) < page.Text.IndexOf("Order two ribbons", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, $"{tasks}/marks", ("done", $"{print}"))).Status);
        page = await browser.Open(at);
        Assert.Contains("1 of 2 done", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(page, $"{tasks}/marks", ("open", $"{print}"))).Status);
        var emptied = await browser.Send(await browser.Open($"{at}?do=task-{order}"), $"{tasks}/{order}", ("text", ""));
        Assert.Equal(TaskErrors.TextMissing.Message, emptied.Wrong("text"));
        Assert.Contains(("text", ""), emptied.Form($"{tasks}/{order}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send($"{tasks}/{order}/removal", emptied.Form($"{tasks}/{order}"))).Status);
        Assert.Contains("0 of 1 done", (await browser.Open(at)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_that_resolves_says_what_comes_first()
    {
        var (browser, api) = (await server.Browser(Role.Agent), await server.Program(Role.Agent));
        var id = await api.Opens("Labels print blank");
        await api.Does(id, "tasks", new { text = "Order a ribbon", gates = true });
        await api.TakesUpTo(id, CareStep.CraftVerification);
        var action = $"/t/INC-{id:D6}/resolution";
        var refused = await browser.Send(await browser.Open($"/t/{id}"), action, ("solution", "Ribbon"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, TaskErrors.StillOpen.Message), (refused.Status, refused.Wrong("withoutTasks")));
        Assert.Contains("A task that comes first is not done.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Send(refused, action, ("withoutTasks", "There was one"))).Status);
    }
}
