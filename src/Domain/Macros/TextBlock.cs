using FirstContact.Tickets;

namespace FirstContact.Macros;

/// <summary>Words that are said often, kept once: with a shortcut to call them by and places that a ticket fills.</summary>
public sealed record TextBlock : IAggregate<TextBlock>
{
    public const int LongestName = 80, LongestShortcut = 30, LongestBody = 10_000;

    public static string Subject => "text-block";

    public TextBlockId Id { get; init; }
    public int Version { get; init; }
    public TextBlockDetails Details { get; init; } = new("", "", "", null, []);
    public bool Active { get; init; }

    public string Name => Details.Name;
    public long Key => Id.Value;

    public static Decision Add(TextBlockDetails details) => details.Wrong is { } no ? no : new TextBlockAdded(details.Trimmed);

    public Decision Change(TextBlockDetails details)
    {
        if (details.Wrong is { } no) return no;
        return details.Trimmed is var to && to == Details ? Decision.Nothing : new TextBlockChanged(Details, to);
    }

    public Decision Retire() => Active ? new TextBlockRetired(Name) : Decision.Nothing;

    public Decision Restore() => Active ? Decision.Nothing : new TextBlockRestored(Name);

    public TextBlock Apply(Event happened, By by) => Changed(happened) with { Version = Version + 1 };

    private TextBlock Changed(Event happened) => happened switch
    {
        TextBlockAdded e => this with { Details = e.Details, Active = true },
        TextBlockChanged e => this with { Details = e.To },
        TextBlockRetired => this with { Active = false },
        TextBlockRestored => this with { Active = true },
        _ => throw new NotSupportedException($"A text block knows nothing of {happened.GetType().Name}."),
    };
}

/// <summary>In what one writes it may stand.</summary>
public enum BlockUse { Reply, Note }

/// <param name="Shortcut">One word to call it by while writing; may be empty.</param>
/// <param name="Body">Markdown with places.</param>
/// <param name="Team">Whose it is; null for all.</param>
public sealed record TextBlockDetails(string Name, string Shortcut, string Body, Named<TeamId>? Team, Seq<BlockUse> Uses)
{
    internal Error? Wrong => Error.Of(
        MacroErrors.OfName(Name, TextBlock.LongestName),
        Shortcut.Trim() is { Length: > 0 } shortcut && (shortcut.Length > TextBlock.LongestShortcut || !shortcut.All(c => char.IsLetterOrDigit(c) || c == '-')) ? MacroErrors.ShortcutInvalid : null,
        Body.IsBlank ? MacroErrors.BodyMissing : Body.IsLongerThan(TextBlock.LongestBody) ? MacroErrors.BodyTooLong : TicketPlaces.Wrong(Body, "body"),
        Uses.Count == 0 ? MacroErrors.UsesMissing : null);

    internal TextBlockDetails Trimmed => this with { Name = Name.Trim(), Shortcut = Shortcut.Trim().ToLowerInvariant(), Body = Body.Trim(), Uses = [.. Uses.Distinct().Order()] };
}
