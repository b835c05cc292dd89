namespace FirstContact.People;

public sealed record PersonRegistered(PersonDetails Details, Seq<Role> Roles) : Event;

public sealed record PersonChanged(PersonDetails From, PersonDetails To) : Event;

public sealed record RolesGranted(Seq<Role> From, Seq<Role> To) : Event;

public sealed record PersonDeactivated : Event;

public sealed record PersonReactivated : Event;

public sealed record WentAway(Instant Until, string? Note) : Event;

/// <param name="From">Until when he had meant to be away.</param>
public sealed record CameBack(Instant From) : Event;

public sealed record PasswordChanged : Event;

public sealed record SessionStarted(string Device) : Event;

public sealed record SessionEnded(string Device) : Event;

public sealed record TokenCreated(string Name, Seq<string>? Scopes) : Event;

public sealed record TokenRevoked(string Name) : Event;

public sealed record TeamAdded(TeamDetails Details) : Event;

public sealed record TeamChanged(TeamDetails From, TeamDetails To) : Event;

public sealed record MemberJoined(Named<PersonId> Person) : Event;

public sealed record MemberLeft(Named<PersonId> Person) : Event;

public sealed record TeamRetired : Event;

public sealed record TeamRestored : Event;

public sealed record UnitAdded(UnitDetails Details) : Event;

public sealed record UnitChanged(UnitDetails From, UnitDetails To) : Event;

public sealed record UnitRetired : Event;

public sealed record UnitRestored : Event;
