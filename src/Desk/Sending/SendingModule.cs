using FirstContact.Policies;

namespace FirstContact.Sending;

/// <summary>The door of the slice: what other slices may ask of it.</summary>
public static class SendingModule
{
    private static readonly PolicyDocument<LetterRules> Document = new(FirstContact.Sending.LetterRules.Usual,
        rules => DeskJson.Write(rules.Forms), (version, body) => new() { Version = version, Forms = DeskJson.Read<Seq<OwnForm>>(body) });

    extension(Work work)
    {
        public StoppedAddresses StoppedAddresses => new(work);

        public PolicyStore<LetterRules> LetterRules => new(work, Document);
    }

    extension(Reader read)
    {
        public ValueTask<LetterRules> LetterRules() => Document.Kept(read);
    }
}
