using FirstContact.Policies;

namespace FirstContact.Deskside;

/// <summary>The door of the slice.</summary>
public static class DesksideModule
{
    private static readonly PolicyDocument<DesksideRules> Rules = new(Deskside.DesksideRules.Usual,
        rules => DeskJson.Write(rules.Values), (version, body) => new() { Version = version, Values = DeskJson.Read<DesksideValues>(body) });

    extension(Work work)
    {
        public WalkUpStore WalkUps => new(work);

        public PolicyStore<DesksideRules> DesksideRules => new(work, Rules);
    }

    extension(Reader read)
    {
        internal ValueTask<DesksideRules> DesksideRules() => Rules.Kept(read);
    }
}
