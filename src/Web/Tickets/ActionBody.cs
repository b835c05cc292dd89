using System.Xml;

namespace FirstContact.Tickets;

/// <param name="To">Whom or what: a team, an address, p1 to p5, low to high, tags with commas …</param>
/// <param name="Words">What is said, or the reason.</param>
/// <param name="Until">When a wait ends.</param>
/// <param name="For">How long a wait lasts at most, ISO 8601.</param>
/// <param name="Block">The text block that is said instead of words; in a macro.</param>
public sealed record ActionBody(TicketVerb? Do, string? To = null, string? Words = null, Instant? Until = null, string? For = null, string? Block = null)
{
    internal static ActionBody Of(TicketAction a) => new(a.Do, a.To, a.Words, a.Until, a.For is { } time ? Iso(time) : null, a.Block);

    /// <summary>The actions, or which of them says nothing that could be done.</summary>
    internal static Result<Seq<TicketAction>> Read(IReadOnlyList<ActionBody?>? bodies, string list)
    {
        var wrong = (bodies ?? []).Index().Where(b => b.Item?.Do is null).Select(b => ActionErrors.VerbMissing.At(TicketAction.At(list, b.Index, "do")));
        return Error.Of(wrong) is { } no ? no : new Seq<TicketAction>((bodies ?? []).Select(b => new TicketAction(b!.Do!.Value, b.To, b.Words, b.Until) { For = Read(b.For), Block = b.Block }));
    }

    internal static string Iso(Duration time) => XmlConvert.ToString(time.ToTimeSpan());

    // What cannot be read is a time that nothing takes, so that it is refused at its field.
    internal static Duration? Read(string? text)
    {
        if (text.IsBlank) return null;
        try { return Duration.FromTimeSpan(XmlConvert.ToTimeSpan(text!)); }
        catch (Exception e) when (e is FormatException or OverflowException) { return Duration.Zero; }
    }
}
