using FirstContact.Policies;

namespace FirstContact.Tickets;

public enum TicketKind { Incident, Request }

public enum TicketStatus { New, InProgress, Waiting, Resolved, Closed, Cancelled }

public enum Channel { Portal, Mail, Phone, WalkUp, Chat, Api, Event }

public enum Visibility { Public, Internal }

/// <summary>What a message is: written to the other side, written for colleagues, or what was said in a call.</summary>
public enum MessageKind { Reply, Note, Call }

public enum WaitFor { Customer, Supplier, Change, Problem, Other }

public enum ResumedBy { Hand, CustomerAnswered, TimeUp }

public enum Reproduced { Reproduced, NotReproduced, NotApplicable }

/// <summary>Where the idea for a solution comes from.</summary>
public enum ProposalSource { Experience, Article, SimilarTicket }

public enum CraftOutcome { Works, Fails }

public enum CustomerOutcome { Works, NotYet }

/// <summary>What the customer's last word was: why somebody has to look.</summary>
public enum CustomerWord { Asked, Answered, Corrected, NotYet, Reopened }

/// <summary>What a close rests on: the customer's word, silence after the set period, or a written reason instead of either.</summary>
public enum Verification { ByCustomer, BySilence, Waived }

/// <summary>What a contact is about and how it is handled.</summary>
public sealed record Classification(Named<CategoryId>? Category, Named<ServiceId>? Service, Named<ClassId>? Class);

/// <summary>A file as a message or a ticket refers to it; what is in it lies in the database once, by its SHA-256.</summary>
public sealed record FileRef(long Id, string Name, string Type, long Size);

/// <summary>Who waits for what, and until when.</summary>
public sealed record Wait(WaitFor For, string Reason, bool Contacted, Instant? Until, Instant Since)
{
    /// <summary>Which one, where it waits for a supplier.</summary>
    public Named<SupplierId>? Supplier { get; init; }
}
