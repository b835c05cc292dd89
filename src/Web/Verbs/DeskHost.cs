namespace FirstContact.Verbs;

/// <summary>A desk without the web, for a verb: the database of the settings, and commands done as the desk itself.</summary>
public sealed class DeskHost : IAsyncDisposable
{
    private static readonly Call Terminal = new(Caller.Desk, "terminal");
    private readonly ServiceProvider _services;

    private DeskHost(ServiceProvider services) => _services = services;

    public Database Database => Get<Database>();

    /// <summary>The database as it is: for verbs that look at it, or copy it.</summary>
    /// <exception cref="SettingsException">The setting names no database.</exception>
    public static DeskHost Of(Settings settings)
    {
        try
        {
            return new(new ServiceCollection().AddLogging().AddDesk(Database.From(settings.Database)).AddSubscribers().BuildServiceProvider());
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new SettingsException($"FIRSTCONTACT_DATABASE cannot be read: {e.Message}");
        }
    }

    /// <summary>Brings the schema up to date first.</summary>
    public static async Task<DeskHost> Open()
    {
        var host = Of(Settings.Read());
        await host.Database.Migrate();
        return host;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <exception cref="RefusedException">The command says no.</exception>
    public async Task<T> Done<T>(ICommand<T> command, CancellationToken stop) => Done(await Get<Desk>().Do(command, Terminal, stop));

    public async Task<T> Asked<T>(IQuery<T> query, CancellationToken stop) => Done(await Get<Desk>().Ask(query, Caller.Desk, stop));

    public static T Done<T>(Result<T> result) => result.Is(out var done, out var no) ? done : throw new RefusedException(no);

    public async ValueTask DisposeAsync()
    {
        var database = Database;
        await _services.DisposeAsync();
        await database.DisposeAsync();
    }
}

/// <summary>An expected no, on its way to the terminal.</summary>
public sealed class RefusedException(Error error) : Exception(string.Join(Environment.NewLine, error.All.Select(e => e.Message)));
