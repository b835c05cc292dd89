using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Switching;

public static class SwitchingErrors
{
    public static readonly Error NotFound = new(Missing, "switch-day.not-found", "There is no such day.");
    public static readonly Error FollowUpNotFound = new(Missing, "switch-day.follow-up-not-found", "Nothing like that follows from this day.");
    public static readonly Error CursorUnknown = new(Invalid, "switch-day.cursor-unknown", "Take the cursor as the page before gave it.", "after");
    public static readonly Error WhenUnknown = new(Invalid, "switch-day.when-unknown", "Ask for upcoming or past.", "when");
    public static readonly Error LimitInvalid = new(Invalid, "switch-day.limit-invalid", "Ask for 1 to 200 rows.", "limit");

    // What is offered
    public static readonly Error TeamUnknown = new(Invalid, "switch-day.team-unknown", "There is no such team.", "team");
    public static readonly Error TeamNotYours = new(Invalid, "switch-day.team-not-yours", "Offer a day of a team that you are in, or that you lead.", "team");
    public static readonly Error TeamBooked = new(Invalid, "switch-day.team-booked", "People have booked a day with the team that stands here. Cancel it and offer another.", "team");
    public static readonly Error HostUnknown = new(Invalid, "switch-day.host-unknown", "Name somebody of this team, by e-mail address.", "host");
    public static readonly Error HostAway = new(Invalid, "switch-day.host-away", "The host is not at work on that day.", "host");
    public static readonly Error HostBusy = new(Invalid, "switch-day.host-busy", "The host has or visits another team at that time.", "host");
    public static readonly Error DateMissing = new(Invalid, "switch-day.date-missing", "Say on which day.", "date");
    public static readonly Error DatePast = new(Invalid, "switch-day.date-past", "That day is over. Choose one that is still to come.", "date");
    public static readonly Error DateFar = new(Invalid, "switch-day.date-far", "Choose a day within the next two years.", "date");
    public static readonly Error GuestCannot = new(Invalid, "switch-day.guest-cannot", "Somebody who has booked cannot come then.", "date");
    public static readonly Error PlacesInvalid = new(Invalid, "switch-day.places-invalid", $"Give a number from 1 to {SwitchDay.MostPlaces}.", "places");
    public static readonly Error PlacesTaken = new(Invalid, "switch-day.places-taken", "More have booked already.", "places");
    public static readonly Error SeeMissing = new(Invalid, "switch-day.see-missing", "Say what can be seen.", "see");
    public static readonly Error LineTooLong = new(Invalid, "switch-day.line-too-long", $"Keep it within {SwitchDay.LongestLine} characters.");
    public static readonly Error TextTooLong = new(Invalid, "switch-day.text-too-long", $"Keep it within {SwitchDay.LongestText} characters.");
    public static readonly Error WhyMissing = new(Invalid, "switch-day.why-missing", "Say why: whoever looked forward to it reads it.", "why");
    public static readonly Error Over = new(Conflict, "switch-day.over", "This day is over, or does not take place.");

    // Who comes
    public static readonly Error PersonUnknown = new(Invalid, "switch-day.person-unknown", "Nobody here has this address.", "person");
    public static readonly Error PersonNotYours = new(Invalid, "switch-day.person-not-yours", "Book for yourself, or for somebody in a team that you lead.", "person");
    public static readonly Error PersonAway = new(Invalid, "switch-day.person-away", "That is a day out of office.", "person");
    public static readonly Error PersonBusy = new(Invalid, "switch-day.person-busy", "At that time another day with a team is booked or hosted.", "person");
    public static readonly Error OwnTeam = new(Invalid, "switch-day.own-team", "This is the person's own team. Choose a day with another.", "person");
    public static readonly Error Full = new(Conflict, "switch-day.full", "All places are taken.");
    public static readonly Error NotBooked = new(Conflict, "switch-day.not-booked", "This person has not booked.");

    // What was seen, and what follows
    public static readonly Error TooEarly = new(Conflict, "switch-day.too-early", "It can be written down on the day itself, or after it.");
    public static readonly Error NobodyBooked = new(Conflict, "switch-day.nobody-booked", "Nobody had booked. Cancel it instead.");
    public static readonly Error CameInvalid = new(Invalid, "switch-day.came-invalid", "Say who came, of those who had booked.", "came");
    public static readonly Error SeenMissing = new(Invalid, "switch-day.seen-missing", "Say what was seen.", "seen");
    public static readonly Error SkillsInvalid = new(Invalid, "switch-day.skills-invalid", $"Keep it to {SwitchDay.MostSkills} skills of 60 characters.", "skills");
    public static readonly Error SkillOfOther = new(Invalid, "switch-day.skill-of-other", "Only who was there has gained a skill that day.", "skills");
    public static readonly Error SkillNotYours = new(Invalid, "switch-day.skill-not-yours", "Name your own skills; the host or a lead names those of others.", "skills");
    public static readonly Error SkillsFull = new(Invalid, "switch-day.skills-full", "This person has as many skills as the desk keeps. Take one away first.", "skills");
    public static readonly Error NotWrittenDown = new(Conflict, "switch-day.not-written-down", "First write down what was seen.");
    public static readonly Error FollowUpMissing = new(Invalid, "switch-day.follow-up-missing", "Say what is to be done.", "text");
    public static readonly Error OwnerUnknown = new(Invalid, "switch-day.owner-unknown", "Name who sees to it, by e-mail address.", "owner");
    public static readonly Error DueInvalid = new(Invalid, "switch-day.due-invalid", "Give a day, today at the earliest.", "due");
    public static readonly Error TooManyFollowUps = new(Conflict, "switch-day.too-many-follow-ups", $"A day has at most {SwitchDay.MostFollowUps} things that follow.");
}
