using FirstContact.People;

namespace FirstContact.Kit;

public sealed class FormProofTests
{
    [Fact]
    public async Task The_first_page_brings_the_proof_of_forms_and_only_once()
    {
        await using var desk = await WebDesk.Start();
        var maya = await desk.Register("Maya Lindqvist", Role.Agent);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = desk.Address, DefaultRequestHeaders = { { "Accept", "text/html" } } };
        var session = $"fc_session={await desk.Session(maya)}";

        // A home with nothing to do on it holds no form, and its visitor comes back with a session from before.
        var brought = (await Home(session)).Single(c => c.StartsWith("fc_form=", StringComparison.Ordinal));

        Assert.DoesNotContain(await Home($"{session}; {brought.Split(';')[0]}"), c => c.StartsWith("fc_form=", StringComparison.Ordinal));

        async Task<List<string>> Home(string cookies)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", cookies } } };
            var answer = await http.SendAsync(ask);
            Assert.Equal(200, answer.Status());
            return answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        }
    }
}
