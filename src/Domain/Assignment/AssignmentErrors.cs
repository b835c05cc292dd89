using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Assignment;

public static class AssignmentErrors
{
    public static readonly Error WayUnknown = new(Invalid, "assignment.way-unknown", "Choose by hand, pull next, round robin or balanced.", "way");
    public static readonly Error MostInvalid = new(Invalid, "assignment.most-invalid", $"Give a number from 1 to {WayDetails.MostAtOnce}.", "most");
    public static readonly Error MemberMostInvalid = new(Invalid, "assignment.member-most-invalid", $"Give a number from 0 to {WayDetails.MostAtOnce}, once for each member; 0 gives this person nothing.");
    public static readonly Error NotAMember = new(Invalid, "assignment.not-a-member", "This person is not in the team.");
    public static readonly Error ZoneUnknown = new(Invalid, "assignment.zone-unknown", "Name a time zone like Europe/London.", "zone");
    public static readonly Error HoursInvalid = new(Invalid, "assignment.hours-invalid", "Give both times, like 08:00 and 16:30, or neither.");
    public static readonly Error DaysMissing = new(Invalid, "assignment.days-missing", "Name the days with their times, or send null for no hours at all.", "hours");
    public static readonly Error SkillsInvalid = new(Invalid, "assignment.skills-invalid", $"Keep it to {Availability.MostSkills} skills of {Availability.LongestSkill} characters.", "skills");
    public static readonly Error NeedInvalid = new(Invalid, "assignment.need-invalid", $"Name a skill within {Availability.LongestSkill} characters.");
    public static readonly Error NeedOfWhat = new(Invalid, "assignment.need-of-what", "A skill is asked for by one category or one service, and each asks once.");
}
