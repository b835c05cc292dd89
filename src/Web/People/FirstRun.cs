namespace FirstContact.People;

/// <summary>An empty desk gets its first administrator: from the settings when they name one, or by a page and the code printed here.</summary>
public sealed class FirstRun(Settings settings, Database database, Desk desk, SetupCode code, IServiceScopeFactory scopes, ILogger<FirstRun> log) : IHostedService
{
    public async Task StartAsync(CancellationToken stop)
    {
        await using (var read = await database.Read(stop))
            if (await SetUp.IsDone(read)) return;
        if (settings.AdminEmail is { } email && settings.AdminPassword is { } password)
        {
            if (await Unattended(email, password, stop) is not { } no) return;
            log.LogError("The administrator named in the settings cannot be made: {Why}", string.Join(" ", no.All.Select(e => e.Message)));
        }
        Console.WriteLine($"Nobody has set up this desk yet. Open {(settings.PublicUrl ?? settings.Urls.Split(';')[0]).TrimEnd('/')}/setup and enter the code {code.Text}");
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

    private async Task<Error?> Unattended(string email, string password, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var name = email.Split('@')[0];
        return scope.ServiceProvider.GetRequiredService<Passwords>().Hash(password, name, email).Is(out var hash, out var no)
            ? (await desk.Do(new SetUp(name, email, hash), new(Caller.Desk, "settings"), stop)).Error
            : no;
    }
}
