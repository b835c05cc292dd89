using System.Globalization;
using System.Net.Http.Headers;
using FirstContact.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FirstContact;

/// <summary>The whole server on a port of its own, over a fresh SQLite file; one for all tests of a class.</summary>
public sealed class TestServer : IAsyncLifetime
{
    private const string SessionCookie = "fc_session";
    private readonly string _folder = Directory.CreateTempSubdirectory("firstcontact-").FullName;
    private WebApplication _app = null!;
    private int _people;

    public Journal.Desk Desk => _app.Services.GetRequiredService<Journal.Desk>();

    private Uri Address => new(_app.Urls.First());

    public async Task InitializeAsync()
    {
        _app = await Server.Build(new Settings { Database = $"Data Source={Path.Combine(_folder, "desk.db")}", Urls = "http://127.0.0.1:0", TimeZone = DateTimeZone.Utc });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        var database = _app.Services.GetRequiredService<Database>();
        await _app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Nobody in particular.</summary>
    public HttpClient Anonymous() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>A program with the token of a new person in these roles.</summary>
    public async Task<HttpClient> Program(params Role[] roles)
    {
        var id = (await Register(roles)).ToString(CultureInfo.InvariantCulture);
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await Done(new CreateToken(id, "test"))).Secret.Value);
        return client;
    }

    /// <summary>A browser where a new person in these roles is signed in.</summary>
    public async Task<Browser> Browser(params Role[] roles)
    {
        var person = new Caller(new(await Register(roles)), "Somebody", new HashSet<string>(), new HashSet<long>());
        var session = await Desk.Do(new StartSession("test"), new Call(person, "test"));
        return new(Address, SessionCookie, session.Value!.Secret.Value);
    }

    public async Task<T> Done<T>(ICommand<T> command)
    {
        var result = await Desk.Do(command, new Call(Caller.Desk, "test"));
        Assert.Null(result.Error);
        return result.Value!;
    }

    private async Task<long> Register(Role[] roles)
    {
        var number = Interlocked.Increment(ref _people);
        return (await Done(new RegisterPerson($"Person {number}", $"person{number}@harrow.example", Roles: [.. roles]))).Key;
    }
}
