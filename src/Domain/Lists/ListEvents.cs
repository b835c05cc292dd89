namespace FirstContact.Lists;

public sealed record ViewSaved(PersonId Owner, ViewDetails Details) : Event;

public sealed record ViewChanged(ViewDetails From, ViewDetails To) : Event;

public sealed record ViewRemoved : Event;

public sealed record BatchRan(string What, Seq<BatchItem> Items) : Event;

public sealed record BatchTakenBack(Seq<BatchItem> Items) : Event;
