using FirstContact.Policies;

namespace FirstContact.Standards;

/// <summary>The door of the slice.</summary>
public static class StandardModule
{
    private static readonly PolicyDocument<PublishedStandards> Document = new(PublishedStandards.Usual, s => DeskJson.Write(s.Words), (version, body) => PublishedStandards.Usual with { Version = version, Words = DeskJson.Read<StandardsWords>(body) });

    extension(Work work)
    {
        public PolicyStore<PublishedStandards> Standards => new(work, Document);

        public StandardsCommentStore StandardsComments => new(work);
    }

    extension(Reader read)
    {
        internal ValueTask<PublishedStandards> Standards() => Document.Kept(read);
    }
}
