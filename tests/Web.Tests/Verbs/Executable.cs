using System.Diagnostics;

namespace FirstContact.Verbs;

/// <summary>The real program, as somebody at a terminal runs it, on a database of its own.</summary>
public sealed class Executable : IAsyncDisposable
{
    private readonly List<Process> _serving = [];
    public string Database { get; private set; } = "";

    private Executable() { }

    public string Folder { get; } = Directory.CreateTempSubdirectory("firstcontact-verbs-").FullName;

    public static async Task<Executable> On(string engine)
    {
        var executable = new Executable();
        await executable.NewDatabase(engine);
        return executable;
    }

    /// <summary>One more process on a desk that is there already.</summary>
    public static Executable Of(string database) => new() { Database = database };

    /// <summary>As a mail server runs it that hands nothing of its environment on.</summary>
    public static Executable WithoutSettings() => Of("");

    /// <summary>As a power cut does it.</summary>
    public async Task Kill()
    {
        foreach (var process in _serving)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    /// <summary>From now on it works on another database, in which nothing is.</summary>
    public async Task NewDatabase(string engine) =>
        Database = engine == "postgres" ? await TestPostgres.EmptyDatabase() : $"Data Source={File($"{Guid.NewGuid():N}.db")}";

    public string File(string name) => Path.Combine(Folder, name);

    public async Task<Said> Run(params string[] arguments) => await Run(new Dictionary<string, string>(), arguments);

    public async Task<Said> Run(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        using var process = Start(settings, arguments);
        process.StandardInput.Close();
        var (told, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try { await process.WaitForExitAsync(patience.Token); }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        var said = new Said(process.ExitCode, await told, await complained);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal); // no stack traces
        return said;
    }

    /// <summary>Serves until the test ends; answers where.</summary>
    public async Task<(Uri Address, string Greeting)> Serve()
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        var process = Start(new Dictionary<string, string> { ["FIRSTCONTACT_URLS"] = address.ToString().TrimEnd('/') }, "serve");
        _serving.Add(process);
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => { lock (said) said.Add(line.Data ?? ""); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await IsReady(http)) await Task.Delay(50, patience.Token);
        await Task.Delay(200, patience.Token);
        lock (said) return (address, string.Join('\n', said));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _serving)
        {
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(Folder, recursive: true);
    }

    private Process Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "firstcontact.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Folder,
        };
        foreach (var name in Settings.Names) start.Environment.Remove(name);
        if (Database.Length > 0) start.Environment["FIRSTCONTACT_DATABASE"] = Database;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try { return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode; }
        catch (HttpRequestException) { return false; }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed record Said(int Code, string Out, string Error);
