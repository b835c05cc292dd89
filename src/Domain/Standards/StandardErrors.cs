using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Standards;

public static class StandardErrors
{
    public static readonly Error NotFound = new(Missing, "standards.not-found", "Nothing is published here yet.");
    public static readonly Error CommentNotFound = new(Missing, "standards.comment-not-found", "There is no such comment.");
    public static readonly Error PhilosophyMissing = new(Invalid, "standards.philosophy-missing", "Say what the desk stands for before anybody reads it.", "philosophy");
    public static readonly Error TooLong = new(Invalid, "standards.too-long", $"Keep it within {PublishedStandards.LongestText} characters.");
    public static readonly Error AgreementUnknown = new(Invalid, "standards.agreement-unknown", "Choose agreements with those who are served.", "shown");
    public static readonly Error KeptMissing = new(Invalid, "standards.kept-missing", "Say whether we keep what we promise.", "kept");
    public static readonly Error WordsMissing = new(Invalid, "standards.words-missing", "Write a few words.", "words");
    public static readonly Error CommentTooLong = new(Invalid, "standards.comment-too-long", $"Keep it within {StandardsComment.LongestWords} characters.", "words");
    public static readonly Error ReasonMissing = new(Invalid, "standards.reason-missing", "Say why it is taken away.", "reason");
    public static readonly Error TooManyAnswers = new(Conflict, "standards.too-many-answers", $"It has {StandardsComment.MostAnswers} answers already: talk to each other.");
    public static readonly Error HiddenAlready = new(Conflict, "standards.hidden-already", "It is not shown any more.");
}
