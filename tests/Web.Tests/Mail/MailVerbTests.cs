using System.Text;
using FirstContact.Verbs;

namespace FirstContact.Mail;

/// <summary>What a mail server's pipe runs: it ends with the words that mail servers know.</summary>
public sealed class MailVerbTests
{
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Engines))]
    public async Task A_message_is_stored_once_beside_a_running_server(string engine)
    {
        await using var program = await Executable.On(engine);
        await program.Serve();
        var file = program.File("one.eml");
        await File.WriteAllTextAsync(file, MailApiTests.Raw("kim@shop.example", "Till is dead"));
        Assert.Equal((0, "", ""), await program.Run("mail", "--recipient", "help@desk.example", file) is var said ? (said.Code, said.Out, said.Error) : default);
        Assert.Equal(0, (await program.Run("mail", file)).Code);
        await using var database = Database.From(program.Database);
        await MailApiTests.Patient(async () => await Count(database, "select count(*) from ticket") == 1);
        Assert.Equal(1, await Count(database, "select count(*) from mail"));
    }

    [Fact]
    public async Task What_can_never_be_stored_is_refused_and_what_may_be_later_is_tried_again()
    {
        await using var program = await Executable.On("sqlite");
        await using var database = Database.From(program.Database);
        await database.Migrate();
        Assert.Equal(65, (await program.Run("mail")).Code);
        Assert.Equal(65, (await program.Run("mail", "-")).Code);
        var file = program.File("one.eml");
        await File.WriteAllBytesAsync(file, Encoding.ASCII.GetBytes(MailApiTests.Raw("kim@shop.example", "Till is dead")));
        var away = await program.Run(new Dictionary<string, string> { ["FIRSTCONTACT_DATABASE"] = "Host=127.0.0.1;Port=1;Username=x;Timeout=2" }, "mail", file);
        Assert.Equal(75, away.Code);
        Assert.NotEqual("", away.Error);
        Assert.Equal(75, (await program.Run("mail", program.File("nothing.eml"))).Code);
        var large = program.File("large.eml");
        await using (var bytes = File.Create(large)) bytes.SetLength(MailLimits.Usual.Largest + 1);
        Assert.Equal(65, (await program.Run("mail", large)).Code);
        Assert.Equal(0, await Count(database, "select count(*) from mail"));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Where_there_is_no_desk_none_is_made_and_the_mail_server_keeps_the_message(string engine)
    {
        await using var program = await Executable.On(engine);
        var file = program.File("one.eml");
        await File.WriteAllTextAsync(file, MailApiTests.Raw("kim@shop.example", "Till is dead"));
        var said = await program.Run("mail", file);
        Assert.Equal(75, said.Code);
        Assert.Contains("FIRSTCONTACT_DATABASE", said.Error, StringComparison.Ordinal);
        await using var database = Database.From(program.Database);
        Assert.False(await database.IsDesk());
        Assert.Equal([file], Directory.GetFiles(program.Folder));
    }

    [Fact]
    public async Task Without_any_setting_nothing_is_made_where_the_mail_server_stands()
    {
        await using var program = Executable.WithoutSettings();
        var file = program.File("one.eml");
        await File.WriteAllTextAsync(file, MailApiTests.Raw("kim@shop.example", "Till is dead"));
        var said = await program.Run("mail", file);
        Assert.Equal(75, said.Code);
        Assert.Contains("FIRSTCONTACT_DATABASE", said.Error, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(program.Folder));
    }

    private static async Task<int> Count(Database database, string sql)
    {
        await using var read = await database.Read();
        return await read.One(sql, r => r.GetInt32(0));
    }
}
