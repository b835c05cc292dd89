namespace FirstContact.Writing;

/// <summary>What the slice hangs into the web: what one has begun to write, in the navigation.</summary>
public static class WritingWeb
{
    public static IServiceCollection AddWriting(this IServiceCollection services) => services.AddSingleton(new NavItems(Begun));

    private static async Task<IReadOnlyList<NavItem>> Begun(Desk desk, Caller caller) =>
        caller.May(WritingPermissions.Write) && (await desk.Ask(new ListDrafts(), caller)).Is(out var drafts, out _)
            ? [.. drafts.Select(d => new NavItem($"/t/{d.Number}", "pencil", $"{d.Number} {d.Title}", null, Open: true))]
            : [];
}
