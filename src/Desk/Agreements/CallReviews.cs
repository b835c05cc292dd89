namespace FirstContact.Agreements;

/// <summary>Looks for reviews that nobody was told of. Every node looks; of two that tell at once one does.</summary>
internal static class CallReviews
{
    private static readonly Call Timer = new(Caller.Desk, "timer");

    public static async Task Run(Journal.Desk desk, Database database, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        IReadOnlyList<Agreement> all;
        await using (var read = await database.Read(stop)) all = await AgreementStore.All(read);
        foreach (var agreement in all.Where(a => a.ToCall(now, now.InUtc().Date) is not null)) await desk.Do(new CallForReview(agreement.Id), Timer, stop);
    }
}
