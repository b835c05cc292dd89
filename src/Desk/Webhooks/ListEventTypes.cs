namespace FirstContact.Webhooks;

/// <summary>All that can happen and that a webhook can be told of.</summary>
public sealed record ListEventTypes : IQuery<IReadOnlyList<EventType>>
{
    public Permission Needs => Permission.SignedIn;

    public Task<Result<IReadOnlyList<EventType>>> Ask(Question question) => Task.FromResult(new Result<IReadOnlyList<EventType>>(
        [.. question.Catalogue.All.Select(e => new EventType(e.Name, WebhookModule.Kind(e.Name), e.Version)).OrderBy(e => e.Name, StringComparer.Ordinal)], null));
}

/// <param name="Kind">What stands for this and all others of its kind.</param>
public sealed record EventType(string Name, string Kind, int Version);
