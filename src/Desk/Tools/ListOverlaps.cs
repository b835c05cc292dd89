namespace FirstContact.Tools;

/// <summary>The overlaps that people have marked, open ones first, and those that the inventory itself shows and nobody has marked.</summary>
public sealed record ListOverlaps : IQuery<OverlapList>
{
    public Permission Needs => ToolPermissions.See;

    public async Task<Result<OverlapList>> Ask(Question question)
    {
        var (tools, overlaps) = (await question.Read.Tools(), await question.Read.ToolOverlaps());
        var names = tools.ToDictionary(t => t.Id, t => t.Named);
        var told = overlaps.Select(o => o with
        {
            Details = o.Details with { Tools = [.. o.Details.Tools.Select(t => names.GetValueOrDefault(t.Id, t))], Stays = o.Details.Stays is { } stays ? names.GetValueOrDefault(stays.Id, stays) : null },
        });
        var alike = from tool in tools
                    where tool.Active
                    group tool by (tool.Details.Kind, Purpose: tool.Details.Purpose.Folded, Platform: tool.Details.Platform.Folded) into same
                    where same.Count() > 1 && !overlaps.Any(o => same.All(t => o.Details.Tools.Any(m => m.Id == t.Id)))
                    select new Alike(same.First().Details.Purpose, same.First().Details.Platform, [.. same.Select(t => t.Named)]);
        return new OverlapList([.. told.Select(o => new OverlapLine(o, question.Caller.Owns(o.Details, tools)))], [.. alike]);
    }
}

/// <param name="Alike">Tools of one purpose and platform that nobody has marked.</param>
public sealed record OverlapList(IReadOnlyList<OverlapLine> Lines, IReadOnlyList<Alike> Alike);

/// <param name="Kept">Whether the caller may change it.</param>
public sealed record OverlapLine(ToolOverlap Overlap, bool Kept);

public sealed record Alike(string Purpose, string Platform, IReadOnlyList<Named<ToolId>> Tools);
