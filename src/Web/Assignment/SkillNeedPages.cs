using FirstContact.Services;

namespace FirstContact.Assignment;

/// <param name="Skills">What people at the desk can do, to choose from.</param>
/// <param name="Typed">What was refused; null when nothing was.</param>
public sealed record SkillNeedModel(SkillNeeds Needs, IReadOnlyList<CategoryRow> Categories, IReadOnlyList<ServiceRow> Services, IReadOnlyList<string> Skills, Form? Typed = null, Error? Error = null)
{
    public string? Value(SkillNeed of) => Typed is { } typed ? typed[of.Field()] : Needs.Needs.FirstOrDefault(n => n.Field() == of.Field())?.Skill;
}

/// <summary>Which category and which service asks for which skill: one page, one form.</summary>
internal static class SkillNeedPages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/skills", (WebCall call, Desk desk) => Screen(desk, call));
        settings.MapPost("/skills", async (Form form, WebCall call, Desk desk) =>
        {
            var model = await Model(desk, call);
            Seq<SkillNeed> typed = [.. Places(model).Where(p => form[p.Field()] is not null).Select(p => p with { Skill = form[p.Field()]! })];
            return (await desk.Do(new ChangeSkillNeeds(typed), call.Of(form))).Error is { } no ? await Screen(desk, call, form, no) : new SeeOther("/settings/skills");
        });
    }

    internal static IEnumerable<SkillNeed> Places(SkillNeedModel model) => [.. model.Categories.Select(c => new SkillNeed("", Category: c.Id)), .. model.Services.Select(s => new SkillNeed("", Service: s.Id))];

    private static async Task<IResult> Screen(Desk desk, WebCall call, Form? typed = null, Error? no = null) => no?.Kind == ErrorKind.Forbidden
        ? no.Page()
        : Show.Page<SkillNeedPage, SkillNeedModel>(await Model(desk, call) with { Typed = typed, Error = no }, no?.Status() ?? 200);

    private static async Task<SkillNeedModel> Model(Desk desk, WebCall call)
    {
        var needs = (await desk.Ask(new ShowSkillNeeds(), call.Caller)).Value ?? SkillNeeds.Usual;
        var named = needs.Needs.Select(n => n.Field()).ToHashSet();
        // What is retired is shown only while it still asks for something.
        var categories = (await desk.Ask(new ListCategories(), call.Caller)).Value!.Where(c => c.Active || named.Contains(new SkillNeed("", Category: c.Id).Field()));
        var services = (await desk.Ask(new ListServices(), call.Caller)).Value!.Where(s => s.Active || named.Contains(new SkillNeed("", Service: s.Id).Field()));
        var skills = ((await desk.Ask(new People.ListTeams(), call.Caller)).Value ?? []).Where(t => t.Active).SelectMany(t => t.Skills).Distinct(StringComparer.OrdinalIgnoreCase);
        return new(needs, [.. categories], [.. services], [.. skills]);
    }
}
