using FirstContact.People;
namespace FirstContact.Tools;

/// <summary>One tool with what moves to and from it, what does the same, how often it was used, and its history.</summary>
/// <param name="Since">From when on sessions are counted.</param>
public sealed record ShowTool(ToolId Id, Instant Since) : IQuery<ToolView>
{
    public Permission Needs => ToolPermissions.See;

    public async Task<Result<ToolView>> Ask(Question question)
    {
        var read = question.Read;
        var lines = await ListTools.Lines(question);
        if (lines.Find(l => l.Tool.Id == Id) is not { } line) return ToolErrors.NotFound;
        var used = await read.List("""
            select m.name, count(*) from tool_session s left join team m on m.id = s.team where s.tool = @tool and s.at >= @since group by m.name order by count(*) desc, m.name
            """, r => new ToolUsed(r.TextOrNull(0), (int)r.GetInt64(1)), ("@tool", Id), ("@since", Since));
        var entries = await new JournalReader(question.Catalogue).Of(read, Tool.Subject, Id.Value);
        var names = await FindPerson.Names(read, entries.Select(e => e.Actor));
        return new ToolView(
            line, [.. lines.SelectMany(l => l.Tool.Procedures, (l, p) => (From: l.Tool.Named, p.To, p.Steps)).Where(p => p.To.Id == Id).Select(p => new Procedure(p.From, p.Steps))],
            [.. (await read.ToolOverlaps()).Where(o => o.Details.Tools.Any(t => t.Id == Id))], used,
            [.. entries.Select(e => new ToolChange(e.At, names.GetValueOrDefault(e.Actor, ""), question.Catalogue.Sentence(e.Event), e.Event)).Reverse()]);
    }
}

/// <param name="Incoming">How work comes to it: <see cref="Procedure.To"/> names the tool that it comes from.</param>
/// <param name="Used">By team, the busiest first.</param>
/// <param name="History">The newest first.</param>
public sealed record ToolView(ToolLine Line, IReadOnlyList<Procedure> Incoming, IReadOnlyList<ToolOverlap> Overlaps, IReadOnlyList<ToolUsed> Used, IReadOnlyList<ToolChange> History)
{
    public Tool Tool => Line.Tool;
}

/// <param name="Team">Null for agents without one.</param>
public sealed record ToolUsed(string? Team, int Sessions);

public sealed record ToolChange(Instant At, string By, string Sentence, Event Event);
