namespace FirstContact.Tickets;

/// <summary>What the desk thinks that a ticket is, having learned from others.</summary>
/// <param name="Id">Of the category or the class.</param>
/// <param name="Percent">How sure it is: of a hundred with this figure so many are right. Never a hundred.</param>
/// <param name="Why">The words that speak for it.</param>
public sealed record Suggestion(Suggested What, long Id, string Name, int Percent, Seq<string> Why)
{
    /// <summary>What a classification says of the same.</summary>
    public string? In(Classification classification) => What == Suggested.Category ? classification.Category?.Name : classification.Class?.Name;

    internal bool Is(Classification classification) => Id == (What == Suggested.Category ? classification.Category?.Id.Value : classification.Class?.Id.Value);
}

public enum Suggested { Category, Class }

/// <summary>What people said of what the desk thought: such a ticket is an example that counts.</summary>
public enum Judged { Confirmed, Corrected }

/// <summary>The desk was sure enough to classify it by itself; the classification is the entry behind this one.</summary>
public sealed record SuggestionTaken(Seq<Suggestion> Suggestions) : Event;

/// <summary>The desk looked and was not sure enough.</summary>
/// <param name="Best">What it thought all the same; empty when the words said nothing.</param>
public sealed record SuggestionWithheld(Seq<Suggestion> Best) : Event;

/// <param name="Taken">Whether the desk had acted on it already.</param>
public sealed record SuggestionConfirmed(Suggestion Suggestion, bool Taken) : Event;

public sealed record SuggestionCorrected(Suggestion Suggestion, bool Taken, string To) : Event;
