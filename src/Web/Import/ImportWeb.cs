namespace FirstContact.Import;

/// <summary>What the slice hangs into the web.</summary>
public static class ImportWeb
{
    public static IServiceCollection AddImport(this IServiceCollection services) => services
        .AddSingleton(new SettingsTile(120, "/settings/import", "upload", "Import", "People and tickets from another desk or a list, by CSV."))
        .AddSingleton(new LiveTopic(ImportRun.Subject, (_, caller, _) => Task.FromResult(ImportRun.May(caller))));

    /// <summary>The field that a column is taken for, as a form names it.</summary>
    internal static string Column(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"column{at}");
}
