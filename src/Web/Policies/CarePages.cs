using System.Globalization;

namespace FirstContact.Policies;

/// <param name="Rules">As they are, or as they were typed; those to be removed stand last, so that an error's rule is the one at its place.</param>
public sealed record CareModel(CarePolicy Policy, IReadOnlyList<ClassRow> Classes, IReadOnlyList<TypedRule> Rules, Error? Error = null);

/// <summary>A rule in the form. What cannot be read of it stays null, and the verb refuses the rule.</summary>
public sealed record TypedRule(ClassId? Class, int? Priority, IReadOnlyList<Demand?> Steps, CraftBy CraftBy, bool Remove = false)
{
    public bool IsGeneral => Class is null && Priority is null;

    public CareRule Rule => new(Class, Priority, [.. Steps.OfType<Demand>()], CraftBy);

    public static TypedRule Of(CareRule rule) => new(rule.Class, rule.Priority, [.. rule.Steps.Select(s => (Demand?)s)], rule.CraftBy);
}

internal static class CarePages
{
    public static void Map(IEndpointRouteBuilder settings)
    {
        settings.MapGet("/care", (WebCall call, Desk desk) => Screen(desk, call, null));
        settings.MapPost("/care", async (Form form, WebCall call, Desk desk) =>
        {
            var (kept, removed) = (Typed(form).Where(r => !r.Remove).ToList(), Typed(form).Where(r => r.Remove));
            var result = await desk.Do(new ChangeCarePolicy([.. kept.Select(r => r.Rule)]), call.Of(form));
            return result.Error is { } no ? await Screen(desk, call, [.. kept, .. removed], no) : new SeeOther("/settings/care");
        });
    }

    public static string Field(int rule, string name) => $"{CarePolicy.Field(rule)}.{name}";

    public static string Field(int rule, CareStep step) => Field(rule, step.ToString().ToLowerInvariant());

    /// <summary>The rules of the form; the empty one at its end is none until it names a class or a priority.</summary>
    private static IEnumerable<TypedRule> Typed(Form form)
    {
        // One beyond what is allowed, so that too many are refused and not cut off in silence.
        for (var i = 0; i <= CarePolicy.MostRules && form[Field(i, "craftBy")] is not null; i++)
        {
            var rule = new TypedRule(
                form[Field(i, "class")] is { } id ? new ClassId(long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1) : null,
                form[Field(i, "priority")] is null ? null : form.Number(Field(i, "priority")) ?? 0,
                [.. CareSteps.All.Select(step => form.Word<Demand>(Field(i, step)))],
                form.Word<CraftBy>(Field(i, "craftBy")) ?? CraftBy.Anyone,
                form.Ticked(Field(i, "remove")));
            if (!(form.Ticked(Field(i, "new")) && rule.IsGeneral)) yield return rule;
        }
    }

    private static async Task<IResult> Screen(Desk desk, WebCall call, IReadOnlyList<TypedRule>? typed, Error? no = null)
    {
        if (no?.Kind == ErrorKind.Forbidden) return no.Page();
        var policy = (await desk.Ask(new ShowCarePolicy(), call.Caller)).Value!;
        var classes = (await desk.Ask(new ListClasses(), call.Caller)).Value!;
        return Show.Page<CarePage, CareModel>(new(policy, classes, typed ?? [.. policy.Rules.Select(TypedRule.Of)], no), no?.Status() ?? 200);
    }
}
