using System.Text.RegularExpressions;

namespace FirstContact.Fields;

/// <summary>What a desk wants to know of its tickets, by class and category.</summary>
public sealed partial record Field : IAggregate<Field>
{
    public const int LongestName = 40, LongestLabel = 60, LongestHelp = 300, LongestChoice = 100, MostChoices = 500, LongestText = 1000, MostFields = 200;

    /// <summary>Between the levels of a tree: 'Hardware > Printer'.</summary>
    public const string Below = " > ";

    public static string Subject => "field";

    public FieldId Id { get; init; }
    public int Version { get; init; }
    public FieldDetails Details { get; init; } = new("", "", "", FieldKind.Text, [], [], [], [], false, 0);
    public bool Active { get; init; }

    public long Key => Id.Value;
    public string Name => Details.Name;
    public string Label => Details.Label;

    /// <summary>What the names of fields begin with in forms and errors.</summary>
    public const string InForms = "fields.";

    /// <summary>As forms and errors call it.</summary>
    public string At => InForms + Details.Name;

    public Named<FieldId> Named => new(Id, Details.Label);

    public static Decision Add(FieldDetails details) => details.Wrong is { } no ? no : new FieldAdded(details.Trimmed);

    public Decision Change(FieldDetails details)
    {
        if (Error.Of([.. details.Wrong?.All ?? [], details.Kind != Details.Kind ? FieldErrors.KindStays : null, details.Trimmed.Name != Name ? FieldErrors.NameStays : null]) is { } no) return no;
        return details.Trimmed is var to && to == Details ? Decision.Nothing : new FieldChanged(Details, to);
    }

    public Decision Retire() => Active ? new FieldRetired() : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new FieldRestored();

    /// <summary>Whether it is asked of a ticket that is so classified.</summary>
    public bool IsFor(ClassId? known, CategoryId? category) =>
        Active
        && (Details.Classes.Count == 0 || (known is { } c && Details.Classes.Any(n => n.Id == c)))
        && (Details.Categories.Count == 0 || (category is { } k && Details.Categories.Any(n => n.Id == k)));

    public bool IsNeeded(FieldMoment moment) => Details.Needed.Contains(moment);

    public Field Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private Field Changed(Event happened) => happened switch
    {
        FieldAdded e => this with { Details = e.Details, Active = true },
        FieldChanged e => this with { Details = e.To },
        FieldRetired => this with { Active = false },
        FieldRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A field knows nothing of {happened.GetType().Name}."),
    };

    /// <summary>Letters and digits, a letter first: it stands in addresses, in JSON and in the heads of tables.</summary>
    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$")]
    internal static partial Regex Plain();
}

public enum FieldKind { Text, Number, Date, Choice, Tree, Person, YesNo }

/// <summary>Before what a field has to be filled: opening the ticket, letting it wait, resolving it.</summary>
public enum FieldMoment { Opening, Waiting, Resolving }

/// <param name="Name">As programs, searches and tables call it.</param>
/// <param name="Choices">Of a choice its values; of a tree its paths, 'Hardware > Printer'.</param>
/// <param name="Classes">For which it is asked; none for all.</param>
/// <param name="Categories">For which it is asked; none for all.</param>
/// <param name="ForCustomers">Whether customers read it, and are asked for it.</param>
/// <param name="Place">Among the fields, the least first.</param>
public sealed record FieldDetails(
    string Name, string Label, string Help, FieldKind Kind, Seq<string> Choices, Seq<Named<ClassId>> Classes, Seq<Named<CategoryId>> Categories, Seq<FieldMoment> Needed, bool ForCustomers, int Place)
{
    private bool HasChoices => Kind is FieldKind.Choice or FieldKind.Tree;

    internal Error? Wrong => Trimmed is var t ? Error.Of(
        t.Name.Length == 0 ? FieldErrors.NameMissing : t.Name.Length > Field.LongestName || !Field.Plain().IsMatch(t.Name) ? FieldErrors.NameInvalid : null,
        t.Label.Length == 0 ? FieldErrors.LabelMissing : t.Label.Length > Field.LongestLabel ? FieldErrors.LabelTooLong : null,
        t.Help.Length > Field.LongestHelp ? FieldErrors.HelpTooLong : null,
        Enum.IsDefined(Kind) ? null : FieldErrors.KindUnknown,
        HasChoices && t.Choices.Count == 0 ? FieldErrors.ChoicesMissing
            : t.Choices.Count > Field.MostChoices || t.Choices.Any(c => c.Length > Field.LongestChoice) ? FieldErrors.ChoicesTooMany
            : Kind == FieldKind.Tree && t.Choices.Any(c => c.Split('>').Any(p => p.IsBlank)) ? FieldErrors.PathInvalid : null,
        Place is < 0 or > 9999 ? FieldErrors.PlaceInvalid : null) : null;

    /// <summary>Without blanks around, doubles, and choices where none can be made.</summary>
    internal FieldDetails Trimmed => this with
    {
        Name = Name.Trim(), Label = Label.Trim(), Help = Help.Trim(), Needed = [.. Needed.Distinct().Order()],
        Choices = HasChoices ? [.. Choices.Select(c => Kind == FieldKind.Tree ? FieldReading.Path(c) : c.Trim()).Where(c => c.Length > 0).DistinctBy(c => c.ToLowerInvariant())] : [],
    };
}
