using FirstContact.People;

namespace FirstContact.Targets;

/// <summary>One goal: how it stands, what others reach, and what became of it.</summary>
public sealed record ShowTarget(TargetId Id) : IQuery<TargetView>
{
    public Permission Needs => TargetPermissions.See;

    public async Task<Result<TargetView>> Ask(Question question)
    {
        var read = question.Read;
        if (await TargetStore.Find(read, Id) is not { } target) return TargetErrors.NotFound;
        var figures = (await IndustryFigureStore.All(read)).Where(f => f.Terms.Measure == target.Terms.Measure);
        var history = await new JournalReader(question.Catalogue).Of(read, Target.Subject, Id.Value);
        var people = await FindPerson.Names(read, history.Select(h => h.Actor));
        return new TargetView(target, await ShowAttained.Of(read, target.Terms, question.Now), [.. figures],
            [.. history.Select(h => new TargetEntry(h.At, people.GetValueOrDefault(h.Actor, ""), question.Catalogue.Sentence(h.Event))).Reverse()]);
    }
}

/// <param name="History">The newest first.</param>
public sealed record TargetView(Target Target, Attained Attained, IReadOnlyList<IndustryFigure> Figures, IReadOnlyList<TargetEntry> History);

public sealed record TargetEntry(Instant At, string By, string Sentence);
