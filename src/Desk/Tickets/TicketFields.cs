using FirstContact.Fields;
using FirstContact.People;

namespace FirstContact.Tickets;

/// <summary>A field as it was typed, by its name.</summary>
/// <param name="Value">Blank empties it.</param>
public sealed record FieldTyped(string Name, string? Value)
{
    /// <summary>A program sent what is no value at all.</summary>
    public bool IsUnreadable { get; init; }
}

/// <summary>A field with what it says of a ticket.</summary>
public sealed record FilledField(Field Field, FieldContent Content);

/// <summary>What filling, finding and keeping values needs of the database.</summary>
public static class TicketFields
{
    /// <summary>What was typed, each with its field and its person; what names no field is wrong at once.</summary>
    /// <param name="all">Whether the caller may fill all of them; customers fill what they may read.</param>
    internal static async Task<(List<FieldEntry> Entries, Error? Error)> Entries(Reader read, Caller caller, Seq<FieldTyped> typed, bool all)
    {
        var (entries, wrong) = (new List<FieldEntry>(), new List<Error>());
        if (typed.Count == 0) return (entries, null);
        var fields = await read.Fields();
        foreach (var one in typed)
        {
            if (fields.FirstOrDefault(f => string.Equals(f.Name, one.Name, StringComparison.OrdinalIgnoreCase) && (all || f.Details.ForCustomers)) is not { } field) wrong.Add(FieldErrors.Unknown.At($"fields.{one.Name}"));
            else if (one.IsUnreadable) wrong.Add(FieldErrors.ValueUnreadable.At(field.At));
            else entries.Add(new(field, one.Value, field.Details.Kind == FieldKind.Person && !one.Value.IsBlank ? await Person(read, caller, one.Value!.Trim()) : null));
        }
        return (entries, Error.Of(wrong));
    }

    /// <summary>What was said, in the order of the fields: customers read what is for them.</summary>
    public static IReadOnlyList<FilledField> Seen(Caller caller, IEnumerable<Field> fields, Seq<FieldValue> values)
    {
        var all = caller.May(TicketPermissions.SeeAll);
        return [.. from f in fields where all || f.Details.ForCustomers let v = values.FirstOrDefault(v => v.Field == f.Id) where v is not null select new FilledField(f, v.Content)];
    }

    internal static IEnumerable<Write> Rows(Ticket before, Ticket after)
    {
        var (were, are) = (Found(before), Found(after));
        return
        [
            .. were.Except(are).Select(v => new Statement("delete from ticket_field where field = @field and value = @value and ticket = @ticket", ("@field", v.Field), ("@value", v.Value), ("@ticket", after.Id))),
            .. are.Except(were).Select(v => new Statement("insert into ticket_field (field, value, ticket) values (@field, @value, @ticket)", ("@field", v.Field), ("@value", v.Value), ("@ticket", after.Id))),
        ];
    }

    /// <summary>What it is found by.</summary>
    internal static IEnumerable<(FieldId Field, string Value)> Found(Ticket ticket) =>
        ticket.Fields.SelectMany(f => FieldReading.Found(f.Kind, f.Content.Value).Select(value => (f.Field, value))).Distinct();

    /// <summary>Fills what was typed, and then lets the verb decide on what that left. All that is wrong is said, of each field one thing.</summary>
    internal static async Task<Decision> Filling(this TicketCommand command, Work work, Ticket ticket, Seq<FieldTyped> typed, Func<Ticket, IReadOnlyList<Field>, Decision> then)
    {
        var fields = await work.Read.Fields();
        var (entries, unknown) = await Entries(work.Read, work.Caller, typed, work.Caller.May(TicketPermissions.Work));
        var all = Decision.All(ticket, work.By, _ => unknown is null ? Decision.Nothing : unknown, t => t.Fill(entries), t => then(t, fields));
        return all.Error is { } no ? Once(no) : all;
    }

    internal static Error Once(Error all) => Error.Of(all.All.GroupBy(e => e.Field?.StartsWith("fields.", StringComparison.Ordinal) == true ? e.Field : $"{e.Code} {e.Field}").Select(g => g.First()))!;

    /// <summary>How an address names a condition on a field, <c>field=room=blue</c> or <c>field.room=blue</c>, as the filter takes it; null for what is none.</summary>
    public static string? Condition(string name, string value) =>
        name == "field" ? value : name.StartsWith(FieldModule.Prefix, StringComparison.Ordinal) ? $"{name[FieldModule.Prefix.Length..]}={value}" : null;

    /// <summary>A condition like <c>assetTag=ZB-17</c>; nothing behind the sign finds where it is empty.</summary>
    /// <param name="no">Its number among the conditions: each has parameters of its own.</param>
    internal static async Task<Error?> Narrow(TicketWhere where, Question question, string condition, int no)
    {
        var sign = condition.IndexOf('=', StringComparison.Ordinal);
        if (sign < 1) return FieldErrors.ConditionUnclear;
        var (name, value) = (condition[..sign].Trim(), condition[(sign + 1)..].Trim());
        var fields = await question.Read.Fields();
        var mayAll = question.Caller.May(TicketPermissions.SeeAll);
        if (fields.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase) && (mayAll || f.Details.ForCustomers)) is not { } field) return FieldErrors.Unknown.At("field");

        var (id, said) = ($"@field{no}", $"@said{no}");
        if (value.Length == 0)
        {
            where.And($"not exists (select 1 from ticket_field v where v.ticket = t.id and v.field = {id})", (id, field.Id));
            return null;
        }
        if (field.Details.Kind == FieldKind.Person)
        {
            if (await Person(question.Read, question.Caller, value) is not { } person) return FieldErrors.PersonUnknown.At("field");
            value = FieldReading.OfPerson(person).Value;
        }
        // Old values are found though nobody can choose them any more.
        else if (field.Details.Kind is FieldKind.Number or FieldKind.Date or FieldKind.YesNo)
        {
            if (!field.Read(value).Is(out var content, out var wrong)) return wrong.At("field");
            value = content.Value;
        }
        else if (field.Details.Kind == FieldKind.Tree) value = FieldReading.Path(value);
        where.And($"t.id in (select v.ticket from ticket_field v where v.field = {id} and v.value = {said})", (id, field.Id), (said, FieldReading.Folded(value)));
        return null;
    }

    private static async Task<Named<PersonId>?> Person(Reader read, Caller caller, string named) =>
        string.Equals(named, "me", StringComparison.OrdinalIgnoreCase) ? new Named<PersonId>(caller.Person, caller.Name) : await FindPerson.ByAny(read, named);
}
