using FirstContact.Policies;

namespace FirstContact.Measures;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class MeasureModule
{
    private static readonly PolicyDocument<MeasureRules> Document = new(Measures.MeasureRules.Usual,
        rules => DeskJson.Write(rules.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<MeasureRuleValues>(body) });

    extension(Work work)
    {
        public PolicyStore<MeasureRules> MeasureRules => new(work, Document);
    }

    extension(Reader read)
    {
        public ValueTask<MeasureRules> MeasureRules() => Document.Kept(read);
    }
}
