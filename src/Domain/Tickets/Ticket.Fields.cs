using FirstContact.Fields;

namespace FirstContact.Tickets;

/// <summary>What this desk wants to know besides. A value is a text that reads alone: it outlives its field, its choice and its person.</summary>
public sealed partial record Ticket
{
    public Seq<FieldValue> Fields { get; init; } = [];

    public FieldContent? Said(FieldId field) => Fields.FirstOrDefault(f => f.Field == field)?.Content;

    /// <summary>The fields that are asked of it.</summary>
    public IEnumerable<Field> Asks(IEnumerable<Field> fields) => fields.Where(f => f.IsFor(Class, Category));

    /// <summary>Those that have to be filled before that, and are not.</summary>
    public IEnumerable<Field> Needs(IEnumerable<Field> fields, FieldMoment moment) => Asks(fields).Where(f => f.IsNeeded(moment) && Said(f.Id) is null);

    /// <summary>All that is wrong is said at its field. What customers may read is one event, what they may not another.</summary>
    /// <param name="elsewhere">It was said in another desk: whatever is asked here, it was said.</param>
    public Decision Fill(IEnumerable<FieldEntry> entries, bool elsewhere = false)
    {
        var (changes, wrong) = (new List<FieldChange>(), new List<Error>());
        foreach (var entry in entries.DistinctBy(e => e.Field.Id))
        {
            var (field, now) = (entry.Field, Said(entry.Field.Id));
            // What was said once may stand, though it can no longer be chosen.
            if (entry.Typed.IsBlank ? now is null : entry.Typed!.Trim() == now?.Value || entry.Typed.Trim() == now?.Said) continue;
            if (!field.Active) wrong.Add(FieldErrors.Retired.At(field.At));
            else if (!elsewhere && !entry.Typed.IsBlank && !field.IsFor(Class, Category)) wrong.Add(FieldErrors.NotAsked.At(field.At));
            else if (entry.Person is { } person && field.Details.Kind == FieldKind.Person && !entry.Typed.IsBlank) Add(field, now, FieldReading.OfPerson(person));
            else if (field.Read(entry.Typed) is var read && read.Error is { } no) wrong.Add(no);
            else Add(field, now, read.Value);
        }
        if (Error.Of(wrong) is { } all) return all;
        var happened = changes.GroupBy(c => c.ForCustomers).OrderByDescending(g => g.Key).Select(g => (Event)new FieldsFilled([.. g])).ToArray();
        return happened.Length == 0 ? Decision.Nothing : happened;

        void Add(Field field, FieldContent? from, FieldContent? to)
        {
            if (from?.Value != to?.Value) changes.Add(new(field.Named, field.Details.Kind, field.Details.ForCustomers, from, to));
        }
    }

    /// <summary>That nothing is missing before something happens, or each field that is.</summary>
    private IEnumerable<Error> Unfilled(IEnumerable<Field>? fields, FieldMoment moment) => Needs(fields ?? [], moment).Select(f => FieldErrors.Needed(moment).At(f.At));

    /// <summary>The same for a ticket that is only being opened; customers are asked for what they may read.</summary>
    public IEnumerable<Error> NeededToOpen(IEnumerable<Field> fields, bool serves) =>
        Needs(fields, FieldMoment.Opening).Where(f => serves || f.Details.ForCustomers).Select(f => FieldErrors.NeededToOpen.At(f.At));

    private Ticket? Filled(Event happened) => happened is not FieldsFilled filled ? null : this with
    {
        Fields = [.. Fields.Where(f => filled.Changes.All(c => c.Field.Id != f.Field)), .. filled.Changes.Where(c => c.To is not null).Select(c => new FieldValue(c.Field.Id, c.Kind, c.To!))],
    };
}

/// <param name="Typed">Blank empties it.</param>
/// <param name="Person">Who was meant, when the field is a person and there is one.</param>
public sealed record FieldEntry(Field Field, string? Typed, Named<PersonId>? Person = null);

public sealed record FieldValue(FieldId Field, FieldKind Kind, FieldContent Content);

public sealed record FieldChange(Named<FieldId> Field, FieldKind Kind, bool ForCustomers, FieldContent? From, FieldContent? To);

public sealed record FieldsFilled(Seq<FieldChange> Changes) : Event;
