using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Tickets;

/// <summary>What can be wrong with an action as data, before any ticket is asked.</summary>
public static class ActionErrors
{
    public static readonly Error VerbMissing = new(Invalid, "action.verb-missing", "Say what is to be done.", "do");
    public static readonly Error OnlyRules = new(Invalid, "action.only-rules", "Only a rule does this.", "do");
    public static readonly Error ToMissing = new(Invalid, "action.to-missing", "Choose or write whom or what.", "to");
    public static readonly Error ToTooLong = new(Invalid, "action.to-too-long", $"Keep it within {TicketAction.LongestTo} characters.", "to");
    public static readonly Error WordsMissing = new(Invalid, "action.words-missing", "Write the words, or the reason.", "words");
    public static readonly Error WordsTooLong = new(Invalid, "action.words-too-long", $"Keep the words within {TicketAction.LongestWords} characters.", "words");
    public static readonly Error PlaceUnknown = new(Invalid, "action.place-unknown", "One of the variables is none. Choose from the list.", "words");
    public static readonly Error WaitInvalid = new(Invalid, "action.wait-invalid", "Let it wait from a minute to 400 days.", "for");
    public static readonly Error LevelInvalid = new(Invalid, "action.level-invalid", "A level is low, medium or high.", "to");
    public static readonly Error WaitForInvalid = new(Invalid, "action.wait-for-invalid", "A ticket waits for customer, supplier, change, problem or other.", "to");
}
