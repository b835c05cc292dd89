namespace FirstContact.Tickets;

/// <summary>What can be done to a ticket without a look at its page: by bulk actions, macros and rules alike.</summary>
public enum TicketVerb
{
    Assign, Team, Priority, Impact, Urgency, Category, Service, Class, Tag, Untag, Note, Reply, AskIn, Watch, Unwatch, Wait, Resume, Cancel, Close, Reopen,

    /// <summary>Only a rule does this.</summary>
    Webhook,
}

public static class TicketVerbs
{
    extension(TicketVerb verb)
    {
        /// <summary>Whether it is about somebody or something.</summary>
        public bool TakesTo => verb is not (TicketVerb.Note or TicketVerb.Reply or TicketVerb.Resume or TicketVerb.Cancel or TicketVerb.Close or TicketVerb.Reopen);

        /// <summary>Nobody is somebody whom a ticket can be given to.</summary>
        public bool NeedsTo => verb.TakesTo && verb != TicketVerb.Assign;

        /// <summary>Whether its words are a message.</summary>
        public bool Speaks => verb is TicketVerb.Note or TicketVerb.Reply;

        public bool TakesWords => verb is TicketVerb.Priority or TicketVerb.Note or TicketVerb.Reply or TicketVerb.AskIn or TicketVerb.Wait or TicketVerb.Cancel or TicketVerb.Close or TicketVerb.Reopen;
    }
}
