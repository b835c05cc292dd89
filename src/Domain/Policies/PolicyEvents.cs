namespace FirstContact.Policies;

public sealed record PriorityMatrixChanged(Seq<int> From, Seq<int> To) : Event;

public sealed record CarePolicyChanged(Seq<CareRule> From, Seq<CareRule> To) : Event;

public sealed record DeskRulesChanged(DeskRuleValues From, DeskRuleValues To) : Event;

public sealed record TeamBridgesChanged(Seq<TeamBridge> From, Seq<TeamBridge> To) : Event;

public sealed record ClassAdded(ClassDetails Details) : Event;

public sealed record ClassChanged(ClassDetails From, ClassDetails To) : Event;

public sealed record ClassRetired : Event;

public sealed record ClassRestored : Event;
