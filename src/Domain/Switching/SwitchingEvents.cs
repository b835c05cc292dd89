namespace FirstContact.Switching;

public sealed record DayOffered(DayDetails Details) : Event;

public sealed record DayChanged(DayDetails From, DayDetails To) : Event;

public sealed record DayCancelled(LocalDate Date, string Why) : Event;

public sealed record DayBooked(Guest Guest) : Event;

public sealed record BookingWithdrawn(Named<PersonId> Person) : Event;

public sealed record BookingDeclined(Named<PersonId> Person, string Why) : Event;

public sealed record DayDone(DayRecord Record) : Event;

public sealed record RecordChanged(DayRecord From, DayRecord To) : Event;

public sealed record FollowUpAdded(FollowUp FollowUp) : Event;

public sealed record FollowUpDone(int No, string Text) : Event;

public sealed record FollowUpReopened(int No, string Text) : Event;

/// <summary>Whoever did this has read what he was told.</summary>
public sealed record TellingsSeen : Event;
