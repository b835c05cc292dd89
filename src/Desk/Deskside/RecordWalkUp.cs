using FirstContact.Classifying;
using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Deskside;

/// <summary>
/// Writes down somebody who went round the desk, with a ticket for it: in progress with whoever helped, resolved with what solved it at
/// once, or with first contact and a kind word for whoever was led there.
/// </summary>
/// <param name="Who">By e-mail address, by a name that only one person has, or just as a name.</param>
/// <param name="Said">The kind word; blank for the usual one.</param>
/// <param name="Team">Which of one's teams was asked, by name or id; blank for the first.</param>
public sealed record RecordWalkUp(string? Who, string? Words, bool Redirect, string? Said = null, string? Team = null, bool Called = false) : Command<WalkUp>
{
    /// <summary>What solved it at once; blank while it is not solved.</summary>
    public string? Solved { get; init; }

    /// <summary>The customer has tried it and says that it works: then the ticket is closed.</summary>
    public bool Tried { get; init; }

    /// <summary>What it is about, by name or id.</summary>
    public string? Category { get; init; }

    /// <summary>It is none of those whom the desk knows: the name is all there is.</summary>
    public bool Stranger { get; init; }

    /// <summary>The number that the ticket is to have; null for the next.</summary>
    internal TicketId? Number { get; init; }

    public override Permission Needs => DesksidePermissions.Record;

    protected override Store<WalkUp> StoreOf(Work work) => work.WalkUps;

    public override async Task<Result<WalkUp>> Do(Work work)
    {
        var (read, me) = (work.Read, new Named<PersonId>(work.By.Person, work.Caller.Name));
        var rules = (await read.DesksideRules()).Values;
        var mine = (await read.Teams()).Where(t => t.Active && t.Members.Contains(me.Id)).ToList();
        var asked = Team.IsBlank ? mine.FirstOrDefault() : mine.Named(Team);
        var (known, category) = (await Known(work), await read.FindCategory(Category));
        var customer = known.Value;
        var details = new WalkUpDetails(customer, customer?.Name ?? Who ?? "", Words ?? "", asked?.Named, me, Called, Redirect, Redirect ? Said.IsBlank ? rules.Words : Said : null)
        {
            Solved = Solved, Tried = Tried, AtDesk = asked?.FirstContact == true,
        };
        if (Error.Of(
        [
            .. WalkUp.Record(details, default, default, work.By.At).Error?.All ?? [],
            known.Error,
            category.Error,
            !Team.IsBlank && asked is null ? DesksideErrors.TeamUnknown : null,
        ]) is { } no) return no;

        var words = customer is null ? $"{Who!.Trim()}: {Words!.Trim()}" : Words!.Trim();
        var opened = await new OpenTicket(TicketKind.Incident, Channel.WalkUp, Title(words), words, null, Level.Low, Level.Medium)
        {
            For = customer ?? await UnknownPerson.Of(work), Team = Redirect ? (await read.Team(TeamId.FirstContact)).Name : asked?.Name, Category = Category, Id = Number, Formless = true,
        }.Do(work);
        if (!opened.Is(out var ticket, out var unopened)) return unopened;
        if (await GoOn(work, ticket, details) is { } undone) return undone;
        return await work.WalkUps.Create(WalkUp.Record(details, ticket.Id, Duration.FromHours(rules.Hours), work.By.At));
    }

    /// <summary>What becomes of the ticket; the error when it is not let.</summary>
    private async Task<Error?> GoOn(Work work, Ticket ticket, WalkUpDetails details)
    {
        if (Redirect) return (await new SayOnTicket(ticket.Id, MessageKind.Reply, Visibility.Public, details.Said).Do(work)).Error;
        var how = Called ? "by phone" : "in person";
        if (Solved.IsBlank) return work.Tickets.Change(ticket, ticket.Greet(how)).Error;
        var (rule, about) = (await work.Read.CareRule(ticket), await work.Read.Classification(ticket));
        var shown = await work.Read.ShownSuggestions(ticket.Title, ticket.Description);
        var no = work.Tickets.Change(ticket, ticket.SolveOnTheSpot(work.By, rule, how, Words!.Trim(), Solved!, Tried, about, shown, await work.Read.Fields())).Error;
        return no is null || no == TicketErrors.ClassificationMissing ? no : DesksideErrors.NeedsMore;
    }

    /// <summary>Whom the desk knows by this address, or alone by this name.</summary>
    private async Task<Result<Named<PersonId>?>> Known(Work work)
    {
        if (Who.IsBlank || Stranger) return Nobody();
        if (await FindPerson.ByEmail(work.Read, Who!) is { } known) return known;
        if (Who!.Contains('@', StringComparison.Ordinal)) return DesksideErrors.WhoUnknown;
        var named = (await new SuggestPeople(Who).Ask(work.Question)).Value!;
        return named switch
        {
            [] => Nobody(),
            [var only] => new Named<PersonId>(only.Id, only.Name),
            _ => DesksideErrors.WhoAmbiguous,
        };
    }

    private static Named<PersonId>? Nobody() => null;

    private static string Title(string words)
    {
        var line = words.Split('\n')[0].Trim();
        return line.Length <= Ticket.LongestTitle ? line : line[..Ticket.LongestTitle];
    }
}
