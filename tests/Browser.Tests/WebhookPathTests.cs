using FirstContact.People;

namespace FirstContact;

/// <summary>An administrator connects a program, sees that it is told, mends what failed, and never reloads the log.</summary>
[Collection(Chromium.Name)]
public sealed class WebhookPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_program_is_connected_told_and_told_again(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var receiver = await Receiver.Start();
        using var mended = new SemaphoreSlim(0);
        receiver.Answer = async (http, n) =>
        {
            if (n == 1) http.Response.StatusCode = 500;
            else await mended.WaitAsync(http.RequestAborted);
        };
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await administrator.Open("/settings");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Add a webhook" }).ClickAsync();
        await administrator.Field("name").FillAsync($"Board of {administrator.First}");
        await administrator.Field("url").FillAsync("http://10.1.2.3/hook");
        await administrator.Press("Add the webhook");
        await administrator.Sees("This address lies in an inner network.");
        Assert.Equal($"Board of {administrator.First}", await administrator.Field("name").InputValueAsync());
        await administrator.Field("url").FillAsync(receiver.Url);
        await administrator.Press("Add the webhook");
        await administrator.Sees("The secret, told this once:");
        await administrator.Sees("whsec_");

        await administrator.Press("Send a test");
        await administrator.Sees("Log of Board");
        await administrator.Mark();
        mended.Release(2);
        // The second try comes by itself after some seconds, and the log shows it.
        await administrator.Sees("delivered");
        await administrator.AssertStayed();
        Assert.Equal(receiver.Got[0].Body, receiver.Got[1].Body);
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "webhook.tested" }).First.ClickAsync();
        await administrator.Sees("It answered 500 Internal Server Error.");
        await administrator.Press("Send it again");
        await Assertions.Expect(administrator.Page.Locator("main tbody tr")).ToHaveCountAsync(3);
        Assert.Single(receiver.Got.Select(g => g.Id).Distinct());
        Assert.DoesNotContain(administrator.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
