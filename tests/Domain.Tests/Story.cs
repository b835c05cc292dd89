namespace FirstContact;

/// <summary>Given what has happened, when a verb is asked, then these events or this error.</summary>
public sealed record Story<T>(T State, By By, Decision? Answer = null) where T : IAggregate<T>
{
    private static readonly By AMorning = new(new(1), Instant.FromUtc(2026, 11, 22, 9, 0));

    public Story(T state) : this(state, AMorning) { }

    public Story<T> Given(params Event[] happened) => this with { State = happened.Aggregate(State, (s, e) => s.Apply(e, By)) };

    public Story<T> After(Duration time) => this with { By = By with { At = By.At + time } };

    public Story<T> As(PersonId person) => this with { By = By with { Person = person } };

    public Story<T> When(Func<T, By, Decision> verb) => this with { Answer = verb(State, By) };

    public Story<T> When(Func<T, Decision> verb) => When((state, _) => verb(state));

    public void Then(params Event[] expected)
    {
        Assert.Null(Answer!.Error);
        Assert.Equal(expected, Answer.Events);
    }

    /// <summary>All that is wrong, in the order it is said.</summary>
    public void Then(params Error[] expected)
    {
        Assert.NotNull(Answer!.Error);
        Assert.Equal(expected, Answer.Error.All);
    }

    public void ThenNothing() => Assert.Same(Decision.Nothing, Answer);
}
