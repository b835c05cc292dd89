using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Exceptions;

/// <summary>One exception: whole for those in it, as it is told to all for the others.</summary>
public sealed record ShowException(ExceptionId Id) : IQuery<ExceptionView>
{
    public Permission Needs => ExceptionPermissions.See;

    public async Task<Result<ExceptionView>> Ask(Question question)
    {
        var (read, caller) = (question.Read, question.Caller);
        if (await read.One($"{ExceptionStore.Select} where e.id = @id", ExceptionStore.Of, ("@id", Id)) is not { } exception) return ExceptionErrors.NotFound;
        var process = (await read.Processes()).Of(exception);
        var whole = caller.SeesWhole(exception, process);
        if (!whole && exception.State != ExceptionState.Ended) return ExceptionErrors.NotFound;
        var told = exception.State == ExceptionState.Ended ? ToldException.Of(exception, await Name(read, exception.Person), caller.May(TicketPermissions.SeeAll)) : null;
        if (!whole) return new ExceptionView(told, process?.Process, null);

        var history = await new JournalReader(question.Catalogue).Of(read, CustomerException.Subject, Id.Value);
        var people = await FindPerson.Names(read, history.Select(h => h.Actor).Append(exception.Person));
        var ticket = await read.One($"select t.kind, t.title from ticket t where t.id = @id and {TicketStore.Visible(caller)}",
            r => new ExceptionTicket(TicketNumber.Of(r.Word<TicketKind>(0), exception.Ticket), r.GetString(1)), ("@id", exception.Ticket), ("@me", caller.Person));
        return new ExceptionView(told, process?.Process, new(
            exception, people.GetValueOrDefault(exception.Person, ""), people, ticket, exception.Person == caller.Person, exception.IsOpen && caller.Reviews(exception, process),
            (await Reviewing.Unnamed(read, exception)).Hide(exception.Details.Instead, "the customer"),
            [.. history.Select(h => new ExceptionEntry(h.At, people.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event), h.Event)).Reverse()]));
    }

    private static async Task<string> Name(Reader read, PersonId id) => await read.One("select name from person where id = @id", r => r.GetString(0), ("@id", id)) ?? "";
}

/// <param name="Told">As all teams read it, once it has ended.</param>
/// <param name="Process">The rule that it was about, where it is a known one.</param>
/// <param name="Whole">What is for those in it; null for the others.</param>
public sealed record ExceptionView(ToldException? Told, Process? Process, WholeException? Whole);

/// <param name="Ticket">Null for who may not see it.</param>
/// <param name="Mine">Whether the caller bent the rule.</param>
/// <param name="Reviews">Whether the caller may ask back and end it.</param>
/// <param name="Draft">What was done, with the customer left unnamed: what the words for all begin with.</param>
/// <param name="History">The newest first.</param>
public sealed record WholeException(
    CustomerException Exception, string Person, IReadOnlyDictionary<PersonId, string> People, ExceptionTicket? Ticket, bool Mine, bool Reviews, string Draft, IReadOnlyList<ExceptionEntry> History);

public sealed record ExceptionTicket(string Number, string Title);

public sealed record ExceptionEntry(Instant At, string By, string Sentence, Event Event);
