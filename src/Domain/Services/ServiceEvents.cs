namespace FirstContact.Services;

public sealed record ServiceAdded(ServiceDetails Details) : Event;

public sealed record ServiceChanged(ServiceDetails From, ServiceDetails To) : Event;

public sealed record ServiceRetired : Event;

public sealed record ServiceRestored : Event;

public sealed record CategoryAdded(string Name) : Event;

public sealed record CategoryRenamed(string From, string To) : Event;

public sealed record CategoryRetired : Event;

public sealed record CategoryRestored : Event;
