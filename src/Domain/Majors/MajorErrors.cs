using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Majors;

public static class MajorErrors
{
    public static readonly Error NotFound = new(Missing, "major.not-found", "There is no such major incident.");
    public static readonly Error TitleMissing = new(Invalid, "major.title-missing", "Say in a few words what does not work, as those whom it concerns would.", "title");
    public static readonly Error TitleTooLong = new(Invalid, "major.title-too-long", $"Keep it within {MajorIncident.LongestTitle} characters.", "title");
    public static readonly Error LeadMissing = new(Invalid, "major.lead-missing", "Name who leads: somebody who works here, by e-mail address.", "lead");
    public static readonly Error LeadMayNot = new(Invalid, "major.lead-may-not", "Name somebody who works on tickets and may run a major incident: the news are told in the name of who leads.", "lead");
    public static readonly Error BridgeMissing = new(Invalid, "major.bridge-missing", "Say where those who work on it meet: a room, a number, a link.", "bridge");
    public static readonly Error BridgeTooLong = new(Invalid, "major.bridge-too-long", $"Keep it within {MajorIncident.LongestBridge} characters.", "bridge");
    public static readonly Error ServicesMissing = new(Invalid, "major.services-missing", "Choose the services that are concerned.", "services");
    public static readonly Error ServiceUnknown = new(Invalid, "major.service-unknown", "There is no such service.", "services");
    public static readonly Error TooManyServices = new(Invalid, "major.too-many-services", $"Choose {MajorIncident.MostServices} services at most.", "services");
    public static readonly Error RhythmWrong = new(Invalid, "major.rhythm-wrong", "News come every 5 minutes to every 24 hours: give the minutes.", "rhythm");
    public static readonly Error WordsMissing = new(Invalid, "major.words-missing", "Say what those whom it concerns are to know.", "words");
    public static readonly Error TooLong = new(Invalid, "major.too-long", $"Keep it within {MajorIncident.LongestWords} characters.");
    public static readonly Error RunsAlready = new(Conflict, "major.runs-already", "This ticket is a major incident already.");
    public static readonly Error TicketClosed = new(Conflict, "major.ticket-closed", "This ticket has ended. Open another for what is down now.");
    public static readonly Error Over = new(Conflict, "major.over", "It is over already.");
    public static readonly Error StillRunning = new(Conflict, "major.still-running", "It is not over yet.");
    public static readonly Error HappenedMissing = new(Invalid, "major.happened-missing", "Say what happened, in the order in which it did.", "happened");
    public static readonly Error CausesMissing = new(Invalid, "major.causes-missing", "Say why it happened.", "causes");
    public static readonly Error TooManyFollowUps = new(Invalid, "major.too-many-follow-ups", $"Keep it to {MajorIncident.MostFollowUps}.", "followUps");
    public static readonly Error FollowUpUnclear = new(Invalid, "major.follow-up-unclear", $"Say of each in up to {MajorIncident.LongestTitle} characters what is to be done, and by whom: by e-mail address.", "followUps");
    public static readonly Error NoSuchFollowUp = new(Missing, "major.no-such-follow-up", "There is no such follow-up.");
    public static readonly Error NotPart = new(Missing, "major.not-part", "This ticket is no part of it.");
    public static readonly Error PartAlready = new(Conflict, "major.part-already", "This ticket is a part of it already.");
}
