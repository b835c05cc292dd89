namespace FirstContact.Tickets;

/// <summary>What first contact would have needed to solve it.</summary>
public enum FrontNeed { Article, Access, Tool, Training, Authority, Nothing }

/// <param name="Need">Null when the question was left open.</param>
public sealed record FrontSaid(FrontNeed? Need, string? Words, PersonId By, Instant At);

/// <summary>Another team has solved it, and says what first contact would have needed to.</summary>
/// <param name="Team">Who solved it.</param>
public sealed record FrontAnswered(FrontNeed Need, string? Words, Named<TeamId> Team, Classification About) : Event;

/// <summary>Whoever was asked what first contact would have needed leaves it open.</summary>
public sealed record FrontLeftOpen : Event;

public static class FrontErrors
{
    public static readonly Error NotResolved = new(ErrorKind.Conflict, "front.not-resolved", "It has not been resolved.");
    public static readonly Error AtFront = new(ErrorKind.Conflict, "front.at-front", "A first contact team has resolved it.");
    public static readonly Error NeedMissing = new(ErrorKind.Invalid, "front.need-missing", "Say what first contact would have needed: article, access, tool, training, authority or nothing.", "need");
}
