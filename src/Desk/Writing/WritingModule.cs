namespace FirstContact.Writing;

/// <summary>The door of the slice: replies on their way, and what is being written.</summary>
public static class WritingModule
{
    extension(Work work)
    {
        public ReplyStore Replies => new(work);
    }

    extension(Reader read)
    {
        /// <summary>What this person is writing, the latest first. Kept in memory.</summary>
        internal ValueTask<IReadOnlyList<OpenDraft>> DraftsOf(PersonId person) => read.Kept(Drafts.Topic, r => OpenDraft.Of(r, person), person.Value);

        /// <summary>What this person can still take back. Kept in memory.</summary>
        internal ValueTask<IReadOnlyList<LeavingReply>> LeavingOf(PersonId person) => read.Kept(Reply.Subject, r => LeavingReply.Of(r, person), person.Value);
    }
}
