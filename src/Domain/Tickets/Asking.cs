namespace FirstContact.Tickets;

/// <summary>What one or several colleagues were asked, of whom one is to answer.</summary>
/// <param name="Of">Whom it shows up with.</param>
/// <param name="Team">When a whole team was asked.</param>
/// <param name="Skill">When whoever has this skill was asked.</param>
public sealed record Ask(int No, PersonId By, string Question, Instant At, Seq<PersonId> Of, Named<TeamId>? Team = null, string? Skill = null)
{
    /// <summary>To check the work, as somebody else than who did it.</summary>
    public bool ToCheck { get; init; }
}

/// <param name="Colleagues">Who was in the team, and whom it shows up with.</param>
public sealed record TeamAskedIn(int No, Named<TeamId> Team, string Question, Seq<Named<PersonId>> Colleagues) : Event;

/// <param name="Colleagues">Who had the skill, and whom it shows up with.</param>
public sealed record SkillAskedIn(int No, string Skill, string Question, Seq<Named<PersonId>> Colleagues) : Event;

/// <summary>Somebody who was asked in has answered, and the ticket stayed where it was: help given.</summary>
/// <param name="Message">The note that has the answer.</param>
/// <param name="To">Who asked.</param>
/// <param name="For">The team whose ticket it was.</param>
/// <param name="From">The teams of whoever helped.</param>
public sealed record HelpGiven(int No, int Message, Named<PersonId> To, Named<TeamId> For, Seq<Named<TeamId>> From, Duration After) : Event
{
    /// <summary>When a whole team was asked.</summary>
    public Named<TeamId>? Team { get; init; }

    /// <summary>When whoever has this skill was asked.</summary>
    public string? Skill { get; init; }
}

/// <param name="Whom">Who was asked, by name.</param>
public sealed record AskWithdrawn(int No, string Whom) : Event;

public static class AskErrors
{
    public static readonly Error TeamUnknown = new(ErrorKind.Invalid, "ask.team-unknown", "Choose one of the desk's teams.", "team");
    public static readonly Error TeamIsEmpty = new(ErrorKind.Invalid, "ask.team-is-empty", "Nobody else is in this team.", "team");
    public static readonly Error SkillMissing = new(ErrorKind.Invalid, "ask.skill-missing", "Say which skill it takes.", "skill");
    public static readonly Error NobodyKnows = new(ErrorKind.Invalid, "ask.nobody-knows", "Nobody else at the desk has this skill.", "skill");
    public static readonly Error Unknown = new(ErrorKind.Conflict, "ask.unknown", "This question has been answered or withdrawn.");
    public static readonly Error NotAsked = new(ErrorKind.Conflict, "ask.not-asked", "Others were asked this. Write a note to help all the same.");
    public static readonly Error AnswerMissing = new(ErrorKind.Invalid, "ask.answer-missing", "Write your answer.", "answer");
}
