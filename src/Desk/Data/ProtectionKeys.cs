using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FirstContact.Data;

/// <summary>
/// The keys that seal what only the desk itself may read: forms, cookies, secrets of webhooks. They lie in the database, so that every
/// node has the same ones and a copy of the desk can be read where it is restored.
/// </summary>
internal sealed class ProtectionKeys(Database database) : IXmlRepository
{
    private bool _sawSome;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var keys = All().GetAwaiter().GetResult();
        _sawSome = keys.Count > 0;
        return keys;
    }

    /// <summary>Of several nodes that start at once on an empty desk each makes a first key: one is kept, and the framework reads back which.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        var store = new Statement(
            $"insert into protection_key (name, xml) select @name, @xml {(_sawSome ? "" : "where not exists (select 1 from protection_key)")} on conflict do nothing",
            ("@name", friendlyName), ("@xml", element.ToString(SaveOptions.DisableFormatting)));
        database.Commit(database is Postgres ? [new Statement("select pg_advisory_xact_lock(72110502)"), store] : [store]).GetAwaiter().GetResult();
    }

    private async Task<IReadOnlyCollection<XElement>> All()
    {
        await using var read = await database.Read();
        return await read.List("select xml from protection_key", r => XElement.Parse(r.GetString(0)));
    }
}

public static class Protection
{
    public static IServiceCollection AddProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("firstcontact");
        return services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new ProtectionKeys(s.GetRequiredService<Database>())));
    }
}
