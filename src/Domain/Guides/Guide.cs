namespace FirstContact.Guides;

/// <summary>What is asked of tickets of one category, so that what is really wrong comes out.</summary>
public sealed record Guide : IAggregate<Guide>
{
    public const int Most = 20, MostOptions = 30, Longest = 300, LongestAnswer = 2000;

    public static string Subject => "guide";

    /// <summary>The category whose tickets are asked.</summary>
    public CategoryId Id { get; init; }

    public int Version { get; init; }
    public Seq<GuideQuestion> Questions { get; init; } = [];

    public long Key => Id.Value;

    /// <summary>What customers are asked.</summary>
    public IEnumerable<GuideQuestion> ForCustomers => Questions.Where(q => q.ForCustomers);

    /// <param name="questions">In their order; those without a number are new.</param>
    public Decision Change(Named<CategoryId> category, Seq<GuideQuestion> questions)
    {
        if (questions.Count > Most) return GuideErrors.TooMany;
        var last = Questions.Concat(questions).Select(q => q.No).DefaultIfEmpty().Max();
        Seq<GuideQuestion> to = [.. questions.Select(q => q.Trimmed with { No = q.No > 0 ? q.No : ++last })];
        if (Error.Of(to.Index().SelectMany(q => q.Item.Wrong(q.Index))) is { } no) return no;
        return to.Equals(Questions) ? Decision.Nothing : new GuideChanged(category, Questions, to);
    }

    /// <summary>What was answered, as it was asked; what is blank is left out.</summary>
    /// <param name="serves">Whether it is an agent who answers: customers are asked less.</param>
    public Result<Seq<GuideAnswer>> Read(IEnumerable<GuideTyped> typed, bool serves)
    {
        var (answers, wrong) = (new List<GuideAnswer>(), new List<Error?>());
        foreach (var (no, said) in typed)
        {
            var question = Questions.FirstOrDefault(q => q.No == no && (serves || q.ForCustomers));
            if (question is null) wrong.Add(GuideErrors.NoSuchQuestion.At(Field(no)));
            else if (said.IsBlank) continue;
            else if (said.IsLongerThan(LongestAnswer)) wrong.Add(GuideErrors.AnswerTooLong.At(Field(no)));
            else if (question.Understood(said!) is { } word) answers.Add(new(no, question.Text, word));
            else wrong.Add(GuideErrors.NoSuchAnswer.At(Field(no)));
        }
        return Error.Of(wrong) is { } refused ? refused : new Seq<GuideAnswer>(answers.OrderBy(a => Questions.Index().First(q => q.Item.No == a.No).Index));
    }

    /// <summary>The category that the answers lead to; null where they lead to none. Of several the last says most.</summary>
    public Named<CategoryId>? LeadsTo(IEnumerable<GuideAnswer> answers) =>
        answers.Select(a => Questions.FirstOrDefault(q => q.No == a.No)?.Options.FirstOrDefault(o => o.Word == a.Said)?.Leads).LastOrDefault(l => l is not null);

    /// <summary>Where an error about an answer belongs.</summary>
    public static string Field(int no) => $"answers.{no}";

    public Guide Apply(Event happened, By by) => happened switch
    {
        GuideChanged e => this with { Questions = e.To, Version = Version + 1 },
        _ => throw new NotSupportedException($"A guide knows nothing of {happened.GetType().Name}."),
    };
}

public enum GuideKind { Text, Choice, YesNo }

/// <param name="Leads">The category that the ticket belongs to when this is the answer.</param>
public sealed record GuideOption(string Word, Named<CategoryId>? Leads = null);

/// <param name="No">By which it is known when its words change; 0 for a new one.</param>
/// <param name="Options">To choose from; of yes and no only those that lead somewhere.</param>
public sealed record GuideQuestion(int No, string Text, GuideKind Kind, Seq<GuideOption> Options, string? Help, bool ForCustomers)
{
    public static readonly string[] YesNo = ["Yes", "No"];

    /// <summary>All that can be answered; empty where one answers in words.</summary>
    public IEnumerable<string> Words => Kind switch { GuideKind.Choice => Options.Select(o => o.Word), GuideKind.YesNo => YesNo, _ => [] };

    internal GuideQuestion Trimmed => this with
    {
        Text = Text.Trim(), Help = Help.IsBlank ? null : Help!.Trim(),
        Options = Kind == GuideKind.Text ? [] : [.. Options.Select(o => o with { Word = Kind == GuideKind.YesNo ? YesNo.FirstOrDefault(w => Same(w, o.Word)) ?? o.Word.Trim() : o.Word.Trim() }).Where(o => o.Word.Length > 0)],
    };

    /// <summary>The answer in the words of the question; null when it is none.</summary>
    internal string? Understood(string said) => Kind == GuideKind.Text ? said.Trim() : Words.FirstOrDefault(w => Same(w, said));

    internal IEnumerable<Error?> Wrong(int at) =>
    [
        Text.Length == 0 ? GuideErrors.TextMissing.At($"questions[{at}].text") : Text.IsLongerThan(Guide.Longest) ? GuideErrors.TooLong.At($"questions[{at}].text") : null,
        Help.IsLongerThan(Guide.Longest) ? GuideErrors.TooLong.At($"questions[{at}].help") : null,
        (Kind == GuideKind.Choice && Options.Count < 2 ? GuideErrors.OptionsMissing
            : Options.Count > Guide.MostOptions || Options.Any(o => o.Word.IsLongerThan(Guide.Longest)) ? GuideErrors.TooLong
            : Options.DistinctBy(o => o.Word.ToUpperInvariant()).Count() < Options.Count ? GuideErrors.OptionTwice
            : Kind == GuideKind.YesNo && Options.Any(o => !YesNo.Contains(o.Word)) ? GuideErrors.OptionNeither
            : null)?.At($"questions[{at}].options"),
    ];

    private static bool Same(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>An answer as it was typed.</summary>
public sealed record GuideTyped(int No, string? Said);

/// <summary>An answer as it is kept, with the question as it was asked.</summary>
public sealed record GuideAnswer(int No, string Question, string Said);
