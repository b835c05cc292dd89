using System.Globalization;
using FirstContact.People;

namespace FirstContact;

/// <summary>An administrator adds a mailbox, mends what is wrong, tries it, switches it on, and sees mail come in without loading the page again.</summary>
[Collection(Chromium.Name)]
public sealed class MailboxPathTests(Chromium chromium)
{
    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task A_mailbox_is_added_tried_and_read(string engine)
    {
        var desk = await chromium.Desk(engine);
        using var there = new TestMailbox();
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        await administrator.Open("/settings");
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Mailboxes" }).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Add a mailbox" }).ClickAsync();
        await administrator.Field("name").FillAsync($"Help of {administrator.First}");
        await administrator.Field("address").FillAsync($"{there.Name}@harrow.example");
        await administrator.Field("host").FillAsync("no host");
        await administrator.Field("safety").SelectOptionAsync("none");
        await administrator.Field("port").FillAsync(TestImap.Port.ToString(CultureInfo.InvariantCulture));
        await administrator.Field("login").FillAsync(there.Name);
        await administrator.Field("password").FillAsync(TestImap.Password);
        await administrator.Press("Add the mailbox");
        await administrator.Sees("Give the name of the server");
        await administrator.Field("host").FillAsync(TestImap.Host);
        await administrator.Field("password").FillAsync(TestImap.Password);
        await administrator.Press("Add the mailbox");
        await administrator.Press("Try the connection");
        await administrator.Sees("The connection works. The folder holds 0 messages.");
        await administrator.Press("Switch it on");
        await administrator.Sees("Switched off, its mail stays on the server");

        await administrator.Open("/settings/mailboxes");
        await administrator.Mark();
        var row = administrator.Page.Locator("main tbody tr", new() { HasText = there.Name });
        await Assertions.Expect(row.Locator("td[data-l='Last contact']")).Not.ToHaveTextAsync("never");
        there.Put(TestMailbox.Letter("Labels come out blank"));
        await Assertions.Expect(row.Locator("td[data-l='Taken']")).ToHaveTextAsync("1");
        await administrator.AssertStayed();
        Assert.DoesNotContain(administrator.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }
}
