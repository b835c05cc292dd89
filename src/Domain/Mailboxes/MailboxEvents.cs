namespace FirstContact.Mailboxes;

public sealed record MailboxAdded(MailboxDetails Details) : Event;

public sealed record MailboxChanged(MailboxDetails From, MailboxDetails To) : Event;

/// <summary>Which are new; never what they are.</summary>
public sealed record MailboxSecretsChanged(Seq<MailboxSecret> Secrets) : Event;

public sealed record MailboxSwitchedOn : Event;

public sealed record MailboxSwitchedOff : Event;

public sealed record MailboxFetchedAgain(int Messages) : Event;

public sealed record MailboxRemoved(string Name) : Event;
