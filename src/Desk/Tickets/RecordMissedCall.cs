using FirstContact.People;
using FirstContact.Policies;

namespace FirstContact.Tickets;

/// <summary>
/// A call that nobody took, as the telephone system or a colleague tells it: a ticket to call back, or one call more on the one that waits
/// for the same number.
/// </summary>
/// <param name="At">Null for now.</param>
/// <param name="Person">Who called, by e-mail address; blank for whoever has this number.</param>
/// <param name="Transcript">What was said to the voice mail.</param>
public sealed record RecordMissedCall(string? CallNumber, Instant? At, string? Person, string? Transcript) : TicketCommand(default(TicketId))
{
    /// <summary>The voice mail itself.</summary>
    public Seq<long> Attachments { get; init; } = [];

    /// <summary>The number that the ticket is to have; null for the next.</summary>
    internal TicketId? Id { get; init; }

    public override Permission Needs => TicketPermissions.Work;

    public override async Task<Result<Ticket>> Do(Work work)
    {
        var (at, rules) = (At ?? work.By.At, (await work.Read.CallRules()).Values);
        var named = Person.IsBlank ? null : await FindPerson.ByAny(work.Read, Person);
        var no = Error.Of(
        [
            .. Ticket.WrongCall(work.By, CallNumber, at)?.All ?? [], Transcript.IsLongerThan(Ticket.LongestText) ? CallErrors.TranscriptTooLong : null,
            !Person.IsBlank && named is null ? CallErrors.PersonUnknown : null,
        ]);
        if (no is not null) return no;

        var voiceMail = !Transcript.IsBlank || Attachments.Count > 0;
        if (await Waiting(work, rules) is { } waits)
        {
            if (!(await work.Tickets.Load(waits)).Is(out var owed, out var gone)) return gone;
            var (files, refused) = await Files.Take(work, Attachments, isInternal: false) is var taken && taken.Is(out var uploaded, out var unread) ? (uploaded, null) : (default(Files), unread);
            if (refused is not null) return refused;
            var missed = Decision.All(owed, work.By,
                t => t.MissCall(work.By, CallNumber, at, voiceMail, named is not null, rules),
                t => voiceMail ? t.Say(work.By, false, MessageKind.Reply, Visibility.Public, Transcript.IsBlank ? "Voice mail" : Transcript, files.Refs, null) : Decision.Nothing);
            var told = work.Tickets.Change(owed, missed);
            if (told.Error is null) files.AttachTo(owed.Id);
            return told;
        }

        var caller = named ?? await Caller(work);
        var opened = await new OpenTicket(TicketKind.Incident, Channel.Phone, $"Missed call from {caller?.Name ?? CallNumber!.Trim()}",
            Transcript.IsBlank ? voiceMail ? "Nobody could take the call. The voice mail is attached." : "Nobody could take the call." : Transcript, null, Level.Low, Level.Medium)
        {
            Callback = CallNumber, Attachments = Attachments, Id = Id, For = caller ?? await UnknownPerson.Of(work),
        }.Do(work);
        return opened.Is(out var ticket, out var unopened) ? work.Tickets.Change(ticket, ticket.MissCall(work.By, CallNumber, at, voiceMail, caller is not null, rules)) : unopened;
    }

    /// <summary>The call-back that waits for this number already, if its last call is not too long ago.</summary>
    private Task<long?> Waiting(Work work, CallRuleValues rules) => work.Read.One(
        $"select t.id from ticket t where t.call_tail = @tail and t.call_due is not null and {TicketWhere.Open} and t.call_missed_at >= @since order by t.id desc limit 1",
        r => (long?)r.GetInt64(0), ("@tail", PhoneNumber.Tail(CallNumber)), ("@since", work.By.At - Duration.FromHours(rules.JoinHours)));

    /// <summary>Whoever has this number, if it is one person and not a room full.</summary>
    private async Task<Named<PersonId>?> Caller(Work work)
    {
        var people = await work.Read.List("select id, name from person where phone_tail = @tail and active = 1 and id <> 0 order by id limit 2", r => new Named<PersonId>(new(r.GetInt64(0)), r.GetString(1)), ("@tail", PhoneNumber.Tail(CallNumber)));
        return people.Count == 1 ? people[0] : null;
    }
}
