using System.Globalization;
using FirstContact.Agreements;
using FirstContact.Tickets;

namespace FirstContact.Targets;

/// <summary>A goal in the words in which it is told.</summary>
public static class TargetWords
{
    /// <summary>Like 'First word to the customer within 30 min of Office hours'.</summary>
    public static string What(TargetTerms t) => t.Within is { } within ? $"{t.Definition.Title} within {ClauseWords.Time(within)}{(t.Hours is { } hours ? $" of {hours.Name}" : "")}" : t.Definition.Title;

    /// <summary>Like 'Head office, by phone'; blank for everything.</summary>
    public static string Whom(TargetScope s) => string.Join(", ", ((string?[])
    [
        s.Team?.Name, s.Segment.Length == 0 ? null : $"segment {s.Segment}", s.Kind switch { null => null, TicketKind.Incident => "incidents", _ => "requests" },
        s.Channel is { } channel ? Asked(channel) : null, s.Service?.Name, s.Category?.Name,
    ]).OfType<string>());

    public static string Goal(TargetTerms t) => string.Create(CultureInfo.InvariantCulture, $"at {(t.Definition.MoreIsBetter ? "least" : "most")} {t.Percent} % in a {(t.Period == TargetPeriod.Month ? "month" : "quarter")}");

    public static string All(TargetTerms t) => $"{What(t)}{(Whom(t.For) is { Length: > 0 } whom ? $" ({whom})" : "")}, {Goal(t)}";

    public static string Asked(Channel channel) => channel switch
    {
        Channel.Portal => "on the portal", Channel.Mail => "by mail", Channel.Phone => "by phone", Channel.WalkUp => "in person", Channel.Chat => "by chat", Channel.Api => "by a program", _ => "by monitoring",
    };

    public static string Figure(FigureTerms f) => string.Create(CultureInfo.InvariantCulture, $"{f.Percent:0.#} % for {StandardMeasures.Of(f.Measure).Title}{(f.Within is { } within ? $" within {ClauseWords.Time(within)}" : "")}: {f.Says} ({f.Source}, {f.Year})");
}
