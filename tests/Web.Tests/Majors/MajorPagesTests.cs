using System.Net;
using FirstContact.Services;

namespace FirstContact.Majors;

/// <summary>A major incident by pages without scripts, from its ticket to the look back.</summary>
public sealed class MajorPagesTests(PromisingDesk promising) : IClassFixture<PromisingDesk>
{
    private readonly WebDesk _desk = promising.Desk;

    [Fact]
    public async Task Declared_told_ended_and_looked_back_at()
    {
        var ticket = await promising.Opens("Nobody can sign in");
        var (maya, helen) = (await _desk.SignedIn("Maya Lindqvist"), await _desk.SignedIn("Helen Marsh"));
        Assert.Contains("Nothing was down for many yet", (await maya.Open("/majors")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open("/majors")).Status);

        var service = (await _desk.Done(new AddService("Sign-in", "Who you are", "First Contact", null))).Id;
        var declaring = $"/t/{ticket.Number}/major";
        var refused = await maya.Send(await maya.Open(declaring), declaring, ("title", ""), ("lead", "nobody@harrow.example"), ("rhythm", "20"), ("words", "Please stay signed in."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Wrong("title"));
        Assert.NotNull(refused.Wrong("lead"));
        Assert.Contains(("words", "Please stay signed in."), refused.Form(declaring));
        var declared = await maya.Send(await maya.Open(declaring), declaring, ("title", "Sign-in is down"), ("lead", ""), ("bridge", "Room Harbour 2"), ("services", $"{service.Value}"), ("rhythm", "20"), ("words", "Please stay signed in."));
        Assert.Equal(HttpStatusCode.SeeOther, declared.Status);
        var at = declared.Location!;

        Assert.Contains("Sign-in is down", (await maya.Open("/majors")).Text, StringComparison.Ordinal);
        var page = await maya.Open(at);
        Assert.Contains("Please stay signed in.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Maya Lindqvist", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open(at)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await maya.Open("/majors/999")).Status);
        var cursor = await maya.Open("/majors?after=x");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cursor.Status);

        var silent = await maya.Send(page, $"{at}/news", ("words", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.NotNull(silent.Wrong("words"));
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(page, $"{at}/news", ("words", "It is the clock of a server."))).Status);
        Assert.Contains("It is the clock of a server.", (await maya.Open(at)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send($"{at}/over", (await maya.Open(at)).Form($"{at}/news").Where(f => f.Name != "words").Append(("words", "All can sign in again.")))).Status);

        var review = $"{at}/review";
        var blank = await maya.Send(await maya.Open(at), review, ("happened", ""), ("causes", "A clock was wrong."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.Status);
        Assert.NotNull(blank.Wrong("happened"));
        Assert.Contains(("causes", "A clock was wrong."), blank.Form(review));
        Assert.Equal(HttpStatusCode.SeeOther, (await maya.Send(await maya.Open(at), review, ("happened", "Every second sign-in failed."), ("causes", "A clock was wrong."), ("what-1", "Ask two clocks"), ("owner-1", promising.Ruth.Email))).Status);
        Assert.Contains("Ask two clocks", (await maya.Open(at)).Text, StringComparison.Ordinal);
        var table = (await maya.Open("/majors.csv")).Html;
        Assert.StartsWith("title,ticket,lead,services", table.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($"Sign-in is down,{ticket.Number},Maya Lindqvist", table, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await helen.Open("/majors.csv")).Status);
    }
}
