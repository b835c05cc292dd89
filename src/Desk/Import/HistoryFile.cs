using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;

namespace FirstContact.Import;

/// <summary>
/// An event log as another desk or a process mining tool writes it: XES (IEEE 1849) or a table, plain or gzip. XML is read as a stream, with no
/// document type, no entities of its own and nothing fetched from anywhere.
/// </summary>
public static class HistoryFile
{
    internal static readonly IReadOnlyList<string> Fields = ["case", "time", "activity", "step", "team", "label", "person", "impact", "service", "title"];

    private const long MostLetters = 4L * 1024 * 1024 * 1024;

    // XES extensions first, then what logs of service desks call it; compared by letters and digits alone.
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["case"] = ["caseconceptname", "caseid", "case", "srnumber", "incidentnumber", "ticketnumber", "ticketid", "number", "incidentid", "id"],
        ["time"] = ["timetimestamp", "timestamp", "time", "eventtime", "changedatetime", "changedat", "completetimestamp", "date"],
        ["activity"] = ["conceptname", "activity", "status", "state", "event"],
        ["step"] = ["lifecycletransition", "substatus", "lifecycle", "transition"],
        ["team"] = ["orggroup", "group", "team", "involvedst", "assignmentgroup", "supportteam"],
        ["label"] = ["orgrole", "role", "line", "level", "involvedstfunctiondiv", "tier"],
        ["person"] = ["orgresource", "resource", "owner", "person", "assignee", "ownerfirstname", "agent"],
        ["impact"] = ["impact"],
        ["service"] = ["product", "service", "application", "configurationitem"],
        ["title"] = ["title", "shortdescription", "subject", "summary"],
    };

    public static async Task<Result<HistoryLog>> Read(Stream from, HistoryMapping mapping, Action<int>? progress = null, CancellationToken stop = default)
    {
        if (mapping.Columns?.Values.FirstOrDefault(f => !f.IsBlank && f != "-" && !Fields.Contains(f!)) is { } unknown) return HistoryErrors.FieldUnknown(unknown);
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0;)
        {
            if (held.Length + read > CsvFile.Largest) return ImportErrors.TooLarge;
            held.Write(buffer, 0, read);
        }
        var bytes = held.ToArray();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            if (Begins(bytes) == '<') return Xes(Opened(bytes), hash, mapping, progress, stop);
        }
        catch (XmlException broken) { return HistoryErrors.Broken(broken.Message); }
        catch (InvalidDataException) { return ImportErrors.NotText; }
        return (await CsvFile.Read(new MemoryStream(bytes), stop)).Is(out var table, out var no) ? Table(table, hash, mapping) : no;
    }

    private static Stream Opened(byte[] bytes) => bytes is [0x1f, 0x8b, ..] ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes);

    /// <summary>The first sign that is no blank and no byte order mark.</summary>
    private static char Begins(byte[] bytes)
    {
        using var reader = new StreamReader(Opened(bytes), detectEncodingFromByteOrderMarks: true);
        for (int sign; (sign = reader.Read()) >= 0;)
            if (!char.IsWhiteSpace((char)sign) && sign != '\ufeff') return (char)sign;
        return '\0';
    }

    private static Result<HistoryLog> Xes(Stream stream, string hash, HistoryMapping mapping, Action<int>? progress, CancellationToken stop)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostLetters, MaxCharactersFromEntities = 1024, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = true };
        using var xml = XmlReader.Create(stream, settings);
        var (events, fields, used) = (new List<HistoryEvent>(), new Dictionary<string, string?>(), new Dictionary<string, string>());
        Dictionary<string, string> trace = [];
        Dictionary<string, string>? one = null;
        var (seen, line) = (false, 0);
        while (xml.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName == "event" && one is not null)
                {
                    events.Add(Event(line, one, trace));
                    one = null;
                    if (events.Count % 5000 == 0) progress?.Invoke(events.Count);
                }
                else if (xml.LocalName == "trace") trace = [];
                continue;
            }
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "log": seen = true; break;
                case "global" or "classifier" or "extension": Skip(xml); break;
                case "trace": trace = []; break;
                case "event":
                    (one, line) = (xml.IsEmptyElement ? null : [], ((IXmlLineInfo)xml).LineNumber);
                    if (one is null) events.Add(Event(line, [], trace));
                    break;
                case "string" or "date" or "int" or "float" or "boolean" or "id":
                    if (xml.Depth >= 2 && xml.GetAttribute("key") is { } key && xml.GetAttribute("value") is { } value && FieldOf(key, one is null) is { } field)
                    {
                        (one ?? trace)[field] = value;
                        used[key] = field;
                    }
                    // What hangs below an attribute tells about the attribute, not about the event.
                    Skip(xml);
                    break;
            }
        }
        return seen ? new HistoryLog(events, hash, used) : HistoryErrors.NotXes;

        string? FieldOf(string key, bool ofTrace)
        {
            var name = ofTrace && key == "concept:name" ? "case:concept:name" : key;
            if (!fields.TryGetValue(name, out var field)) fields[name] = field = Meant(name, mapping) ?? (ofTrace ? Meant(key, mapping) : null);
            return field;
        }

        static HistoryEvent Event(int line, Dictionary<string, string> one, Dictionary<string, string> trace)
        {
            return new(line, Of("case"), Of("time"), Of("activity"), Of("step"), Of("team"), Of("label"), Of("person"), Of("impact"), Of("service"), Of("title"));

            string? Of(string field) => (one.GetValueOrDefault(field) ?? trace.GetValueOrDefault(field)) is { } value && !value.IsBlank ? value.Trim() : null;
        }
    }

    /// <summary>Goes behind what hangs below an element, and stays there for the next reading.</summary>
    private static void Skip(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    private static Result<HistoryLog> Table(CsvFile table, string hash, HistoryMapping mapping)
    {
        var at = new Dictionary<string, int>();
        // In a table the case stands in each line; and a column that somebody named goes before what is guessed.
        foreach (var (i, header) in table.Headers.Index().OrderBy(h => mapping.Columns?.ContainsKey(h.Item) == true ? 0 : 1))
            if (Meant(header, mapping) is { } field) at.TryAdd(field, i);
        foreach (var needed in new[] { "case", "time", "activity", "team" })
            if (!at.ContainsKey(needed)) return HistoryErrors.ColumnMissing(needed);
        return new HistoryLog([.. table.Lines.Select(Event)], hash, at.ToDictionary(a => table.Headers[a.Value], a => a.Key));

        HistoryEvent Event(CsvLine line)
        {
            return new(line.Number, Of("case"), Of("time"), Of("activity"), Of("step"), Of("team"), Of("label"), Of("person"), Of("impact"), Of("service"), Of("title"));

            string? Of(string field) => at.TryGetValue(field, out var column) && column < line.Cells.Count && line.Cells[column].Trim() is { Length: > 0 } cell ? cell : null;
        }
    }

    private static string? Meant(string name, HistoryMapping mapping)
    {
        if (mapping.Columns?.FirstOrDefault(c => string.Equals(c.Key, name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } said) return said.Value is null or "" or "-" ? null : said.Value;
        // Whoever names one column the team means no other.
        var plain = ColumnGuess.Plain(name);
        var taken = mapping.Columns?.Values.OfType<string>().ToHashSet() ?? [];
        return Known.FirstOrDefault(k => k.Value.Contains(plain) && !taken.Contains(k.Key)).Key;
    }
}
