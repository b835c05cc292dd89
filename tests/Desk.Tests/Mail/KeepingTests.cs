using System.Text;

namespace FirstContact.Mail;

/// <summary>A message is stored raw, once, before anything is decided about it.</summary>
public sealed class KeepingTests
{
    private static readonly Call Server = Node.With(MailPermissions.HandIn);
    private static readonly byte[] Raw = Encoding.UTF8.GetBytes("From: Kim Doe <Kim@Example.com>\r\nSubject: Printer\r\nMessage-ID: <1@example.com>\r\n\r\nIt jams.\r\n");

    public static TheoryData<string> Engines => TestDatabase.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task It_is_kept_as_it_came(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var kept = await node.Done(new KeepMail(Raw, MailVia.Pipe, null, "help@desk.example"), Server);
        Assert.Equal((MailState.Waiting, "help@desk.example", (long)Raw.Length), (kept.State, kept.Recipient, kept.Size));
        await node.Folds(new KeptMail { Id = kept.Id }, kept);
        await using var read = await node.Database.Read();
        Assert.Equal(Raw, await read.One("select bytes from blob where hash = @hash", r => (byte[])r.GetValue(0), ("@hash", kept.Hash)));
        Assert.Equal(("kim@example.com", "Kim Doe", "Printer", "1@example.com"), await read.One("select author, author_name, subject, message_id from mail where id = @id", r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3)), ("@id", kept.Id)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Handed_in_twice_it_is_one(string engine)
    {
        await using var node = await Node.Fresh(engine);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => node.Done(new KeepMail(Raw, MailVia.Mailbox, new(3)), Server))));
        Assert.Single(all.Select(k => k.Id).Distinct());
        var other = await node.Done(new KeepMail(Raw, MailVia.Mailbox, new(4)), Server);
        Assert.NotEqual(all[0].Id, other.Id);
        await using var read = await node.Database.Read();
        Assert.Equal((2, 1), (await read.One("select count(*) from mail", r => r.GetInt32(0)), await read.One("select count(*) from blob", r => r.GetInt32(0))));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_is_too_large_or_empty_is_not_stored(string engine)
    {
        await using var node = await Node.Fresh(engine);
        Assert.Equal([MailErrors.TooLarge], await node.Refused(new KeepMail(Raw, MailVia.Http) { Largest = 20 }, Server));
        Assert.Equal([MailErrors.Empty], await node.Refused(new KeepMail(Array.Empty<byte>(), MailVia.Http), Server));
        Assert.Equal([Errors.Forbidden], await node.Refused(new KeepMail(Raw, MailVia.Http), Node.With(MailPermissions.Manage)));
        await using var read = await node.Database.Read();
        Assert.Equal(0, await read.One("select count(*) from mail", r => r.GetInt32(0)) + await read.One("select count(*) from blob", r => r.GetInt32(0)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task All_nodes_of_a_desk_have_one_mark(string engine)
    {
        await using var one = await Node.Fresh(engine);
        await using var other = await Node.Start(one.Connection);
        await using var read = await one.Database.Read();
        await using var there = await other.Database.Read();
        Assert.Equal((await read.MailMark()).Sign("x"), (await there.MailMark()).Sign("x"));
        var (desk, key) = await read.One("select desk, key from mail_mark", r => (r.GetString(0), r.GetString(1)));
        Assert.Matches("^[0-9a-f]{12}$", desk!);
        Assert.Matches("^[0-9a-f]{64}$", key!);
    }
}
