using System.Globalization;
using FirstContact.Policies;
using FirstContact.Tickets;
using NodaTime.Text;

namespace FirstContact.Import;

/// <summary>What other desks write for what we have a word for. Null when nothing like it is known.</summary>
internal static class ImportWords
{
    private static readonly LocalDateTimePattern[] Local =
    [
        .. new[] { "uuuu-MM-dd'T'HH:mm:ss.FFFFFFF", "uuuu-MM-dd HH:mm:ss.FFFFFFF", "uuuu-MM-dd HH:mm", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd", "d.M.uuuu HH:mm:ss", "d.M.uuuu HH:mm", "d.M.uuuu" }
            .Select(LocalDateTimePattern.CreateWithInvariantCulture),
    ];

    private static readonly Dictionary<string, TicketStatus> Statuses = Words<TicketStatus>(
        (TicketStatus.New, "new unassigned"),
        (TicketStatus.InProgress, "open inprogress workinprogress active assigned started reopened"),
        (TicketStatus.Waiting, "waiting pending onhold pendingreminder pendingclose hold stalled awaiting awaitinguserinfo waitingforcustomer waitingonthirdparty"),
        (TicketStatus.Resolved, "resolved solved fixed done"),
        (TicketStatus.Closed, "closed complete completed closedcomplete closedsuccessful merged"),
        (TicketStatus.Cancelled, "cancelled canceled rejected closedincomplete closedskipped removed withdrawn"));

    private static readonly Dictionary<string, int> Priorities = Words(
        (1, "critical urgent highest veryhigh"), (2, "high"), (3, "moderate medium normal"), (4, "low"), (5, "planning lowest verylow"));

    private static readonly Dictionary<string, Level> Levels = Words((Policies.Level.High, "high critical 1"), (Policies.Level.Medium, "medium moderate normal 2"), (Policies.Level.Low, "low 3"));

    private static readonly Dictionary<string, TicketKind> Kinds = Words((TicketKind.Incident, "incident issue problem fault"), (TicketKind.Request, "request servicerequest question task requesteditem"));

    private static readonly Dictionary<string, Channel> Channels = Words(
        (Tickets.Channel.Portal, "portal selfservice web webform"), (Tickets.Channel.Mail, "mail email"), (Tickets.Channel.Phone, "phone call telephone"), (Tickets.Channel.WalkUp, "walkup walkin"),
        (Tickets.Channel.Chat, "chat virtualagent"), (Tickets.Channel.Api, "api"), (Tickets.Channel.Event, "event monitoring eventmanagement"));

    public static TicketStatus? Status(string word) => Statuses.TryGetValue(Plain(word), out var found) ? found : null;

    public static TicketKind? Kind(string word) => Kinds.TryGetValue(Plain(word), out var found) ? found : null;

    public static Channel? Channel(string word) => Channels.TryGetValue(Plain(word), out var found) ? found : null;

    /// <summary>'2 - High': the word tells more than the digit, which desks count in different ways.</summary>
    public static Level? Level(string word) => Levels.TryGetValue(Letters(word), out var found) || Levels.TryGetValue(Plain(word), out found) ? found : null;

    public static Priority? Priority(string word) =>
        Priorities.TryGetValue(Letters(word), out var rank) ? new(rank)
        : Policies.Priority.TryParse(word, out var ours) || Policies.Priority.TryParse("p" + word, out ours) ? ours : null;

    /// <summary>A time that names no zone is one of <paramref name="zone"/>; what the clock there skipped or repeated is taken leniently.</summary>
    public static Instant? Time(string text, DateTimeZone zone)
    {
        var plain = text.EndsWith(" UTC", StringComparison.OrdinalIgnoreCase) ? string.Concat(text.AsSpan(0, text.Length - 4).Trim().ToString().Replace(' ', 'T'), "Z") : text;
        if (OffsetDateTimePattern.ExtendedIso.Parse(plain).TryGetValue(default, out var exact)) return Kept(exact.ToInstant());
        foreach (var pattern in Local)
            if (pattern.Parse(plain).TryGetValue(default, out var local)) return Kept(local.InZoneLeniently(zone).ToInstant());
        return null;
    }

    // Both databases keep microseconds.
    private static Instant Kept(Instant time) => Columns.FromMicros(Columns.Micros(time));

    private static Dictionary<string, T> Words<T>(params (T Value, string Words)[] all) =>
        all.SelectMany(a => a.Words.Split(' '), (a, word) => (word, a.Value)).ToDictionary(p => p.word, p => p.Value);

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetter)).ToLower(CultureInfo.InvariantCulture);
}
