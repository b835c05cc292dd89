using FirstContact.Sending;
using FirstContact.Tickets;

namespace FirstContact.Notices;

/// <summary>Whom the caller's next public reply is for, and who of them gets it by mail: one question, for it stands on a page that is opened all day.</summary>
/// <param name="Who">Who has to do with the ticket, as its page knows already.</param>
public sealed record ListReplyReaders(TicketId On, Concerned Who) : IQuery<IReadOnlyList<ReplyReader>>
{
    private static readonly MessagePosted Reply = new(0, MessageKind.Reply, Visibility.Public, "");

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<ReplyReader>>> Ask(Question question)
    {
        var told = Telling.Of(Reply, question.Caller.Person, Who, []);
        var people = await ReachedPeople.Of(question.Read, told.Select(t => t.Person), On);
        return new([.. from t in told
                       let person = people.Find(t.Person)
                       where person is not null
                       let reach = people.To(person.Id)
                       orderby t.Why, person.Name
                       select new ReplyReader(new(person.Id, person.Name), reach.Address, person.Active, people.Goings(t, question.Now).FirstOrDefault(g => g.Channel == NoticeChannel.Mail), reach.Not)], null);
    }
}

/// <param name="Address">Where the letter would go.</param>
/// <param name="Mail">What becomes of it by mail; null when there is none of this kind for him.</param>
/// <param name="Unreachable">Why mail does not reach him, whatever he chose.</param>
public sealed record ReplyReader(Named<PersonId> Person, string Address, bool Active, Going? Mail, string? Unreachable)
{
    public bool Gets => Active && Unreachable is null && Mail?.At is not null;
}
