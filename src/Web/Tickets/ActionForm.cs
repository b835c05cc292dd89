using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace FirstContact.Tickets;

/// <summary>A list of actions as a form has it: a row each, read from what was typed, and written for a form to begin with.</summary>
internal static class ActionForm
{
    /// <summary>Rows that are empty until the one before has been chosen.</summary>
    public const int Spare = 5;

    private const int MostRows = 60;

    /// <summary>Which field of a row says whom or what.</summary>
    public static string Field(TicketVerb verb) => verb switch
    {
        TicketVerb.Assign or TicketVerb.AskIn or TicketVerb.Watch or TicketVerb.Unwatch => "person",
        TicketVerb.Impact or TicketVerb.Urgency => "level",
        TicketVerb.Tag or TicketVerb.Untag => "tags",
        TicketVerb.Wait => "waitFor",
        _ => verb.ToString().ToLowerInvariant(),
    };

    /// <summary>How many rows are used: all up to the last one chosen.</summary>
    public static int Used(Form form, string list) => Enumerable.Range(0, Rows(form, list)).LastOrDefault(i => form[Name(list, i, "do")] is not null, -1) + 1;

    public static Seq<TicketAction> Read(Form form, string list) =>
    [
        .. from i in Enumerable.Range(0, Rows(form, list))
           let verb = form.Word<TicketVerb>(Name(list, i, "do"))
           where verb is not null
           select new TicketAction(verb.Value, form[Name(list, i, Field(verb.Value))], form[Name(list, i, "words")])
           {
               For = Time(form, Name(list, i, "for"), Name(list, i, "unit")), Block = form[Name(list, i, "block")],
           },
    ];

    /// <summary>What stands in the rows when the form is opened.</summary>
    public static void Write(IDictionary<string, StringValues> fields, string list, IEnumerable<TicketAction> actions)
    {
        foreach (var (i, action) in actions.Index())
        {
            fields[Name(list, i, "do")] = action.Do.ToString();
            if (action.To is { } to) fields[Name(list, i, Field(action.Do))] = to;
            if (action.Words is { } words) fields[Name(list, i, "words")] = words;
            if (action.Block is { } block) fields[Name(list, i, "block")] = block;
            if (action.For is { } wait) (fields[Name(list, i, "for")], fields[Name(list, i, "unit")]) = ActionWords.Unit(wait) is var (n, unit) ? (n.ToString(CultureInfo.InvariantCulture), unit) : default;
        }
    }

    /// <summary>The same errors, each at the field of the form that it is about. Rows left empty are no actions and count for nothing.</summary>
    public static Error? At(Error? error, Form form, string list)
    {
        if (error is null) return null;
        var rows = Enumerable.Range(0, Rows(form, list)).Where(i => form.Word<TicketVerb>(Name(list, i, "do")) is not null).ToList();
        return Error.Of(error.All.Select(e =>
        {
            for (var i = 0; i < rows.Count; i++)
                foreach (var member in new[] { "do", "to", "words", "for", "block" })
                    if (e.Field == Name(list, i, member)) return e.At(Name(list, rows[i], member == "to" ? Field(form.Word<TicketVerb>(Name(list, rows[i], "do"))!.Value) : member));
            return e;
        }));
    }

    // What is no number is a time that nothing takes, so that it is refused and not left out.
    public static Duration? Time(Form form, string number, string unit) => form[number] is null ? null : form.Number(number) is not { } n ? Duration.Zero : form[unit] switch
    {
        "days" => Duration.FromDays(Math.Clamp(n, -1, 100_000)),
        "hours" => Duration.FromHours(Math.Clamp(n, -1, 1_000_000)),
        _ => Duration.FromMinutes(Math.Clamp(n, -1, 100_000_000)),
    };

    public static string Name(string list, int action, string member) => TicketAction.At(list, action, member);

    /// <summary>How many rows there are: those that were typed, or sent.</summary>
    private static int Rows(Form form, string list) => Enumerable.Range(0, MostRows).TakeWhile(i => form[Name(list, i, "do")] is not null || form[Name(list, i, "row")] is not null).Count();
}
