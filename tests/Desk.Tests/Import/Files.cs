using System.IO.Compression;
using System.Text;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>Files as people hand them in.</summary>
internal static class Files
{
    public static readonly Call Importer = Node.With(TicketPermissions.Import, PeoplePermissions.Manage, TicketPermissions.SeeAll, TicketPermissions.TakePart);

    public static Task<CsvFile> Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static async Task<CsvFile> Of(byte[] bytes)
    {
        var read = await CsvFile.Read(new MemoryStream(bytes));
        Assert.Null(read.Error);
        return read.Value!;
    }

    public static async Task<ImportTickets> Tickets(string text, ImportMapping? mapping = null, bool dryRun = false) => new(await Of(text), mapping ?? ImportMapping.Guess, dryRun);

    public static async Task<ImportPeople> People(string text, bool dryRun = false, bool update = false) => new(await Of(text), ImportMapping.Guess, dryRun, update);

    public static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static async Task<long> Count(this Node node, string table)
    {
        await using var read = await node.Database.Read();
        return await read.One($"select count(*) from {table}", r => r.GetInt64(0));
    }
}
