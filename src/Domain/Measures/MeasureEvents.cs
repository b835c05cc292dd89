namespace FirstContact.Measures;

public sealed record MeasureRulesChanged(MeasureRuleValues From, MeasureRuleValues To) : Event;
