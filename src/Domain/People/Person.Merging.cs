namespace FirstContact.People;

/// <summary>
/// Two records of one human. One goes on: it takes the other's addresses, tickets and what it did not know itself. The other leads on to it from then on, under
/// its old number too, and keeps how it stood, so that it can stand there again. What each did stays its own in the journal.
/// </summary>
public sealed partial record Person
{
    /// <summary>So long a mistake can be undone; later too much has grown on it.</summary>
    public static readonly Duration PartsWithin = Duration.FromDays(30);

    /// <summary>Into whom it went, and how it stood; null for whoever stands by himself.</summary>
    public PersonMerged? Merged { get; init; }

    /// <param name="bound">What it still has that only somebody who serves has: teams, open work. It is given away by hand before.</param>
    /// <param name="hasTakenIn">Whether others went into this one.</param>
    public Decision MergeInto(By by, Person into, bool bound, bool hasTakenIn) => this switch
    {
        _ when into.Id == Id => PersonMergeErrors.Itself,
        { Merged: not null } => PersonMergeErrors.Merged,
        { StandsForNobody: true } => PersonMergeErrors.StandsForNobody,
        _ when into.StandsForNobody => PersonMergeErrors.StandsForNobody.At("into"),
        // Nobody gets another's rights, and the last administrator does not vanish.
        _ when by.Person == Id => PersonMergeErrors.Oneself,
        _ when bound || Roles.Any(r => r != Role.Customer) => PersonMergeErrors.Serves,
        _ when hasTakenIn => PersonMergeErrors.HasTakenIn,
        _ when !into.Active => PersonMergeErrors.IntoLeft,
        _ when into.Addresses.Union(AllAddresses).Count() > MostAddresses => PersonMergeErrors.TooManyAddresses,
        _ => new PersonWasMerged(into.Named, into.Phone is null && Phone is not null, into.Title is null && Title is not null, into.Unit is null && Unit is not null),
    };

    /// <summary>Takes the addresses, and what is not known here yet.</summary>
    public Decision TakeIn(Person from) => new PersonTookIn(from.Named, [.. from.AllAddresses], Phone is null ? from.Phone : null, Title is null ? from.Title : null, Unit is null ? from.Unit : null);

    public Decision UndoMerge(By by, Person into) => this switch
    {
        { Merged: null } => PersonMergeErrors.NotMerged,
        { Merged.At: var at } when by.At - at > PartsWithin => PersonMergeErrors.TooLate,
        { Merged: var was } when was.Email == into.Email || was.Addresses.Contains(into.Email) => PersonMergeErrors.MainCameFromIt,
        _ => new PersonMergeUndone(into.Named),
    };

    /// <summary>What came with the other goes back with it, as far as nobody has changed it meanwhile.</summary>
    public Decision GiveBack(Person from) => from.Merged is not { } was ? Decision.Nothing : new PersonGaveBack(
        from.Named, [.. Addresses.Where(a => a == was.Email || was.Addresses.Contains(a))],
        was.Phone && Phone == from.Phone, was.Title && Title == from.Title, was.Unit && Unit == from.Unit);

    private Person? MergedWith(Event happened, By by) => happened switch
    {
        PersonWasMerged e => this with
        {
            Merged = new(e.Into.Id, by.At, Email, Addresses, Active, e.Phone, e.Title, e.Unit), Active = false, Addresses = [], Email = FormattableString.Invariant($"merged-{Id.Value}{EmailAddress.OfNobody}"),
        },
        PersonMergeUndone when Merged is { } was => this with { Merged = null, Active = was.Active, Email = was.Email, Addresses = was.Addresses },
        PersonTookIn e => this with { Addresses = [.. Addresses.Union(e.Addresses)], Phone = Phone ?? e.Phone, Title = Title ?? e.Title, Unit = Unit ?? e.Unit },
        PersonGaveBack e => this with { Addresses = [.. Addresses.Except(e.Addresses)], Phone = e.Phone ? null : Phone, Title = e.Title ? null : Title, Unit = e.Unit ? null : Unit },
        _ => null,
    };
}

/// <param name="Email">The main address as it was.</param>
/// <param name="Phone">Whether the other one got the phone number from it; so with title and unit.</param>
public sealed record PersonMerged(PersonId Into, Instant At, string Email, Seq<string> Addresses, bool Active, bool Phone, bool Title, bool Unit);

/// <param name="Phone">Whether the other one gets the phone number from it; so with title and unit.</param>
public sealed record PersonWasMerged(Named<PersonId> Into, bool Phone, bool Title, bool Unit) : Event;

/// <param name="Phone">Which was not known before; so with title and unit.</param>
public sealed record PersonTookIn(Named<PersonId> From, Seq<string> Addresses, string? Phone, string? Title, Named<UnitId>? Unit) : Event;

public sealed record PersonMergeUndone(Named<PersonId> Into) : Event;

/// <param name="Phone">Whether the phone number went with it; so with title and unit.</param>
public sealed record PersonGaveBack(Named<PersonId> From, Seq<string> Addresses, bool Phone, bool Title, bool Unit) : Event;

public static class PersonMergeErrors
{
    public static readonly Error Itself = new(ErrorKind.Invalid, "person-merge.itself", "This is the same record.", "into");
    public static readonly Error Unknown = new(ErrorKind.Invalid, "person-merge.unknown", "Nobody here has this address or number.", "into");
    public static readonly Error Merged = new(ErrorKind.Conflict, "person-merge.merged", "This record went into another one and leads there. Undo that first.");
    public static readonly Error StandsForNobody = new(ErrorKind.Invalid, "person-merge.stands-for-nobody", "This record stands for nobody or for all whom nobody knows, so it is not somebody's double.");
    public static readonly Error Oneself = new(ErrorKind.Invalid, "person-merge.oneself", "Nobody merges his own record away: ask another administrator.");
    public static readonly Error Serves = new(ErrorKind.Invalid, "person-merge.serves", "This record has roles, teams or open work. Take them from it first, or merge the other one into it: nobody comes by rights in this way.");
    public static readonly Error HasTakenIn = new(ErrorKind.Invalid, "person-merge.has-taken-in", "Others went into this record. Merge the other way round, or undo that first.");
    public static readonly Error IntoLeft = new(ErrorKind.Invalid, "person-merge.into-left", "That person is no longer active here. Merge the other way round.", "into");
    public static readonly Error TooManyAddresses = new(ErrorKind.Invalid, "person-merge.too-many-addresses", $"Together they have more than {Person.MostAddresses} other addresses. Remove some first.");
    public static readonly Error NotMerged = new(ErrorKind.Conflict, "person-merge.not-merged", "This record went into no other one.");
    public static readonly Error TooLate = new(ErrorKind.Conflict, "person-merge.too-late", "That was more than thirty days ago, and both have lived on as one.");
    public static readonly Error MainCameFromIt = new(ErrorKind.Conflict, "person-merge.main-came-from-it", "The main address came from that record. Choose another main address first.");
}
