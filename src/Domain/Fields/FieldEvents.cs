namespace FirstContact.Fields;

public sealed record FieldAdded(FieldDetails Details) : Event;

public sealed record FieldChanged(FieldDetails From, FieldDetails To) : Event;

public sealed record FieldRetired : Event;

public sealed record FieldRestored : Event;
