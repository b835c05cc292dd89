using System.Net;

namespace FirstContact.Standards;

/// <summary>What the desk publishes about itself, read by everybody who may and by nobody else.</summary>
public sealed class StandardsPagesTests(PromisingDesk promising) : IClassFixture<PromisingDesk>
{
    private readonly WebDesk _desk = promising.Desk;

    [Fact]
    public async Task Who_may_read_it_reads_it()
    {
        var (ruth, helen, nobody) = (await _desk.SignedIn("Ruth Adeyemi"), await _desk.SignedIn("Helen Marsh"), _desk.Browser());
        Assert.Contains("Nobody reads this yet", (await ruth.Open("/standards")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await helen.Open("/standards")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.Open("/standards")).Status);

        var settings = await ruth.Open("/settings/standards");
        var refused = await ruth.Send(settings, "/settings/standards", ("open", "everybody"), ("shown", $"{promising.Agreement.Value}"), ("exclusions", "Not the coffee machine."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("philosophy"));
        Assert.Contains(("exclusions", "Not the coffee machine."), refused.Form("/settings/standards"));

        await Publish(Openness.SignedIn);
        Assert.Contains("We stay until it <strong>works</strong>.", (await helen.Open("/standards")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.Open("/standards")).Status);
        await Publish(Openness.Everybody);
        var open = await nobody.Open("/standards");
        Assert.Equal(HttpStatusCode.OK, open.Status);
        Assert.Contains("Service for everyone", open.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody answers you within 1 h", open.Text, StringComparison.Ordinal);
        Assert.False(open.HasForm("/standards/comments"));

        var page = await helen.Open("/standards");
        var silent = await helen.Send(page, "/standards/comments", ("kept", ""), ("words", "Nobody called back."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.NotNull(silent.Wrong("kept"));
        Assert.Contains(("words", "Nobody called back."), silent.Form("/standards/comments"));
        Assert.Equal((HttpStatusCode.SeeOther, "/standards#said"), (await helen.Send(page, "/standards/comments", ("kept", "no"), ("words", "Nobody called back."))) is var said ? (said.Status, said.Location) : default);
        Assert.Contains("Said by Helen Marsh", (await ruth.Open("/standards")).Html, StringComparison.Ordinal);
        // Whoever has not signed in reads what was said, and not by whom.
        var unnamed = await nobody.Open("/standards");
        Assert.Contains("Nobody called back.", unnamed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Helen Marsh", unnamed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open("/settings/standards")).Status);

        async Task Publish(Openness to)
        {
            var form = await ruth.Open("/settings/standards");
            Assert.Equal(HttpStatusCode.SeeOther, (await ruth.Send(form, "/settings/standards", ("open", $"{to}"), ("philosophy", "We stay until it **works**."), ("shown", $"{promising.Agreement.Value}"))).Status);
        }
    }
}
