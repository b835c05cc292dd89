using FirstContact.People;

namespace FirstContact;

/// <summary>Somebody at a browser of his own. Whatever the console complains about, a blocked script or style above all, is remembered.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const float Patience = 10_000;
    private readonly IBrowserContext _context;
    private readonly Uri _address;

    private Visitor(IBrowserContext context, IPage page, Uri address, Person? who) => (_context, Page, _address, Who) = (context, page, address, who);

    public IPage Page { get; }

    /// <summary>The desk is on a server: its pages are those that it has on a file.</summary>
    public bool IsOnServer { get; private init; }

    /// <summary>Null while nobody is signed in.</summary>
    public Person? Who { get; }

    public List<string> Complaints { get; } = [];

    public string First => Who!.Name.Split(' ')[0];

    /// <summary>Somebody new, signed in.</summary>
    public static async Task<Visitor> Of(Chromium chromium, WebDesk desk, string name, Role role, BrowserNewContextOptions? how = null)
    {
        var first = chromium.Unique(name);
        return await Of(chromium, desk, await desk.Register($"{first} Marsh", role), how);
    }

    /// <param name="at">Where the desk is reached, when it is not at the node itself.</param>
    public static async Task<Visitor> Of(Chromium chromium, WebDesk desk, Person? person, BrowserNewContextOptions? how = null, Uri? at = null)
    {
        var context = await chromium.Browser.NewContextAsync(how ?? new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        if (person is not null)
            await context.AddCookiesAsync([new() { Name = "fc_session", Value = await desk.Session(person), Url = desk.Address.ToString() }]);
        var visitor = new Visitor(context, await context.NewPageAsync(), at ?? desk.Address, person) { IsOnServer = desk.Database.StartsWith("Host=", StringComparison.Ordinal) };
        visitor.Page.SetDefaultTimeout(Patience);
        visitor.Page.Console += (_, message) => { if (message.Type is "error" or "warning") visitor.Complaints.Add($"{message.Type}: {message.Text} ({message.Location}) at {visitor.Page.Url}"); };
        // A page that may be seen may be watched: else it stands still, and nobody notices.
        visitor.Page.Response += (_, answer) => { if (answer.Status >= 400 && answer.Url.Contains("/live?", StringComparison.Ordinal)) visitor.Complaints.Add($"error: {answer.Status} for {answer.Url} at {visitor.Page.Url}"); };
        visitor.Page.PageError += (_, error) => visitor.Complaints.Add($"error: {error} at {visitor.Page.Url}");
        return visitor;
    }

    public async Task<IResponse> Open(string path) => (await Page.GotoAsync(new Uri(_address, path).ToString()))!;

    /// <summary>The number of the ticket whose page this is.</summary>
    public string Number => Page.Url.Split("/t/")[1].Split('?', '#')[0];

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words }).First;

    public Task Press(string words) => Button(words).ClickAsync();

    public ILocator Field(string name) => Page.Locator($"#step [name={name}], main form:not(.fc-compose) [name={name}]").First;

    /// <summary>Waits until the page says so, however it comes to say it.</summary>
    public Task Sees(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = Patience });

    public Task SeesNot(string words) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(words, new() { Timeout = Patience });

    /// <summary>Whether the page has stayed the same one: a mark that a reload would lose.</summary>
    public Task Mark() => Page.EvaluateAsync("window.marked = true");

    public async Task AssertStayed() => Assert.True(await Page.EvaluateAsync<bool>("window.marked === true"), $"The page at {Page.Url} was loaded anew.");

    /// <summary>With FIRSTCONTACT_PICTURES set to a folder, the last thing each visitor saw lies there.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("FIRSTCONTACT_PICTURES") is { Length: > 0 } folder && !Page.IsClosed)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{Who?.Name ?? "somebody"}.png"), FullPage = true });
        await _context.DisposeAsync();
    }
}
