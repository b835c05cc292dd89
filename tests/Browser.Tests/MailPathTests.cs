using System.Text;
using FirstContact.Mail;
using FirstContact.People;

namespace FirstContact;

/// <summary>Mail comes in: an agent reads it with its picture and its history folded, and an administrator lets in what was held.</summary>
[Collection(Chromium.Name)]
public sealed class MailPathTests(Chromium chromium)
{
    // One pixel.
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory, MemberData(nameof(WebDesk.Engines), MemberType = typeof(WebDesk))]
    public async Task Mail_is_read_on_its_ticket_and_what_was_held_is_let_in(string engine)
    {
        var desk = await chromium.Desk(engine);
        await using var administrator = await Visitor.Of(chromium, desk, "Ruth", Role.Administrator);
        var sender = $"{administrator.First}-kim@shop.example".ToLowerInvariant();
        var kept = await Hand(desk, $"""
            From: Kim Doe <{sender}>
            To: help@desk.example
            Subject: Till of {administrator.First} is dark
            Message-ID: <{administrator.First}@shop.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            It went dark again.

            On Monday, 16 November 2026, the desk wrote:
            > Is it the same till as last week?
            --b
            Content-Type: image/png; name=till.png
            Content-Transfer-Encoding: base64

            {Picture}
            --b--

            """);
        await administrator.Open($"/settings/mail/{kept.Id.Value}");
        await administrator.Sees("taken in");
        await administrator.Page.Locator("main dl a").First.ClickAsync();
        await administrator.Sees("It went dark again.");
        var history = administrator.Page.GetByText("Is it the same till as last week?");
        await Assertions.Expect(history).ToBeHiddenAsync();
        await administrator.Page.Locator("details.mail-fold > summary").ClickAsync();
        await Assertions.Expect(history).ToBeVisibleAsync();
        Assert.Equal(1, await administrator.Page.Locator("img.mail-picture").EvaluateAsync<int>("p => p.decode().then(() => p.naturalWidth)"));

        await LooksTests.AssertLooksWell(administrator, "a ticket by mail");

        var held = await Hand(desk, "Subject: nobody\n\nWho wrote this?\n");
        await administrator.Open($"/settings/mail/{held.Id.Value}");
        await administrator.Sees("Nobody can be told by its sender");
        await LooksTests.AssertLooksWell(administrator, "mail held");
        await administrator.Open("/settings/mail");
        await LooksTests.AssertLooksWell(administrator, "mail");
        await administrator.Page.SetViewportSizeAsync(1440, 900);
        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Rules" }).ClickAsync();
        await administrator.Field("domains").FillAsync("shop.example perhaps");
        await administrator.Press("Save");
        await administrator.Sees("Name each domain as it stands behind the @");
        Assert.Equal("shop.example perhaps", await administrator.Field("domains").InputValueAsync());
        await LooksTests.AssertLooksWell(administrator, "rules of mail refused");
        Assert.DoesNotContain(administrator.Complaints, c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
    }

    private static async Task<KeptMail> Hand(WebDesk desk, string raw)
    {
        var kept = await desk.Desk.Do(new KeepMail(Encoding.UTF8.GetBytes(raw), MailVia.Pipe), WebDesk.Itself);
        Assert.Null(kept.Error);
        return kept.Value!;
    }
}
