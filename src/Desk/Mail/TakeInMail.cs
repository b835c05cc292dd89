using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Mail;

/// <summary>
/// Takes a waiting message in, in the name of who wrote it: it opens a ticket or is said on one, in the one transaction that also settles it. So whatever
/// breaks off in the middle leaves it waiting, and what is done is done once.
/// </summary>
/// <param name="For">Whose ticket it opens, when its sender passes on what somebody else wrote.</param>
public sealed record TakeInMail(MailId Id, PersonId? For = null) : Command<KeptMail>
{
    private const int MostFiles = 100;

    /// <summary>The number that its ticket is to have; null for the next.</summary>
    internal TicketId? Number { get; init; }

    /// <summary>The addresses that it went to besides the desk's own: whom of them the desk knows takes part.</summary>
    internal Seq<string> With { get; init; } = [];

    /// <summary>As whoever wrote it: nobody does anything by mail that he may not do by hand.</summary>
    public override Permission Needs => TicketPermissions.TakePart;

    protected override Store<KeptMail> StoreOf(Work work) => work.Mail;

    public override async Task<Result<KeptMail>> Do(Work work)
    {
        if (!(await work.Mail.Load(Id.Value)).Is(out var mail, out var no)) return no;
        if (mail.State != MailState.Waiting) return MailErrors.Settled;
        if (await MailBytes.Read(work.Read, mail) is not { } message || !await IsAuthor(work, message)) return Errors.Forbidden;

        var same = MailText.Same(message);
        if (same is not null && await First(work, same) is { } first)
            return work.Mail.Change(mail, mail.Double(first.Id, first.Ticket is { } there && (await work.Tickets.LoadAny(there)).Is(out var on, out _) ? TicketRef.Of(on) : null));

        var thread = await FindThread.Of(work, message, mail);
        var does = FollowUps.Of(thread?.By ?? FoundBy.Nothing, Writes(work, message, thread?.Ticket), thread is null ? Stands.Open : await StandsAt(work, thread.Ticket),
            (await work.Read.MailRules()).Values.Invited, Machine.Of(message).Kind != MachineKind.Person);
        var (files, left) = await Take(work, message);
        if (!files.Is(out var attached, out no)) return no;
        var result = does is FollowUp.Joins or FollowUp.JoinsAndWatches or FollowUp.Reopens
            ? await Join(work, message, thread!, does, attached)
            : await Open(work, message, mail, thread, does, attached);
        if (!result.Is(out var done, out no)) return no;
        if (message.Id is { } id) work.Mail.Remember(MailText.Clean(id), done.Ticket.Id, outgoing: false, isInternal: done.Internal);
        if (same is not null) work.Write(new Statement("update mail set same = @same where id = @id", ("@id", Id), ("@same", same)));
        return work.Mail.Change(mail, mail.Take(TicketRef.Of(done.Ticket), done.Message, left));
    }

    private async Task<Result<Done>> Join(Work work, Message message, Thread thread, FollowUp does, Seq<FileRef> files)
    {
        var (ticket, serves) = (thread.Ticket, work.Caller.May(TicketPermissions.Work));
        // A number in a subject proves nothing: nobody answers a customer in an agent's name by it.
        var among = serves && (thread.ToInternal || thread.By == FoundBy.Subject) && ticket.Customer != work.By.Person;
        var answers = does == FollowUp.Joins ? await AnswerByReply.Of(work, message, thread) : null;
        if (does == FollowUp.Reopens)
        {
            if (!work.Tickets.Change(ticket, ticket.Reopen(work.By, (await work.Read.DeskRules()).Values.Reopenable, "The customer wrote again by mail.")).Is(out ticket, out var shut)) return shut;
        }
        if (does == FollowUp.JoinsAndWatches && !work.Tickets.Change(ticket, ticket.Watch(new(work.By.Person, work.Caller.Name))).Is(out ticket, out var unseen)) return unseen;
        var visibility = among ? Visibility.Internal : Visibility.Public;
        if (!work.Tickets.Change(ticket, ticket.Say(work.By, serves, MessageKind.Reply, visibility, MailText.Words(message), files, null)).Is(out ticket, out var no)) return no;
        // Where the rules do not let it be an answer, it is a message all the same.
        if (answers is not null && work.Caller.May(answers.Needs) && (await answers.Do(work)).Is(out var answered, out _)) ticket = answered;
        // Nor does anybody let others in by it.
        if (!(thread.By == FoundBy.Subject ? ticket : await Invite(work, ticket)).Is(out var with, out no)) return no;
        Attach(work, files, ticket.Id, among);
        if (with.Merged is not null) await TicketMerges.Land(work, with, new(with.Messages, MessageKind.Reply, visibility, "") { CustomersSide = !serves || work.By.Person == with.Customer }, null);
        return new Done(with, with.Messages, among);
    }

    private async Task<Result<Done>> Open(Work work, Message message, KeptMail mail, Thread? thread, FollowUp does, Seq<FileRef> files)
    {
        var asking = new OpenTicket(TicketKind.Incident, Channel.Mail, MailText.Title(message), MailText.Words(message), null, Level.Medium, Level.Medium)
        {
            Attachments = [.. files.Select(f => f.Id)], For = does == FollowUp.OpensForAuthor && For is { } author && await FindPerson.ById(work.Read, author) is { } wrote ? wrote : new(work.By.Person, work.Caller.Name), Formless = true, Id = Number,
            Continues = does == FollowUp.Continues ? thread?.Ticket.Id : null,
            // What a mailbox names and has been retired meanwhile keeps no mail out.
            Team = (await work.Read.Teams()).Named($"{mail.Team?.Value}")?.Name, RequestClass = (await work.Read.Classes()).FirstOrDefault(c => c.Id == mail.Class && c.Active)?.Details.Name,
        };
        if (!(await asking.Do(work)).Is(out var ticket, out var no)) return no;
        if (does == FollowUp.OpensLinked && thread is not null && thread.Ticket.Id != ticket.Id)
        {
            var (here, there) = (ticket.Link(Relation.Related, TicketRef.Of(thread.Ticket), []), thread.Ticket.Link(Relation.Related, TicketRef.Of(ticket), []));
            // One that has all the links it may have gets no more: the mail counts for more than the link.
            if (here.Error is null && there.Error is null)
            {
                work.Tickets.Change(thread.Ticket, there);
                if (!work.Tickets.Change(ticket, here).Is(out ticket, out no)) return no;
            }
        }
        return (await Invite(work, ticket)).Is(out var with, out no) ? new Done(with, 0, false) : no;
    }

    /// <summary>Whom else it went to takes part: as far as the desk knows them, and whoever wrote may ask people in.</summary>
    private async Task<Result<Ticket>> Invite(Work work, Ticket ticket)
    {
        if (ticket.Customer != work.By.Person && !work.Caller.May(TicketPermissions.Work)) return ticket;
        foreach (var address in With)
        {
            if (await FindPerson.ByEmail(work.Read, address) is not { } person || person.Id == work.By.Person || person.Id == ticket.Customer || person.Id == PersonId.Desk) continue;
            if (!work.Tickets.Change(ticket, ticket.Watch(person)).Is(out ticket!, out var no)) return no;
        }
        return ticket;
    }

    private static async Task<(Result<Seq<FileRef>> Files, LeftFiles Left)> Take(Work work, Message message)
    {
        var (files, tooLarge, tooMany, empty) = (new List<FileRef>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var attachment in message.Body.Attachments.Where(a => !a.IsSeal))
        {
            // One byte more than may be tells that it is too large.
            var bytes = files.Count == MostFiles ? default : attachment.Content((int)Attachment.Largest + 1);
            if (files.Count == MostFiles) tooMany.Add(attachment.Name);
            else if (bytes.Length == 0) empty.Add(attachment.Name);
            else if (bytes.Length > Attachment.Largest) tooLarge.Add(attachment.Name);
            else if ((await AttachedFiles.Create(work, MailText.Clean(attachment.Name), bytes)).Is(out var file, out var no)) files.Add(file.Ref);
            else return (no, LeftFiles.None);
        }
        return (new Result<Seq<FileRef>>([.. files], null), new(Names(tooLarge), Names(tooMany), Names(empty)));

        static Seq<string> Names(List<string> left) => [.. left.Select(MailText.Clean)];
    }

    private static void Attach(Work work, Seq<FileRef> files, TicketId ticket, bool isInternal)
    {
        foreach (var file in files)
            if (work.After<Attachment>(file.Id) is { } attachment) work.Attachments.Change(attachment, attachment.Attach(ticket, isInternal));
    }

    private static Writer Writes(Work work, Message message, Ticket? ticket) => true switch
    {
        _ when ticket is not null && ticket.Customer == work.By.Person => Writer.Customer,
        _ when work.Caller.May(TicketPermissions.Work) => Quoted.IsForward(message.Subject) ? Writer.Forwarder : Writer.Staff,
        _ when ticket is not null && (ticket.Watchers.Contains(work.By.Person) || ticket.OpenedBy == work.By.Person) => Writer.Participant,
        _ => Writer.Stranger,
    };

    private static async Task<Stands> StandsAt(Work work, Ticket ticket) => ticket switch
    {
        { Merged: not null } => Stands.Merged,
        { Status: TicketStatus.Cancelled } => Stands.Cancelled,
        { IsOpen: true } => Stands.Open,
        { ClosedAt: { } closed } => work.By.At - closed > (await work.Read.DeskRules()).Values.Reopenable ? Stands.LongClosed : Stands.Closed,
        _ => Stands.Resolved,
    };

    /// <summary>The command is done as who wrote the message, and as nobody else.</summary>
    private static async Task<bool> IsAuthor(Work work, Message message) =>
        message.Author is { } author && await FindPerson.ByEmail(work.Read, author.Address) is { } person && person.Id == work.By.Person;

    private static Task<FirstOne?> First(Work work, string same) => work.Read.One("select id, ticket from mail where same = @same",
        r => new FirstOne(new(r.GetInt64(0)), r.NumberOrNull(1) is { } ticket ? new(ticket) : null), ("@same", same));

    private sealed record FirstOne(MailId Id, TicketId? Ticket);

    private sealed record Done(Ticket Ticket, int Message, bool Internal);
}
