using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FirstContact.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FirstContact;

/// <summary>A whole desk on a port of its own, and browsers and programs that use it.</summary>
public sealed partial class WebDesk : IAsyncDisposable
{
    public const string Password = "soap lamp river";
    public static readonly Call Itself = new(Caller.Desk, "test");
    // Receivers of the tests stand on this machine.
    private static readonly Webhooks.WebhookReach Here = FirstContact.Webhooks.WebhookReach.Of(plainHttp: true, [System.Net.IPNetwork.Parse("127.0.0.0/8")]);

    // One for all: it is slow by intent, and people by the hundred are registered here.
    private static PasswordHash? hash;

    private readonly Dictionary<string, Person> _people = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("firstcontact-").FullName;
    private WebApplication _app = null!;

    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    public string Database { get; private set; } = "";
    public Uri Address => new(_app.Urls.First());
    public Journal.Desk Desk => Get<Journal.Desk>();

    /// <param name="engine">sqlite or postgres, each on a fresh database of its own.</param>
    /// <param name="undo">So many seconds a reply can be taken back; most tests would only wait for it.</param>
    /// <param name="mail">The server that takes what is sent; none by itself.</param>
    public static async Task<WebDesk> Start(string engine = "sqlite", int undo = 0, Sending.SendingSettings? mail = null)
    {
        var desk = await StartOn(engine == "postgres" ? await TestPostgres.FreshDatabase() : null, mail);
        await desk.Done(new Policies.ChangeDeskRules(Policies.DeskRules.Usual.Values with { UndoSeconds = undo }));
        return desk;
    }

    /// <summary>Another node on a database that is there already; null for a fresh file.</summary>
    public static async Task<WebDesk> StartOn(string? database, Sending.SendingSettings? mail = null)
    {
        var desk = new WebDesk();
        desk.Database = database ?? $"Data Source={Path.Combine(desk._folder, "desk.db")}";
        desk._app = await Server.Build(new Settings { Database = desk.Database, Urls = "http://127.0.0.1:0", TimeZone = DateTimeZone.Utc, Webhooks = Here, Mail = mail ?? Sending.SendingSettings.None });
        await desk._app.StartAsync();
        return desk;
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Does what must succeed, by default as the desk itself.</summary>
    public async Task<T> Done<T>(ICommand<T> command, Call? call = null)
    {
        var answer = await Desk.Do(command, call ?? Itself);
        Assert.Null(answer.Error);
        return answer.Value!;
    }

    public async Task<Person> Register(string name, params Role[] roles)
    {
        var person = await Done(new RegisterPerson(name, Mail(name), Roles: [.. roles]));
        using var scope = _app.Services.CreateScope();
        await Done(new SetPassword(person.Id, hash ??= scope.ServiceProvider.GetRequiredService<Passwords>().Hash(Password, name, person.Email).Value));
        return _people[name] = person;
    }

    public static string Mail(string name) => $"{name.Replace(' ', '.')}@harrow.example".ToLowerInvariant();

    /// <summary>A browser that follows no redirect, so that a test can see them.</summary>
    public Browser Browser(string? session = null)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false };
        if (session is not null) handler.CookieContainer.Add(Address, new System.Net.Cookie("fc_session", session));
        return new(new HttpClient(handler) { BaseAddress = Address, DefaultRequestHeaders = { { "Accept", "text/html" } } });
    }

    /// <summary>A browser of somebody who was registered here.</summary>
    public async Task<Browser> SignedIn(string name) => Browser(await Session(_people[name]));

    /// <summary>The cookie of a browser where this person is signed in: what signing in gives, without the slow password.</summary>
    public async Task<string> Session(Person person) =>
        (await Done(new StartSession("test"), new(new(person.Id, person.Name, new HashSet<string>(), new HashSet<long>()), "test"))).Secret.Value;

    public async Task<HttpClient> Program(Person person, params string[] scopes)
    {
        var token = await Done(new CreateToken(person.Email, "test", scopes.Length == 0 ? null : [.. scopes]));
        return new HttpClient { BaseAddress = Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {token.Secret.Value}" } } };
    }

    public async ValueTask DisposeAsync()
    {
        var database = Get<Database>();
        await _app.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed partial class Browser(HttpClient http)
{
    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> Delete(string path) => http.DeleteAsync(new Uri(path, UriKind.Relative));

    public async Task<string> Page(string path)
    {
        var answer = await Get(path);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Loads the page with the form, as a person does, then sends it with its proof.</summary>
    public async Task<HttpResponseMessage> Post(string page, string to, params (string Name, string Value)[] fields)
    {
        var proof = FormToken().Match(await (await Get(page)).Content.ReadAsStringAsync()).Groups[1].Value;
        return await http.PostAsync(new Uri(to, UriKind.Relative), new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("_form", proof)]));
    }

    /// <summary>Sends a file with a form, and answers where that leads to.</summary>
    public async Task<string> Upload(string page, string name, string text, params (string Name, string Value)[] fields)
    {
        var proof = FormToken().Match(await (await Get(page)).Content.ReadAsStringAsync()).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(proof), "_form" }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "file", name } };
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        var answer = await http.PostAsync(new Uri(page, UriKind.Relative), form);
        Assert.Equal(303, answer.Status());
        return answer.Headers.Location!.ToString();
    }

    [GeneratedRegex("name=\"_form\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}

public static class Answering
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string> Text(this HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();

    public static int Status(this HttpResponseMessage answer) => (int)answer.StatusCode;
}
