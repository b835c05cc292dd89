namespace FirstContact.Mail;

/// <summary>By what a message names a ticket, the surest first.</summary>
public enum FoundBy
{
    /// <summary>It answers a message that the desk sent: nobody guesses the id of one.</summary>
    OurMessage,

    /// <summary>It answers a message that came to the desk.</summary>
    TheirMessage,

    /// <summary>It went to an address that the desk has signed for the ticket.</summary>
    SignedAddress,

    /// <summary>The number stands in the subject, where anybody can write it.</summary>
    Subject,

    Nothing
}

/// <summary>Who wrote, as the ticket knows them.</summary>
public enum Writer
{
    Customer,

    /// <summary>Somebody whom the ticket names: a watcher, or whoever was in Cc.</summary>
    Participant,

    Staff,

    /// <summary>Staff who passes on what somebody else has written.</summary>
    Forwarder,

    Stranger
}

/// <summary>How the ticket stands.</summary>
public enum Stands { Open, Resolved, Closed, LongClosed, Merged, Cancelled }

/// <summary>What a message does.</summary>
public enum FollowUp
{
    Opens,

    /// <summary>A ticket for whoever wrote what is passed on.</summary>
    OpensForAuthor,

    /// <summary>A ticket of its own, and the one that it names is linked with it.</summary>
    OpensLinked,

    /// <summary>A ticket that takes up again one which can no longer be reopened.</summary>
    Continues,

    Joins,

    /// <summary>It joins, and who wrote it looks on from now.</summary>
    JoinsAndWatches,

    Reopens
}

/// <summary>
/// Which ticket a message goes on. The guide has it as a table (docs/guide/mail.md), and a test holds the two together. Who wrote it never finds a ticket by
/// itself: one customer has several matters.
/// </summary>
public static class FollowUps
{
    /// <param name="invited">Whether somebody unknown who has the desk's own message, or an address that it signed, may join.</param>
    /// <param name="machine">Whether a program wrote it: it comes to watch nothing, and opens again nothing that a person has closed.</param>
    public static FollowUp Of(FoundBy found, Writer writer, Stands stands, bool invited, bool machine = false) =>
        By(found, writer, stands, invited) switch
        {
            FollowUp.JoinsAndWatches or FollowUp.Reopens when machine => FollowUp.OpensLinked,
            var does => does,
        };

    private static FollowUp By(FoundBy found, Writer writer, Stands stands, bool invited) => (found, writer, stands) switch
    {
        (FoundBy.Nothing, Writer.Forwarder, _) => FollowUp.OpensForAuthor,
        (FoundBy.Nothing, _, _) => FollowUp.Opens,
        (_, _, Stands.Cancelled) => FollowUp.OpensLinked,
        (_, Writer.Staff or Writer.Forwarder, _) => FollowUp.Joins,
        (_, Writer.Customer, Stands.Closed) => FollowUp.Reopens,
        (_, Writer.Customer, Stands.LongClosed) => FollowUp.Continues,
        (_, Writer.Customer, _) => FollowUp.Joins,
        (_, Writer.Participant, Stands.LongClosed) => FollowUp.OpensLinked,
        (_, Writer.Participant, _) => FollowUp.Joins,
        (FoundBy.OurMessage or FoundBy.SignedAddress, Writer.Stranger, Stands.Open or Stands.Resolved or Stands.Merged) when invited => FollowUp.JoinsAndWatches,
        _ => FollowUp.OpensLinked,
    };
}
