namespace FirstContact.Classifying;

public sealed record SuggestingRulesChanged(SuggestingRules From, SuggestingRules To) : Event;

public sealed record LearningAsked : Event;

/// <param name="Report">How good it was on what it had not learned from; null when there was too little to learn from.</param>
public sealed record ClassifierLearned(Learning What, int Examples, Duration Took, Report? Report) : Event;
