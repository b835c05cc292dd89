using FirstContact.People;
using FirstContact.Tickets;
using Microsoft.Extensions.Logging;

namespace FirstContact.Mail;

/// <summary>
/// Takes in what waits, one after another: an answer comes after what it answers. Whoever wrote is found or made a customer first; then the message is
/// taken in in one transaction in his name. Whatever breaks in it is tried again some times, and then lies there for an administrator, and holds nobody up.
/// </summary>
public sealed class TakeInWaiting(Journal.Desk desk, Database database, IClock clock, DeskAddress own, ILogger<TakeInWaiting> log)
{
    private const int Batch = 50, MostAttempts = 3, MostInvited = 20;
    private static readonly Duration Lately = Duration.FromHours(1), WhenBroken = Duration.FromSeconds(20), Turn = Duration.FromMinutes(1);
    private static readonly Call Itself = new(Caller.Desk, "mail");

    /// <summary>Takes in all that is due now, and answers how many it settled; none when another node is at it.</summary>
    public async Task<int> Run(string node, CancellationToken stop)
    {
        var settled = 0;
        while (!stop.IsCancellationRequested)
        {
            // Looked at first: a desk to which no mail comes writes nothing.
            var due = await Due();
            if (due.Count == 0 || !await HasTurn(node)) break;
            foreach (var (id, attempts) in due)
            {
                if (stop.IsCancellationRequested) return settled;
                await Try(id, attempts);
                settled++;
            }
        }
        return settled;
    }

    private async Task Try(MailId id, int attempts)
    {
        try
        {
            if (await One(id) is { } no && no != MailErrors.Settled)
            {
                if (no.Kind is ErrorKind.Busy or ErrorKind.Stale) await Later(id, 0);
                else await desk.Do(new SettleMail(id, MailState.Failed, string.Join(' ', no.All.Select(e => e.Message))), Itself);
            }
        }
        catch (Exception e)
        {
            log.LogError(e, "The message {Mail} could not be taken in; it is kept", id.Value);
            if (attempts + 1 < MostAttempts) await Later(id, 1);
            else await desk.Do(new SettleMail(id, MailState.Failed, $"It broke off: {e.Message}"), Itself);
        }
    }

    /// <summary>Null when it is settled.</summary>
    private async Task<Error?> One(MailId id)
    {
        Message? message;
        KeptMail? mail;
        MailRules rules;
        MailMark mark;
        IReadOnlyList<MailAddress> others;
        await using (var read = await database.Read())
        {
            if ((mail = await Of(read, id)) is null || (message = await MailBytes.Read(read, mail)) is null) return MailErrors.NotFound;
            (rules, mark) = (await read.MailRules(), await read.MailMark());
            others = await Others(read, message, mail, mark);
        }
        var checks = AuthenticationResults.OfAny(message, rules.Values.TrustedServers);
        if (checks is not null) await database.Commit([new Statement("update mail set checks = @checks where id = @id", ("@id", id), ("@checks", Words(checks)))]);

        var intake = Intake.Of(message, Machine.Of(message, mark.Desk), rules, await Knows(message), await SentLately(message, mail), checks, mail.Released, mail.Unknown);
        if (intake.Gate == Gate.Report) return (await desk.Do(new ReportBounce(id), Itself)).Error;
        if (intake.Gate != Gate.Open) return (await desk.Do(new SettleMail(id, intake.Gate == Gate.Hold ? MailState.Held : MailState.Refused, intake.Reason!), Itself)).Error;

        if (!(await Becomes(message.Author!, rules)).Is(out var author, out var no)) return no;
        foreach (var address in others.Where(_ => rules.Values.Domains.Count > 0))
            if (rules.For(address) is { Unknown: Unknown.Take } rule && rules.Values.Domains.Contains(rule)) await Becomes(address, rules);
        PersonId? of = null;
        Caller caller;
        await using (var read = await database.Read()) caller = await FindPerson.AsCaller(read, author, DeskModule.RoleBook);
        if (caller.May(TicketPermissions.Work) && Forwarded.Author(message) is { } wrote && rules.For(wrote).Unknown == Unknown.Take && (await Becomes(wrote, rules)).Is(out var customer, out _)) of = customer;
        return (await desk.Do(new TakeInMail(id, of) { With = [.. others.Select(a => a.Address)] }, new(caller, "mail"))).Error;
    }

    /// <summary>Whom else it went to, and who is not the desk.</summary>
    private async Task<IReadOnlyList<MailAddress>> Others(Reader read, Message message, KeptMail mail, MailMark mark)
    {
        var ours = await read.List("select address from mailbox where removed = 0", r => r.GetString(0));
        ours.AddRange([own.Address, mail.Recipient ?? "", .. message.DeliveredTo.Select(a => a.Address)]);
        return [.. Participants.Of(message, a => ours.Contains(a.Address, StringComparer.OrdinalIgnoreCase) || ReplyAddress.Read(a.Address, mark) is not null).Take(MostInvited)];
    }

    /// <summary>Somebody the desk knows already, or who becomes a customer now.</summary>
    private async Task<Result<PersonId>> Becomes(MailAddress address, MailRules rules)
    {
        await using (var read = await database.Read())
            if (await FindPerson.ByAny(read, address.Address) is { } known) return known.Id;
        var name = MailText.Clean(address.Name ?? "").Trim();
        if (name.Length is 0 or > Person.LongestName || name.Contains('@', StringComparison.Ordinal)) name = address.Local.Length > Person.LongestName ? address.Local[..Person.LongestName] : address.Local;
        var made = await desk.Do(new RegisterPerson(name, address.Address, Unit: rules.For(address).Unit is { } unit ? $"{unit.Id.Value}" : null, Roles: [Role.Customer]), Itself);
        if (made.Is(out var person, out var no)) return person.Id;
        // Two messages of one stranger at once: the other was first.
        await using var again = await database.Read();
        return await FindPerson.ByAny(again, address.Address) is { } meanwhile ? meanwhile.Id : no;
    }

    private async Task<bool?> Knows(Message message)
    {
        if (message.Author is not { IsWhole: true } author) return false;
        await using var read = await database.Read();
        if (await FindPerson.ByEmail(read, author.Address) is not null) return true;
        return await FindPerson.ByAny(read, author.Address) is null ? false : null;
    }

    private async Task<int> SentLately(Message message, KeptMail mail)
    {
        if (message.Author is not { IsWhole: true } author) return 0;
        await using var read = await database.Read();
        return await read.One("select count(*) from mail where author = @author and kept_at > @since and id < @id", r => r.GetInt32(0),
            ("@author", author.Address.ToLowerInvariant()), ("@since", mail.KeptAt - Lately), ("@id", mail.Id));
    }

    private async Task<List<(MailId Id, int Attempts)>> Due()
    {
        await using var read = await database.Read();
        return await read.List($"select id, attempts from mail where state = 'Waiting' and next_at <= @now order by next_at, id limit {Batch}", r => (new MailId(r.GetInt64(0)), r.GetInt32(1)), ("@now", clock.GetCurrentInstant()));
    }

    private Task Later(MailId id, int more) => database.Commit([new Statement("update mail set attempts = attempts + @more, next_at = @later where id = @id",
        ("@id", id), ("@more", more), ("@later", clock.GetCurrentInstant() + (more == 0 ? Duration.FromSeconds(1) : WhenBroken)))]);

    /// <summary>One node at a time takes mail in; should it die, another goes on after a minute.</summary>
    private async Task<bool> HasTurn(string node) => await database.Commit([new Statement("update mail_mark set node = @node, until = @until where id = 1 and (node is null or node = @node or until < @now)",
        ("@node", node), ("@until", clock.GetCurrentInstant() + Turn), ("@now", clock.GetCurrentInstant())) { MustMeetOneRow = true }]) == Outcome.Done;

    private static Task<KeptMail?> Of(Reader read, MailId id) => MailStore.One(read, id);

    private static string Words(AuthenticationResults checks) => MailText.Clean(string.Join(", ", checks.Checks.Select(c => $"{c.Method}={c.Result}").Distinct().Take(10)));
}
