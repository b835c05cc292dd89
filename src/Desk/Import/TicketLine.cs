using FirstContact.Fields;
using FirstContact.People;
using FirstContact.Policies;
using FirstContact.Tickets;

namespace FirstContact.Import;

/// <summary>Turns one line into a ticket with its past, by the verbs of the domain, or says all that is wrong with it.</summary>
internal sealed class TicketLine(ImportColumns columns, TicketSurroundings here, CsvLine line, By by)
{
    private const int TitleFromText = 80;
    private readonly List<Error> _wrong = [];

    public Past<Ticket> Read()
    {
        var service = Find("service", name => here.Services.FirstOrDefault(s => Same(s.Name, name)), TicketErrors.ServiceUnknown);
        var known = Find("requestClass", name => here.Classes.FirstOrDefault(c => Same(c.Name, name)), TicketErrors.ClassUnknown);
        var team = Find("team", here.Teams.Named, TicketErrors.TeamUnknown) ?? here.Teams.First(t => t.Id == (service?.Team ?? TeamId.FirstContact));
        var customer = Person("customer") ?? here.UnknownCustomer;
        var (assignee, category) = (Person("assignee"), Category());
        var (impact, urgency) = (Word("impact", ImportWords.Level, ImportErrors.LevelUnknown) ?? Level.Medium, Word("urgency", ImportWords.Level, ImportErrors.LevelUnknown) ?? Level.Medium);
        var priority = Word("priority", ImportWords.Priority, ImportErrors.PriorityUnknown);
        var (opened, resolved, closed, updated) = (Time("openedAt") ?? by.At, Time("resolvedAt"), Time("closedAt"), Time("updatedAt"));
        var status = Word("status", ImportWords.Status, ImportErrors.StatusUnknown) ?? (closed is not null ? TicketStatus.Closed : resolved is not null ? TicketStatus.Resolved : TicketStatus.New);
        var lastSeen = Instant.Max(opened, updated ?? opened);

        var past = new Past<Ticket>(new Ticket())
            .Then(by with { At = opened }, _ => Ticket.Open(new(
                Word("kind", ImportWords.Kind, ImportErrors.KindUnknown) ?? TicketKind.Incident, Word("channel", ImportWords.Channel, ImportErrors.ChannelUnknown) ?? Channel.Api,
                Title, Description, customer, columns.Value(line, "callback"), impact, urgency, here.Matrix.Of(impact, urgency),
                new(category, service is null ? null : new(service.Id, service.Name), known is null ? null : new(known.Id, known.Name)), team.Named)))
            .Then(by with { At = opened }, t => t.ChangeTags((columns.Value(line, "tags") ?? "").Split(',', ';', '|')))
            .Then(by with { At = opened }, t => t.Fill(Entries, elsewhere: true))
            .Then(by with { At = opened }, t => priority is { } p && p != t.Priority ? t.Override(p, Ticket.Imported) : Decision.Nothing)
            .Then(by with { At = opened }, t => t.Assign(null, assignee))
            .Then(by with { At = opened }, t => columns.Value(line, "number") is { } number ? new MessagePosted(t.Messages + 1, MessageKind.Note, Visibility.Internal, $"Its number before the import: {number}") : Decision.Nothing);

        past = status switch
        {
            TicketStatus.InProgress => past.Then(by with { At = lastSeen }, t => t.TakeUpElsewhere()),
            TicketStatus.Waiting => past.Then(by with { At = lastSeen }, t => t.WaitFor(by, WaitFor.Other, Ticket.Imported, contacted: false, until: null)),
            TicketStatus.Resolved => Resolved(past, resolved ?? closed ?? lastSeen),
            TicketStatus.Closed => Closed(Resolved(past, resolved ?? closed ?? lastSeen), closed ?? resolved ?? lastSeen, category),
            TicketStatus.Cancelled => past.Then(by with { At = closed ?? lastSeen }, t => t.Cancel(Ticket.Imported)),
            _ => past,
        };
        // The title is missing only because the description is: one complaint is enough.
        var refused = past.Error?.All.Where(e => e.Code != TicketErrors.TitleMissing.Code).Select(e => e.Field == "resolvedAt" && resolved is null ? e.At("closedAt") : e.Field?.StartsWith(Field.InForms, StringComparison.Ordinal) == true ? e.At(FieldModule.Column(e.Field[Field.InForms.Length..])) : e) ?? [];
        return Error.Of([.. _wrong, .. refused]) is { } no ? past with { Error = no } : past;
    }

    private Past<Ticket> Resolved(Past<Ticket> past, Instant at) => past.Then(by with { At = at }, t => t.ResolveElsewhere(by with { At = at }, columns.Value(line, "solution")));

    private Past<Ticket> Closed(Past<Ticket> past, Instant at, Named<CategoryId>? category) => past.Then(by with { At = at }, t => t.CloseElsewhere(by with { At = at }, category));

    private IEnumerable<FieldEntry> Entries =>
        from asked in here.Fields
        let typed = columns.Value(line, FieldModule.Column(asked.Name))
        where typed is not null
        select new FieldEntry(asked, typed, asked.Details.Kind == FieldKind.Person && here.People.Find(typed).Is(out var person, out _) ? person : null);

    private string Description => columns.Value(line, "description") ?? columns.Value(line, "title") ?? "";

    /// <summary>Its title, or the first words of its text.</summary>
    private string Title
    {
        get
        {
            if (columns.Value(line, "title") is { } title) return title;
            // Splitting the whole of a long text for a few words would cost more than all the rest.
            var head = Description.Length > TitleFromText * 4 ? Description[..(TitleFromText * 4)] : Description;
            var words = string.Join(' ', head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length <= TitleFromText) return words;
            var cut = words.LastIndexOf(' ', TitleFromText);
            return (cut > TitleFromText / 2 ? words[..cut] : words[..(char.IsHighSurrogate(words[TitleFromText - 1]) ? TitleFromText - 1 : TitleFromText)]) + "…";
        }
    }

    private Named<CategoryId>? Category()
    {
        if (columns.Value(line, "category") is not { } name) return null;
        if (here.Categories.TryGetValue(name, out var found)) return found;
        _wrong.Add(Services.Category.Add(name).Error!.At("category"));
        return null;
    }

    private Named<PersonId>? Person(string field)
    {
        if (columns.Value(line, field) is not { } named) return null;
        if (here.People.Find(named).Is(out var found, out var no) || (columns.Default(field) is { } usual && here.People.Find(usual).Is(out found, out no))) return found;
        _wrong.Add(no!.At(field));
        return null;
    }

    private T? Find<T>(string field, Func<string, T?> find, Error unknown) where T : class
    {
        if (columns.Value(line, field) is not { } name) return null;
        if ((find(name) ?? (columns.Default(field) is { } usual ? find(usual) : null)) is { } found) return found;
        _wrong.Add(unknown.At(field));
        return null;
    }

    private T? Word<T>(string field, Func<string, T?> read, Error unknown) where T : struct
    {
        if (columns.Value(line, field) is not { } word) return null;
        if (read(word) is { } found) return found;
        _wrong.Add(unknown.At(field));
        return null;
    }

    private Instant? Time(string field)
    {
        var time = Word(field, text => ImportWords.Time(text, columns.Zone), ImportErrors.TimeUnclear);
        if (time > by.At) _wrong.Add(ImportErrors.TimeToCome.At(field));
        return time;
    }

    private static bool Same(string name, string asked) => string.Equals(name, asked, StringComparison.OrdinalIgnoreCase);
}
