using System.Text.RegularExpressions;
using FirstContact.People;
using FirstContact.Tickets;

namespace FirstContact.Lists;

/// <summary>The views that the caller sees: one's own, those of one's teams, and everybody's; own ones first.</summary>
public sealed record ListViews : IQuery<IReadOnlyList<View>>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyList<View>>> Ask(Question question) => new(await Seen(question), null);

    internal static async Task<IReadOnlyList<View>> Seen(Question question)
    {
        var me = question.Caller.Person;
        var views = await question.Read.Views();
        if (views.Count == 0) return views;
        var mine = (await question.Read.Teams()).Where(t => t.Members.Contains(me)).Select(t => t.Id).ToHashSet();
        return [.. views.Where(v => v.Owner == me || v.Sharing == Sharing.Everybody || (v.Sharing == Sharing.Team && mine.Contains(v.Team!.Value.Id))).OrderBy(v => v.Owner == me ? 0 : 1)];
    }
}

/// <summary>One view, if the caller sees it.</summary>
public sealed record ShowView(ViewId Id) : IQuery<View>
{
    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<View>> Ask(Question question) => (await ListViews.Seen(question)).FirstOrDefault(v => v.Id == Id) is { } view ? view : ListErrors.ViewNotFound;
}

/// <summary>How many tickets stand in each of the views that the navigation shows, in one question; counted to a thousand at most, and kept until a ticket moves.</summary>
public sealed partial record CountViews : IQuery<IReadOnlyDictionary<ViewId, long>>
{
    /// <summary>So many views stand in the navigation; the others are one click away.</summary>
    public const int Most = 12;

    public Permission Needs => TicketPermissions.SeeAll;

    public async Task<Result<IReadOnlyDictionary<ViewId, long>>> Ask(Question question)
    {
        var views = (await ListViews.Seen(question)).Take(Most).ToList();
        if (views.Count == 0) return new Dictionary<ViewId, long>();
        var counted = await question.Read.Kept(Ticket.Subject, read => Count(question with { Read = read }, views), question.Caller.Person.Value);
        return counted.Of(views) ? new(counted.Counts, null) : new((await Count(question, views)).Counts, null);
    }

    private static async Task<Counted> Count(Question question, List<View> views)
    {
        var (parts, args) = (new List<string>(), new List<(string, object?)>());
        foreach (var view in views)
        {
            // A team that was retired since makes a view that nobody can be in.
            if (!(await ListAddress.Filter(view.Conditions).Where(question)).Is(out var where, out _)) continue;
            parts.Add($"select {parts.Count} as no, {view.Key} as id, count(*) as tickets from (select 1 from ticket t {Parameter().Replace(where.Sql, $"@v{view.Key}_")} limit {CountTickets.Most}) s{parts.Count}");
            args.AddRange(where.Args.Select(a => ($"@v{view.Key}_{a.Item1[1..]}", a.Item2)));
        }
        var rows = parts.Count == 0 ? [] : await question.Read.List(string.Join(" union all ", parts), r => (Id: r.GetInt64(1), Count: r.GetInt64(2)), [.. args]);
        return new(views.ToDictionary(v => v.Id, v => v.Version), rows.ToDictionary(r => new ViewId(r.Id), r => r.Count));
    }

    // Not the @@ of a text search.
    [GeneratedRegex(@"(?<!@)@(?=\w)")]
    private static partial Regex Parameter();

    private sealed record Counted(Dictionary<ViewId, int> Views, IReadOnlyDictionary<ViewId, long> Counts)
    {
        /// <summary>Whether these are the counts of these very views, none changed since.</summary>
        public bool Of(List<View> views) => views.Count == Views.Count && views.TrueForAll(v => Views.TryGetValue(v.Id, out var version) && version == v.Version);
    }
}
