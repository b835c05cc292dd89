using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FirstContact.Import;

/// <summary>Event logs as incident desks export them, made up: status and sub-status, group with its line, resource, impact, product.</summary>
internal static class HistoryLogs
{
    public sealed record Line(string Case, int Minute, string Status, string Step, string Team, string? Person = "Siebel", string Impact = "Medium", string Product = "PROD582");

    private static readonly DateTimeOffset Begin = new(2012, 5, 1, 8, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Three cases: solved by the first line; handed on and accepted; back and forth, closed and reopened.</summary>
    public static readonly Line[] Three =
    [
        new("1-1", 0, "Accepted", "In Progress", "G97", "Ann"), new("1-1", 20, "Completed", "In Call", "G97", "Ann"),

        new("1-2", 0, "Accepted", "In Progress", "G97", "Ann"), new("1-2", 10, "Accepted", "Wait - User", "G97", "Ann"), new("1-2", 40, "Accepted", "In Progress", "G97", "Ann"),
        new("1-2", 50, "Queued", "Awaiting Assignment", "V5 2nd", "Ann"), new("1-2", 110, "Accepted", "In Progress", "V5 2nd", "Bo"), new("1-2", 170, "Completed", "Resolved", "V5 2nd", "Bo"), new("1-2", 400, "Completed", "Closed", "V5 2nd", "Siebel"),

        new("1-3", 0, "Accepted", "In Progress", "G97", "Ann", "High"), new("1-3", 10, "Queued", "Awaiting Assignment", "V5 2nd", "Ann", "High"), new("1-3", 40, "Queued", "Awaiting Assignment", "G97", "Bo", "High"),
        new("1-3", 60, "Accepted", "In Progress", "G97", "Ann", "High"), new("1-3", 90, "Accepted", "Assigned", "V9 3rd", "Cy", "High"), new("1-3", 120, "Accepted", "In Progress", "G97", "Ann", "High"),
        new("1-3", 130, "Completed", "Closed", "G97", "Ann", "High"), new("1-3", 200, "Accepted", "In Progress", "G97", "Ann", "High"), new("1-3", 260, "Completed", "Resolved", "G97", "Ann", "High"),
    ];

    public static string Xes(IEnumerable<Line> lines)
    {
        var xes = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
              <string key="concept:name" value="incidents"/>
            """);
        foreach (var trace in lines.GroupBy(l => l.Case))
        {
            xes.Append(CultureInfo.InvariantCulture, $"<trace>\n<string key=\"concept:name\" value=\"{trace.Key}\"/>\n");
            foreach (var l in trace)
                xes.Append(CultureInfo.InvariantCulture, $"""
                    <event>
                      <string key="org:group" value="{l.Team}"/><string key="org:role" value="A2_1"/>{(l.Person is null ? "" : $"<string key=\"org:resource\" value=\"{l.Person}\"><string key=\"concept:name\" value=\"hidden\"/></string>")}
                      <string key="concept:name" value="{l.Status}"/><string key="lifecycle:transition" value="{l.Step}"/>
                      <date key="time:timestamp" value="{Begin.AddMinutes(l.Minute):yyyy-MM-ddTHH:mm:sszzz}"/><string key="impact" value="{l.Impact}"/><string key="product" value="{l.Product}"/>
                    </event>

                    """);
            xes.Append("</trace>\n");
        }
        return xes.Append("</log>").ToString();
    }

    public static string Csv(IEnumerable<Line> lines) => string.Join('\n', lines.Select(l => $"{l.Case},{Begin.AddMinutes(l.Minute).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)},{l.Status},{l.Step},{l.Team},{l.Person},{l.Impact},{l.Product}")
        .Prepend("SR Number,Change Date+Time,Status,Sub Status,Support Team,Owner,Impact,Product"));

    public static Stream Plain(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static Stream Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        packed.Position = 0;
        return packed;
    }

    /// <summary>So many events of cases that go through teams as chance would have it.</summary>
    public static IEnumerable<Line> Many(int events)
    {
        var chance = new Random(13);
        string[] teams = [.. Enumerable.Range(1, 120).Select(i => i % 4 == 0 ? $"G{i}" : i % 4 == 3 ? $"S{i} 3rd" : $"V{i} 2nd")];
        for (var (made, no) = (0, 1); made < events; no++)
        {
            var (minute, team) = (chance.Next(500_000), teams[chance.Next(teams.Length)]);
            for (var steps = 4 + chance.Next(10); steps > 0 && made < events; steps--, made++)
            {
                minute += chance.Next(1, 600);
                if (chance.Next(4) == 0) team = teams[chance.Next(teams.Length)];
                var (status, step) = steps == 1 ? ("Completed", "Closed") : chance.Next(5) switch { 0 => ("Queued", "Awaiting Assignment"), 1 => ("Accepted", "Wait - User"), 2 => ("Accepted", "Assigned"), _ => ("Accepted", "In Progress") };
                yield return new($"1-{no:000000}", minute, status, step, team, $"Agent {chance.Next(900)}", "Medium", $"PROD{chance.Next(200)}");
            }
        }
    }
}
