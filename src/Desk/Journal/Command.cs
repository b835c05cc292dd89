namespace FirstContact.Journal;

/// <summary>Something a person, a mail or a timer wants done. The compiler asks each for its permission.</summary>
public interface ICommand<T>
{
    Permission Needs { get; }

    Task<Result<T>> Do(Work work);

    /// <summary>The answer to the same request sent twice.</summary>
    Task<Result<T>> Again(Work work, long subject);

    /// <summary>What the answer is about, remembered under the idempotency key.</summary>
    long Subject(T answer);
}

/// <summary>A command that answers with the one thing it touched: nearly all of them.</summary>
public abstract record Command<T> : ICommand<T> where T : class, IAggregate<T>
{
    public abstract Permission Needs { get; }

    public abstract Task<Result<T>> Do(Work work);

    protected abstract Store<T> StoreOf(Work work);

    public Task<Result<T>> Again(Work work, long subject) => StoreOf(work).Load(subject);

    public long Subject(T answer) => answer.Key;
}
