using NodaTime.TimeZones;

namespace FirstContact;

/// <summary>All that is set from outside, by appsettings.json beside the program or by the environment. See docs/guide/settings.md.</summary>
public sealed record Settings
{
    /// <summary>Where the desk is kept: <c>Data Source=…</c> is an SQLite file, anything else a PostgreSQL connection string.</summary>
    public string Database { get; init; } = "Data Source=data/firstcontact.db";

    /// <summary>Where it listens; several with semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>How people reach it from outside, when that differs.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Whose word is taken for who asks and by which scheme, beside a proxy on this machine.</summary>
    public IReadOnlyList<System.Net.IPNetwork> Proxies { get; init; } = [];

    /// <summary>Where webhooks may go: inner networks that are opened to them, and whether plain http will do.</summary>
    public Webhooks.WebhookReach Webhooks { get; init; } = FirstContact.Webhooks.WebhookReach.Usual;

    /// <summary>By which server mail leaves, and from whom it comes.</summary>
    public Sending.SendingSettings Mail { get; init; } = Sending.SendingSettings.None;

    /// <summary>An unattended first run makes this person the administrator.</summary>
    public string? AdminEmail { get; init; }

    public string? AdminPassword { get; init; }

    /// <summary>The zone in which people read times; the machine's own when nothing is said.</summary>
    public DateTimeZone TimeZone { get; init; } = MachineZone();

    /// <summary>Each as the environment names it; what begins so and is none of them is misspelt.</summary>
    public static readonly IReadOnlyList<string> Names = [.. new[] { "DATABASE", "URLS", "PUBLIC_URL", "PROXIES", "ADMIN_EMAIL", "ADMIN_PASSWORD", "TIME_ZONE", "WEBHOOK_NETWORKS", "WEBHOOK_HTTP" }.Concat(Sending.MailSettings.Names).Select(n => Prefix + n)];

    public const string Prefix = "FIRSTCONTACT_";

    /// <exception cref="SettingsException">A setting cannot be what it says.</exception>
    public static Settings Read()
    {
        var from = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables(Prefix).Build();
        var usual = new Settings();
        return new()
        {
            Database = from["DATABASE"] ?? usual.Database, Urls = from["URLS"] ?? usual.Urls, PublicUrl = from["PUBLIC_URL"], Proxies = Kit.Networks.Read("PROXIES", from["PROXIES"]),
            AdminEmail = from["ADMIN_EMAIL"], AdminPassword = from["ADMIN_PASSWORD"],
            Webhooks = FirstContact.Webhooks.WebhookReach.Of(YesOrNo("WEBHOOK_HTTP", from["WEBHOOK_HTTP"]), Kit.Networks.Read("WEBHOOK_NETWORKS", from["WEBHOOK_NETWORKS"])),
            Mail = Sending.MailSettings.Read(from.GetSection("MAIL"), from["PUBLIC_URL"] ?? (from["URLS"] ?? usual.Urls).Split(';')[0]),
            TimeZone = from["TIME_ZONE"] is { } id
                ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw new SettingsException($"FIRSTCONTACT_TIME_ZONE is '{id}', which is no zone. Name one like Europe/London.")
                : usual.TimeZone,
        };
    }

    private static bool YesOrNo(string name, string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "no" or "false" or "0" => false,
        "yes" or "true" or "1" => true,
        _ => throw new SettingsException($"{Prefix}{name} is '{text}'. Say yes or no."),
    };

    private static DateTimeZone MachineZone()
    {
        try { return DateTimeZoneProviders.Tzdb.GetSystemDefault(); }
        catch (DateTimeZoneNotFoundException) { return DateTimeZone.Utc; }
    }
}

public sealed class SettingsException(string message) : Exception(message);
