using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Guides;

public static class GuideErrors
{
    public static readonly Error TooMany = new(Invalid, "guide.too-many", $"Keep it within {Guide.Most} questions: nobody answers more.", "questions");
    public static readonly Error TextMissing = new(Invalid, "guide.text-missing", "Write the question.", "text");
    public static readonly Error TooLong = new(Invalid, "guide.too-long", $"Keep it within {Guide.Longest} characters.");
    public static readonly Error OptionsMissing = new(Invalid, "guide.options-missing", "Give at least two to choose from, one a line.", "options");
    public static readonly Error OptionTwice = new(Invalid, "guide.option-twice", "Each can be there only once.", "options");
    public static readonly Error OptionNeither = new(Invalid, "guide.option-neither", "Say only where Yes and No lead to, like 'Yes > Printers'.", "options");
    public static readonly Error LeadsNowhere = new(Invalid, "guide.leads-nowhere", "There is no such category to lead to.", "options");
    public static readonly Error NoSuchQuestion = new(Invalid, "guide.no-such-question", "This is not asked here.");
    public static readonly Error NoSuchAnswer = new(Invalid, "guide.no-such-answer", "Choose one of the answers.");
    public static readonly Error AnswerTooLong = new(Invalid, "guide.answer-too-long", $"Keep it within {Guide.LongestAnswer} characters.");
}
