using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Import;

public static class ImportErrors
{
    // The file
    public static readonly Error NotText = new(Invalid, "import.not-text", "This is not text in UTF-8. Save it as 'CSV UTF-8'.", "file");
    public static readonly Error Empty = new(Invalid, "import.empty", "The file is empty. Its first line names the columns.", "file");
    public static readonly Error TooLarge = new(Invalid, "import.too-large", $"Keep the file within {CsvFile.Largest / 1024 / 1024} MB unpacked; split it if it is larger.", "file");
    public static readonly Error QuotesOpen = new(Invalid, "import.quotes-open", "The quotation marks do not pair.");

    public static Error CellsDiffer(int here, int header) =>
        new(Invalid, "import.cells-differ", FormattableString.Invariant($"This line has {here} cells where the first line has {header}."));

    // The mapping
    public static readonly Error TakesUnknown = new(Missing, "import.kind-unknown", "People, tickets and history can be imported.");
    public static readonly Error RunMissing = new(Missing, "import.not-found", "There is no such import.");
    public static readonly Error FileMissing = new(Invalid, "import.file-missing", "Choose a file.", "file");
    public static readonly Error MappingUnreadable = new(Invalid, "import.mapping-unreadable", """Write the mapping as JSON: {"columns": {"Their header": "ourField"}, "defaults": {"ourField": "value"}, "timeZone": "UTC"}.""", "map");

    public static Error ZoneUnknown(string zone) => new(Invalid, "import.zone-unknown", $"There is no time zone '{zone}'. Name one like Europe/London.", "map");

    public static Error ColumnUnknown(string header) => new(Invalid, "import.column-unknown", $"The file has no column '{header}'.", "map");

    public static Error FieldUnknown(string field, IEnumerable<string> fields) => new(Invalid, "import.field-unknown", $"There is no field '{field}'. There are {string.Join(", ", fields)}.", "map");

    public static Error FieldTwice(string field) => new(Invalid, "import.field-twice", $"Two columns are to be '{field}'. Leave one out.", "map");

    public static Error ColumnMissing(string fields) => new(Invalid, "import.column-missing", $"No column is known to be the {fields}. Say which one is.", "map");

    // A line
    public static readonly Error StatusUnknown = new(Invalid, "import.status-unknown", "A status is new, inProgress, waiting, resolved, closed or cancelled.", "status");
    public static readonly Error PriorityUnknown = new(Invalid, "import.priority-unknown", "A priority is p1 to p5, or critical, high, medium, low or planning.", "priority");
    public static readonly Error KindUnknown = new(Invalid, "import.ticket-kind-unknown", "A kind is incident or request.", "kind");
    public static readonly Error ChannelUnknown = new(Invalid, "import.channel-unknown", "A channel is portal, mail, phone, walkUp, chat, api or event.", "channel");
    public static readonly Error LevelUnknown = new(Invalid, "import.level-unknown", "Impact and urgency are low, medium or high.", "impact");
    public static readonly Error TimeUnclear = new(Invalid, "import.time-unclear", "Write a time like 2026-11-22 14:30 or 22.11.2026 14:30.", "openedAt");
    public static readonly Error TimeToCome = new(Invalid, "import.time-to-come", "This time has not come yet.", "openedAt");
    public static readonly Error NameAmbiguous = new(Invalid, "import.name-ambiguous", "Several people have this name. Give the e-mail address.", "customer");
    public static readonly Error RoleUnknown = new(Invalid, "import.role-unknown", $"A role is {string.Join(", ", Enum.GetNames<People.Role>().Select(r => char.ToLowerInvariant(r[0]) + r[1..]))}.", "roles");

    public static Error TwiceInFile(int line) => new(Invalid, "import.twice-in-file", FormattableString.Invariant($"This stands in line {line} already."));
}
