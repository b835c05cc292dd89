using FirstContact.Mailboxes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FirstContact.Verbs;

public sealed class DoctorTests
{
    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Engines))]
    public async Task Finds_what_is_missing_and_says_what_to_do(string engine)
    {
        await using var program = await Executable.On(engine);
        Wrong(await program.Run("doctor"), "there is no desk in it yet");

        Assert.Equal(0, (await program.Run("person", "create", "--email", "a@harrow.example", "--name", "Ada")).Code);
        Wrong(await program.Run("doctor"), "administrators: there is none");

        Assert.Equal(0, (await program.Run("person", "create", "--email", "b@harrow.example", "--name", "Ben", "--role", "administrator")).Code);
        var well = await program.Run("doctor");
        Assert.Equal(0, well.Code);
        Assert.EndsWith("All is well.\n", well.Out, StringComparison.Ordinal);
        Assert.Contains(engine == "postgres" ? "pg_dump: /" : "GB free", well.Out, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Names_who_stopped_reading_the_journal(string engine)
    {
        await using var program = await Executable.On(engine);
        Assert.Equal(0, (await program.Run("person", "create", "--email", "b@harrow.example", "--name", "Ben", "--role", "administrator")).Code);
        await using (var database = Database.From(program.Database))
            await database.Commit([new Statement("insert into subscriber (name, poison) values ('bills', '5.7: no such: rate')")]);

        Wrong(await program.Run("doctor"), "subscriber bills: stopped at the entry after 5.7: no such: rate");
    }

    [Fact]
    public async Task Tells_wrong_settings_from_a_wrong_database()
    {
        await using var program = await Executable.On("sqlite");
        Wrong(await Set("FIRSTCONTACT_TIME_ZONE", "Atlantis"), "'Atlantis', which is no zone");
        Wrong(await Set("FIRSTCONTACT_DATABSE", "x"), "FIRSTCONTACT_DATABSE is none of them");
        Wrong(await Set("FIRSTCONTACT_URLS", "5080"), "'5080' is no address to listen at");
        Wrong(await Set("FIRSTCONTACT_PROXIES", "10.0.0.5, nobody"), "'nobody', which is no address and no network");
        Wrong(await Set("FIRSTCONTACT_PUBLIC_URL", "desk"), "'desk' is no address");
        Wrong(await Set("FIRSTCONTACT_DATABASE", "nonsense"), "FIRSTCONTACT_DATABASE cannot be read");
        Wrong(await Set("FIRSTCONTACT_DATABASE", "Host=127.0.0.1;Port=1;Username=x"), "WRONG database");

        Task<Said> Set(string name, string value) => program.Run(new Dictionary<string, string> { [name] = value }, "doctor");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Tries_each_mailbox_that_is_on_and_takes_nothing(string engine)
    {
        await using var program = await Executable.On(engine);
        Assert.Equal(0, (await program.Run("person", "create", "--email", "b@harrow.example", "--name", "Ben", "--role", "administrator")).Code);
        using var there = new TestMailbox();
        there.Put(TestMailbox.Letter("Labels come out blank"));
        await using var database = Database.From(program.Database);
        await using var services = new ServiceCollection().AddLogging().AddDesk(database).AddSubscribers().BuildServiceProvider();
        var (desk, itself, secrets) = (services.GetRequiredService<Journal.Desk>(), new Call(Caller.Desk, "test"), services.GetRequiredService<MailboxSecrets>());
        await Add("Right", TestImap.Password, on: true);
        Assert.Contains("mailbox Right: reached; 0 messages taken, 0 waiting", (await program.Run("doctor")) is { Code: 0 } well ? well.Out : "it complains", StringComparison.Ordinal);

        await Add("Off", "not the password", on: false);
        Assert.Equal(0, (await program.Run("doctor")).Code);
        await Add("Locked", "not the password", on: true);
        var said = await program.Run("doctor");
        Wrong(said, "mailbox Locked: ");
        Assert.Contains("1 thing needs you.", said.Out, StringComparison.Ordinal);
        Assert.Contains("mailbox Right: reached", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("mailbox Off", said.Out, StringComparison.Ordinal);

        async Task Add(string name, string password, bool on)
        {
            var made = await desk.Do(new AddMailbox(new(new(name, $"{name}@harrow.example", new(TestImap.Host, TestImap.Port, MailSafety.None), there.Name, MailSignIn.Password, null, Mailbox.Inbox, MailAfter.MarkRead, null, TakeOld: true, 50, null, null), null, null), secrets.Take(password, null, null).Value!), itself);
            Assert.Null(made.Error);
            if (on) Assert.Null((await desk.Do(new SwitchOnMailbox(made.Value!.Id), itself)).Error);
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Tells_of_mail_that_nobody_has_decided_on(string engine)
    {
        await using var program = await Executable.On(engine);
        Assert.Equal(0, (await program.Run("person", "create", "--email", "b@harrow.example", "--name", "Ben", "--role", "administrator")).Code);
        await using var database = Database.From(program.Database);
        await using var services = new ServiceCollection().AddLogging().AddDesk(database).AddSubscribers().BuildServiceProvider();
        var (desk, itself) = (services.GetRequiredService<Journal.Desk>(), new Call(Caller.Desk, "test"));
        Assert.Contains("mail that came in: nothing is held", (await program.Run("doctor")).Out, StringComparison.Ordinal);
        var kept = (await desk.Do(new Mail.KeepMail("Subject: x\n\nx"u8.ToArray(), Mail.MailVia.Pipe), itself)).Value!;
        Assert.Null((await desk.Do(new Mail.SettleMail(kept.Id, Mail.MailState.Failed, "It broke off"), itself)).Error);
        Wrong(await program.Run("doctor"), "mail that came in: 0 held and 1 broken");
        Assert.Null((await desk.Do(new Mail.LeaveOutMail(kept.Id), itself)).Error);
        Assert.Equal(0, (await program.Run("doctor")).Code);
    }

    private static void Wrong(Said said, string what)
    {
        Assert.Equal(1, said.Code);
        Assert.Contains(what, said.Out, StringComparison.Ordinal);
        Assert.Contains("        -> ", said.Out, StringComparison.Ordinal);
    }
}
