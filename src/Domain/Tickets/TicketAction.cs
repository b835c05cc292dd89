using System.Globalization;

namespace FirstContact.Tickets;

/// <summary>One command on a ticket as data, so that it can be done to many, kept, and done again: by bulk actions, macros and rules.</summary>
/// <param name="To">Whom, which team, priority, level, category, service, class or tags; for waiting: for whom.</param>
/// <param name="Words">The reason, or what is said.</param>
/// <param name="Until">When waiting ends by itself.</param>
public sealed record TicketAction(TicketVerb Do, string? To = null, string? Words = null, Instant? Until = null)
{
    public const int LongestTo = 500, LongestWords = 4000;

    private static readonly Duration ShortestWait = Duration.FromMinutes(1), LongestWait = Duration.FromDays(400);

    /// <summary>How long a wait lasts at most, counted from when it is done; for what is kept and done again.</summary>
    public Duration? For { get; init; }

    /// <summary>It takes back what was done: a team that gets a ticket back by this has not been sent it again.</summary>
    public bool Undoes { get; init; }

    /// <summary>The text block that is said instead of words of its own; a macro's.</summary>
    public string? Block { get; init; }

    /// <summary>Where an error about one of several actions belongs: <c>then[2].words</c>.</summary>
    public static string At(string list, int action, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}[{action}].{member}");

    /// <summary>As it is kept to be done again: without blanks, and without what its verb does not take.</summary>
    /// <param name="blocks">Whether it may say a text block.</param>
    public TicketAction Trimmed(bool blocks = false) => new(Do, !Do.TakesTo || To.IsBlank ? null : To!.Trim(), !Do.TakesWords || Words.IsBlank ? null : Words!.Trim())
    {
        For = Do == TicketVerb.Wait ? For : null, Block = blocks && Do.Speaks && !Block.IsBlank ? Block!.Trim() : null,
    };

    /// <summary>What is wrong with one that is to be kept.</summary>
    public IEnumerable<Error?> Wrong(string list, int at) =>
    [
        Do.NeedsTo && To is null ? ActionErrors.ToMissing.At(At(list, at, "to")) : To.IsLongerThan(LongestTo) ? ActionErrors.ToTooLong.At(At(list, at, "to")) : null,
        Do.TakesWords && Words is null && Block is null ? ActionErrors.WordsMissing.At(At(list, at, "words")) : Words.IsLongerThan(LongestWords) ? ActionErrors.WordsTooLong.At(At(list, at, "words")) : TicketPlaces.Wrong(Words, At(list, at, "words")),
        For is { } wait && (wait < ShortestWait || wait > LongestWait) ? ActionErrors.WaitInvalid.At(At(list, at, "for")) : null,
    ];

    /// <summary>What puts a ticket back to how it was in this one respect, in this order; nothing where nothing does: what was said stays said.</summary>
    public IReadOnlyList<TicketAction> Back(Ticket before, Ticket after) => Do switch
    {
        TicketVerb.Assign => [Assigned(before)],
        // Another team begins anew: who had it before is gone with the move.
        TicketVerb.Team => [new(TicketVerb.Team, $"{before.Team.Value}") { Undoes = true }, .. before.Assignee is null ? Array.Empty<TicketAction>() : [Assigned(before)]],
        TicketVerb.Priority => [Ranked(before)],
        TicketVerb.Impact => [new(TicketVerb.Impact, $"{before.Impact}"), .. before.PriorityReason is null ? Array.Empty<TicketAction>() : [Ranked(before)]],
        TicketVerb.Urgency => [new(TicketVerb.Urgency, $"{before.Urgency}"), .. before.PriorityReason is null ? Array.Empty<TicketAction>() : [Ranked(before)]],
        TicketVerb.Category => before.Category is { } category ? [new(TicketVerb.Category, $"{category.Value}")] : [],
        TicketVerb.Service => before.Service is { } service ? [new(TicketVerb.Service, $"{service.Value}")] : [],
        TicketVerb.Class => before.Class is { } known ? [new(TicketVerb.Class, $"{known.Value}")] : [],
        TicketVerb.Tag => [new(TicketVerb.Untag, string.Join(',', after.Tags.Except(before.Tags)))],
        TicketVerb.Untag => [new(TicketVerb.Tag, string.Join(',', before.Tags.Except(after.Tags)))],
        TicketVerb.Watch => [new(TicketVerb.Unwatch, To)],
        TicketVerb.Unwatch => [new(TicketVerb.Watch, To)],
        TicketVerb.Wait => [before.Wait is { } was ? Waited(was) : new(TicketVerb.Resume)],
        TicketVerb.Resume => before.Wait is { } was ? [Waited(was)] : [],
        TicketVerb.Cancel => [new(TicketVerb.Reopen, Words: "Cancelled by mistake")],
        _ => [],
    };

    /// <summary>What is done, as one says it of a ticket: 'assigned to Maya', 'tagged vpn'.</summary>
    public string Said => Do switch
    {
        TicketVerb.Assign => To.IsBlank ? "laid down" : $"assigned to {To}",
        TicketVerb.Team => $"moved to {To}",
        TicketVerb.Priority => To.IsBlank ? "given back its own priority" : $"put at {To?.ToUpperInvariant()}",
        TicketVerb.Impact => $"put at impact {To}", TicketVerb.Urgency => $"put at urgency {To}",
        TicketVerb.Category => $"sorted under {To}", TicketVerb.Service => $"put to {To}", TicketVerb.Class => $"made {To}",
        TicketVerb.Tag => $"tagged {To}", TicketVerb.Untag => $"untagged {To}",
        TicketVerb.Wait => "set to wait", TicketVerb.Resume => "taken up again", TicketVerb.Note => "noted on", TicketVerb.Reply => "replied to",
        TicketVerb.Watch => "watched", TicketVerb.Unwatch => "watched no longer", TicketVerb.AskIn => $"shown to {To}", TicketVerb.Cancel => "cancelled", TicketVerb.Close => "closed", TicketVerb.Webhook => "told of", _ => "reopened",
    };

    private static TicketAction Assigned(Ticket was) => new(TicketVerb.Assign, $"{was.Assignee?.Value}");

    private static TicketAction Ranked(Ticket was) => was.PriorityReason is { } reason ? new(TicketVerb.Priority, $"p{was.Priority.Rank}", reason) : new(TicketVerb.Priority);

    private static TicketAction Waited(Wait was) => new(TicketVerb.Wait, $"{was.For}", was.Reason, was.Until);
}
