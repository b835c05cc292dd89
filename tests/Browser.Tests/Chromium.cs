using FirstContact.People;

namespace FirstContact;

/// <summary>One browser for all tests of a collection, and one desk on each engine: starting them costs more than using them.</summary>
[CollectionDefinition(Name)]
public sealed class Chromium : ICollectionFixture<Chromium>, IAsyncLifetime
{
    public const string Name = "chromium";
    private readonly Dictionary<string, WebDesk> _desks = [];
    private IPlaywright _playwright = null!;
    private Task<Scene>? _scene;
    private int _people;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // A busy machine is slower than people are.
        Assertions.SetDefaultExpectTimeout(10_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("FIRSTCONTACT_TEST_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        foreach (var desk in _desks.Values) await desk.DisposeAsync();
    }

    public async Task<WebDesk> Desk(string engine = "sqlite")
    {
        if (_desks.TryGetValue(engine, out var known)) return known;
        var desk = _desks[engine] = await WebDesk.Start(engine);
        // Without an administrator every way in leads to the set-up.
        await desk.Register("Ada Byron", Role.Administrator);
        return desk;
    }

    /// <summary>A desk of its own with something in every state; tests look at it and change nothing.</summary>
    public Task<Scene> Scene()
    {
        return _scene ??= Make();

        async Task<Scene> Make() => await FirstContact.Scene.Make(_desks["scene"] = await WebDesk.Start());
    }

    /// <summary>A first name that nobody else in these tests has.</summary>
    public string Unique(string name) => $"{name}{Interlocked.Increment(ref _people)}";
}

/// <summary>Those who only look, and some who take long, have a browser and a desk of their own, beside the others: so both processors of a small machine are used to the end.</summary>
[CollectionDefinition(Name)]
public sealed class Lookers : ICollectionFixture<Chromium>
{
    public const string Name = "lookers";
}
