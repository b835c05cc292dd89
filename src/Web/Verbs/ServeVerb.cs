using System.CommandLine;

namespace FirstContact.Verbs;

/// <summary><c>firstcontact serve</c>: the desk on the web, until it is stopped.</summary>
public static class ServeVerb
{
    public static Command Command
    {
        get
        {
            var serve = new Command("serve", "Serves the desk on the web (the default).");
            serve.SetAction((_, stop) => Serve(stop));
            return serve;
        }
    }

    public static async Task<int> Serve(CancellationToken stop)
    {
        var settings = Settings.Read();
        await using var app = await Server.Build(settings);
        await app.StartAsync(stop);
        Console.WriteLine($"FirstContact {Server.Version} serves at {settings.PublicUrl ?? settings.Urls}");
        if (await DemoVerb.SignInHint(app.Services.GetRequiredService<Database>()) is { } hint) Console.WriteLine(hint);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
