using FirstContact.Tickets;

namespace FirstContact.Classifying;

/// <summary>What the desk takes a text to be about, as far as it is sure enough to say; nothing when it is not.</summary>
public sealed record SuggestClassification(string? Title, string? Description) : IQuery<SuggestedView>
{
    public Permission Needs => TicketPermissions.Work;

    public async Task<Result<SuggestedView>> Ask(Question question)
    {
        var suggesting = await question.Read.Suggesting();
        var all = await question.Read.Thoughts(Title, Description);
        return new SuggestedView(suggesting.HasLearned, [.. all.Where(t => t.Suggestion.Percent >= suggesting.Rules.ShowFrom)]);
    }
}

/// <param name="HasLearned">Whether there is anything to suggest from.</param>
/// <param name="Shown">What it is sure enough of; empty when it refuses to guess.</param>
public sealed record SuggestedView(bool HasLearned, Seq<Thought> Shown)
{
    public static readonly SuggestedView None = new(false, []);
}

/// <param name="Others">What else it could be, the likelier first.</param>
public sealed record Thought(Suggestion Suggestion, Seq<string> Others);
