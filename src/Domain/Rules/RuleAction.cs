using System.Globalization;

namespace FirstContact.Rules;

public enum ActionKind { Team, Assignee, Priority, Impact, Urgency, Category, Service, Class, AddTags, RemoveTags, Note, Reply, AskIn, Watch, Wait, Resume, Cancel, Close, Webhook }

/// <summary>One command with what it needs: whom or what (<see cref="Value"/>), in which words, for how long.</summary>
public sealed record RuleAction(ActionKind Kind)
{
    private static readonly Duration ShortestWait = Duration.FromMinutes(1), LongestWait = Duration.FromDays(400);

    /// <summary>A team, an e-mail address, p1 to p5, low to high, tags with commas, customer or supplier: whatever the kind is about.</summary>
    public string? Value { get; init; }

    /// <summary>What is written, asked, or the reason; <c>{number}</c> and the like stand for what the ticket has.</summary>
    public string? Text { get; init; }

    /// <summary>How long a wait lasts at most.</summary>
    public Duration? For { get; init; }

    /// <summary>Where an error about an action belongs.</summary>
    public static string At(int action, string member) => string.Create(CultureInfo.InvariantCulture, $"then[{action}].{member}");

    internal RuleAction Trimmed => new(Kind)
    {
        Value = !Kind.TakesValue() || Value.IsBlank ? null : Value!.Trim(), Text = !Kind.TakesText() || Text.IsBlank ? null : Text!.Trim(), For = Kind == ActionKind.Wait ? For : null,
    };

    internal IEnumerable<Error?> Wrong(int at) =>
    [
        Kind.NeedsValue() && Value is null ? RuleErrors.ValueMissing.At(At(at, "value")) : Value.IsLongerThan(RuleConditions.LongestValue) ? RuleErrors.ValueTooLong.At(At(at, "value")) : null,
        Kind.TakesText() && Text is null ? RuleErrors.TextMissing.At(At(at, "text")) : Text.IsLongerThan(Rule.LongestText) ? RuleErrors.TextTooLong.At(At(at, "text")) : null,
        For is { } wait && (wait < ShortestWait || wait > LongestWait) ? RuleErrors.WaitInvalid.At(At(at, "for")) : null,
    ];
}

public static class ActionKinds
{
    extension(ActionKind kind)
    {
        public bool TakesValue() => kind is not (ActionKind.Note or ActionKind.Reply or ActionKind.Resume or ActionKind.Cancel or ActionKind.Close);

        /// <summary>Nobody is somebody whom a ticket can be given to.</summary>
        public bool NeedsValue() => kind.TakesValue() && kind != ActionKind.Assignee;

        public bool TakesText() => kind is ActionKind.Priority or ActionKind.Note or ActionKind.Reply or ActionKind.AskIn or ActionKind.Wait or ActionKind.Cancel or ActionKind.Close;
    }
}
