using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Lists;

public static class ListErrors
{
    public static readonly Error ViewNotFound = new(Missing, "view.not-found", "There is no such view.");
    public static readonly Error ViewIsOthers = new(Conflict, "view.is-others", "Somebody else made this view. Save it as one of your own.");
    public static readonly Error NameMissing = new(Invalid, "view.name-missing", "Give it a name.", "name");
    public static readonly Error NameTooLong = new(Invalid, "view.name-too-long", $"Keep the name within {View.LongestName} characters.", "name");
    public static readonly Error NameTaken = new(Invalid, "view.name-taken", "You have a view of this name already.", "name");
    public static readonly Error TeamMissing = new(Invalid, "view.team-missing", "Say with which team it is shared.", "team");
    public static readonly Error TeamUnknown = new(Invalid, "view.team-unknown", "There is no such team.", "team");
    public static readonly Error TooMuch = new(Invalid, "view.too-much", $"A view has at most {View.MostConditions} conditions of {View.LongestWord} characters.", "conditions");
    public static readonly Error ConditionUnknown = new(Invalid, "view.condition-unknown", "No list knows this condition.", "conditions");
    public static readonly Error TooManyColumns = new(Invalid, "view.too-many-columns", $"A list has at most {View.MostColumns} columns.", "columns");
    public static readonly Error ColumnUnknown = new(Invalid, "view.column-unknown", "No list knows this column.", "columns");
    public static readonly Error GroupUnknown = new(Invalid, "view.group-unknown", "Group by team, owner, priority, state, service, category or customer.", "groupBy");
    public static readonly Error BatchNotFound = new(Missing, "batch.not-found", "There is no such action.");
    public static readonly Error BatchIsOthers = new(Forbidden, "batch.is-others", "Only who did it can undo it.");
    public static readonly Error BatchUndone = new(Conflict, "batch.undone", "This has been undone already.");
    public static readonly Error BatchTooOld = new(Conflict, "batch.too-old", $"This can be undone within {(int)Batch.Undoable.TotalMinutes} minutes only.");
    public static readonly Error NothingChosen = new(Invalid, "batch.nothing-chosen", "Choose the tickets first.", "tickets");
    public static readonly Error TooMany = new(Invalid, "batch.too-many", $"Choose at most {Batch.Most} tickets at once.", "tickets");
    public static readonly Error ActionMissing = new(Invalid, "batch.action-missing", "Say what is to be done.", "do");
}
