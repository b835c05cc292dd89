namespace FirstContact.Writing;

/// <summary>What the slice hangs into the web: what one has begun to write, in the navigation.</summary>
public static class WritingWeb
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services.AddSingleton(new NavItems(Begun)).AddSingleton(new Undoables(Leaving));

    private static async Task<IReadOnlyList<NavItem>> Begun(Desk desk, Caller caller) =>
        caller.May(WritingPermissions.Write) && (await desk.Ask(new ListDrafts(), caller)).Is(out var drafts, out _)
            ? [.. drafts.Select(d => new NavItem($"/t/{d.Number}", "pencil", $"{d.Number} {d.Title}", null, Open: true))]
            : [];

    private static async Task<IReadOnlyList<Undoable>> Leaving(Desk desk, Caller caller) =>
        caller.May(WritingPermissions.Write) && (await desk.Ask(new ListLeaving(), caller)).Is(out var replies, out _)
            ? [.. replies.Select(r => new Undoable($"Reply on {r.Number}", r.Leaves, $"/t/{r.Number}/replies/{r.Id}/taking-back"))]
            : [];
}
