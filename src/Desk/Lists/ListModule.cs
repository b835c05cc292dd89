using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>The door of the slice: views that people keep, and what is done to many tickets at once.</summary>
public static class ListModule
{
    extension(Work work)
    {
        public ViewStore Views => new(work);

        public BatchStore Batches => new(work);
    }

    extension(Reader read)
    {
        /// <summary>Every view that is in use, by name. Kept in memory.</summary>
        internal ValueTask<IReadOnlyList<View>> Views() => read.Kept(View.Subject, ViewStore.All);
    }
}

public static class ListPermissions
{
    /// <summary>Clear up shared views that others have made.</summary>
    public static readonly Permission Tidy = new("lists.tidy");

    public static IEnumerable<(Role, Permission)> Granted => [(Role.Administrator, Tidy), (Role.ServiceCoordinator, Tidy), (Role.TeamLead, Tidy)];
}

/// <summary>Every event of lists: its stored name and the one sentence that tells it.</summary>
public static class ListEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<ViewSaved>("view.saved", e => $"saved the view {e.Details.Name}"),
        EventWords.Of<ViewChanged>("view.changed", e => e.From.Name == e.To.Name ? $"changed the view {e.To.Name}" : $"renamed the view {e.From.Name} to {e.To.Name}"),
        EventWords.Of<ViewRemoved>("view.removed", _ => "removed the view"),
        EventWords.Of<BatchRan>("batch.ran", e => $"did one thing to {e.Items.Count} tickets: {e.What}"),
        EventWords.Of<BatchTakenBack>("batch.undone", e => $"undid it on {e.Items.Count(i => i.Refused is null)} tickets"),
    ];
}
