using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <summary>
/// Writes down somebody who went round the desk, with a ticket for it: in progress with whoever helped, or with first contact and a
/// kind word for whoever was led there.
/// </summary>
/// <param name="Who">By e-mail address, by a name that only one person has, or just as a name.</param>
/// <param name="Said">The kind word; blank for the usual one.</param>
/// <param name="Team">Which of one's teams was asked, by name or id; blank for the first.</param>
public sealed record RecordWalkUp(string? Who, string? Words, bool Redirect, string? Said = null, string? Team = null, bool Called = false) : Command<WalkUp>
{
    public override Permission Needs => DesksidePermissions.Record;

    protected override Store<WalkUp> StoreOf(Work work) => work.WalkUps;

    public override async Task<Result<WalkUp>> Do(Work work)
    {
        var (read, me) = (work.Read, new Named<PersonId>(work.By.Person, work.Caller.Name));
        var rules = (await read.DesksideRules()).Values;
        var mine = (await read.Teams()).Where(t => t.Active && t.Members.Contains(me.Id)).ToList();
        var asked = Team.IsBlank ? mine.FirstOrDefault() : mine.Named(Team);
        var (customer, email) = await Known(work);
        var details = new WalkUpDetails(customer, customer?.Name ?? Who ?? "", Words ?? "", asked?.Named, me, Called, Redirect, Redirect ? Said.IsBlank ? rules.Words : Said : null);
        if (Error.Of(
        [
            .. WalkUp.Record(details, default, default, work.By.At).Error?.All ?? [],
            customer is null && Who?.Contains('@', StringComparison.Ordinal) == true ? DesksideErrors.WhoUnknown : null,
            !Team.IsBlank && asked is null ? DesksideErrors.TeamUnknown : null,
        ]) is { } no) return no;

        var words = customer is null ? $"{Who!.Trim()}: {Words!.Trim()}" : Words!.Trim();
        var opened = await new OpenTicket(TicketKind.Incident, Channel.WalkUp, Title(words), words, email, Level.Medium, Level.Medium) { Team = Redirect ? (await read.Team(TeamId.FirstContact)).Name : asked?.Name }.Do(work);
        if (!opened.Is(out var ticket, out var unopened)) return unopened;
        var then = Redirect ? await new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, details.Said).Do(work) : await new AssignTicket(ticket.Id, "me").Do(work);
        return then.Error is { } undone ? undone : await work.WalkUps.Create(WalkUp.Record(details, ticket.Id, Duration.FromHours(rules.Hours), work.By.At));
    }

    /// <summary>Whom the desk knows by this address, or alone by this name; with the address that the ticket is opened for.</summary>
    private async Task<(Named<PersonId>?, string?)> Known(Work work)
    {
        if (Who.IsBlank) return (null, null);
        if (await FindPerson.ByEmail(work.Read, Who!) is { } known) return (known, Who!.Trim());
        var named = Who!.Contains('@', StringComparison.Ordinal) ? [] : (await new SuggestPeople(Who).Ask(work.Question)).Value!;
        return named is [var only] ? (new(only.Id, only.Name), only.Email) : (null, null);
    }

    private static string Title(string words)
    {
        var line = words.Split('\n')[0].Trim();
        return line.Length <= Ticket.LongestTitle ? line : line[..Ticket.LongestTitle];
    }
}
