using FirstContact.People;

namespace FirstContact;

/// <summary>One desk for all tests of a class, and somebody new in each role that a test asks for.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private WebDesk _desk = null!;
    private int _people;

    public Journal.Desk Desk => _desk.Desk;

    public T Get<T>() where T : notnull => _desk.Get<T>();

    /// <summary>Somebody is there already: signing in at a desk without an administrator leads to its set-up.</summary>
    public async Task InitializeAsync()
    {
        _desk = await WebDesk.Start();
        await _desk.Register("Somebody", Role.Administrator);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    /// <summary>A program without a token.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = _desk.Address };

    /// <summary>A program with the token of somebody new in these roles.</summary>
    public async Task<HttpClient> Program(params Role[] roles) => await _desk.Program(await _desk.Register(NewName(), roles));

    /// <summary>A browser where somebody new in these roles is signed in.</summary>
    public async Task<Browser> Browser(params Role[] roles) => await _desk.SignedIn((await _desk.Register(NewName(), roles)).Name);

    public async Task<T> Done<T>(ICommand<T> command)
    {
        var result = await Desk.Do(command, WebDesk.Itself);
        Assert.Null(result.Error);
        return result.Value!;
    }

    private string NewName() => $"Person{Interlocked.Increment(ref _people)}";
}
