using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Fields;

public static class FieldErrors
{
    // The definition
    public static readonly Error NotFound = new(Missing, "field.not-found", "There is no such field.");
    public static readonly Error NameMissing = new(Invalid, "field.name-missing", "Say how programs and searches are to call it.", "name");
    public static readonly Error NameInvalid = new(Invalid, "field.name-invalid", $"Write the name in letters and digits like assetTag, a small letter first, within {Field.LongestName}.", "name");
    public static readonly Error NameTaken = new(Invalid, "field.name-taken", "Another field has this name.", "name");
    public static readonly Error NameStays = new(Invalid, "field.name-stays", "Programs know it by this name: it stays. Change the label instead.", "name");
    public static readonly Error LabelMissing = new(Invalid, "field.label-missing", "Say how people are to call it.", "label");
    public static readonly Error LabelTooLong = new(Invalid, "field.label-too-long", $"Keep the label within {Field.LongestLabel} characters.", "label");
    public static readonly Error HelpTooLong = new(Invalid, "field.help-too-long", $"Keep the help within {Field.LongestHelp} characters.", "help");
    public static readonly Error KindUnknown = new(Invalid, "field.kind-unknown", "Choose text, number, date, choice, tree, person or yes and no.", "kind");
    public static readonly Error KindStays = new(Invalid, "field.kind-stays", "What was said in it could not be read any more. Retire it and add another.", "kind");
    public static readonly Error ChoicesMissing = new(Invalid, "field.choices-missing", "Say what can be chosen, one a line.", "choices");
    public static readonly Error ChoicesTooMany = new(Invalid, "field.choices-too-many", $"Keep it to {Field.MostChoices} choices of {Field.LongestChoice} characters.", "choices");
    public static readonly Error PathInvalid = new(Invalid, "field.path-invalid", "Write each path with its levels, like Hardware > Printer.", "choices");
    public static readonly Error PlaceInvalid = new(Invalid, "field.place-invalid", "Give its place from 0 to 9999.", "place");
    public static readonly Error TooMany = new(Invalid, "field.too-many", $"Keep it to {Field.MostFields} fields in use.", "name");
    public static readonly Error ClassUnknown = new(Invalid, "field.class-unknown", "There is no such class.", "classes");
    public static readonly Error CategoryUnknown = new(Invalid, "field.category-unknown", "There is no such category.", "categories");

    // Its value on a ticket; each is said at the field that it is about
    public static readonly Error Unknown = new(Invalid, "field.unknown", "There is no field with this name.", "fields");
    public static readonly Error Retired = new(Invalid, "field.retired", "This field is no longer in use. What it says stays.", "fields");
    public static readonly Error NotAsked = new(Invalid, "field.not-asked", "This is not asked for the class and category of the ticket.", "fields");
    public static readonly Error TextTooLong = new(Invalid, "field.text-too-long", $"Keep it within {Field.LongestText} characters.", "fields");
    public static readonly Error NumberInvalid = new(Invalid, "field.number-invalid", "Give a number, like 12 or 12.5.", "fields");
    public static readonly Error DateInvalid = new(Invalid, "field.date-invalid", "Give a day, like 2026-11-22.", "fields");
    public static readonly Error YesNoInvalid = new(Invalid, "field.yes-no-invalid", "Say yes or no.", "fields");
    public static readonly Error ChoiceUnknown = new(Invalid, "field.choice-unknown", "This cannot be chosen here.", "fields");
    public static readonly Error PersonUnknown = new(Invalid, "field.person-unknown", "Nobody here has this address.", "fields");
    public static readonly Error ValueUnreadable = new(Invalid, "field.value-unreadable", "Give a text, a number, yes or no, or null.", "fields");
    public static readonly Error NeededToOpen = new(Invalid, "field.needed-to-open", "This is needed to open the ticket.", "fields");
    public static readonly Error NeededToWait = new(Invalid, "field.needed-to-wait", "This is needed before the ticket may wait.", "fields");
    public static readonly Error NeededToResolve = new(Invalid, "field.needed-to-resolve", "This is needed before the ticket is resolved.", "fields");
    public static readonly Error ConditionUnclear = new(Invalid, "field.condition-unclear", "Write a condition on a field like assetTag=ZB-17; nothing behind the sign means that it is empty.", "field");

    /// <summary>What is said of a field that has to be filled first.</summary>
    public static Error Needed(FieldMoment moment) => moment switch { FieldMoment.Opening => NeededToOpen, FieldMoment.Waiting => NeededToWait, _ => NeededToResolve };
}
