using static FirstContact.Kernel.ErrorKind;

namespace FirstContact.Agreements;

public static class AgreementErrors
{
    public static readonly Error NotFound = new(Missing, "agreement.not-found", "There is no such agreement.");

    // Parties
    public static readonly Error TitleMissing = new(Invalid, "agreement.title-missing", "Give it a title.", "title");
    public static readonly Error TitleTooLong = new(Invalid, "agreement.title-too-long", $"Keep the title within {Agreement.LongestTitle} characters.", "title");
    public static readonly Error ProviderWrong = new(Invalid, "agreement.provider-wrong", "Choose who serves: the desk, a team, or a supplier, as the kind of agreement asks for.", "provider");
    public static readonly Error ReceiverWrong = new(Invalid, "agreement.receiver-wrong", "Choose who is served: a unit, a segment or everyone; another team or all teams; or the desk, as the kind of agreement asks for.", "receiver");
    public static readonly Error SameParty = new(Invalid, "agreement.same-party", "Nobody agrees with himself: choose another side.", "receiver");
    public static readonly Error SpeakersMissing = new(Invalid, "agreement.speakers-missing", "Name who speaks for each side.", "speakers");
    public static readonly Error TooManySpeakers = new(Invalid, "agreement.too-many-speakers", $"A side has {Agreement.MostSpeakers} speakers at most.", "speakers");
    public static readonly Error SpeaksForBoth = new(Invalid, "agreement.speaks-for-both", "Nobody speaks for both sides.", "speakers");
    public static readonly Error SpeakerUnknown = new(Invalid, "agreement.speaker-unknown", "Name people who are known here, by e-mail address.", "speakers");

    // Terms
    public static readonly Error MeasureWrong = new(Invalid, "agreement.measure-wrong", "This is not measured between these two sides.", "measure");
    public static readonly Error WithinWrong = new(Invalid, "agreement.within-wrong", "Give a time from a minute to a year, like 30 min or 4 h.", "within");
    public static readonly Error PercentWrong = new(Invalid, "agreement.percent-wrong", "Give a share from 1 to 100 percent.", "percent");
    public static readonly Error AtLeastWrong = new(Invalid, "agreement.at-least-wrong", "Say how many people are to be there, 1 to 99.", "atLeast");
    public static readonly Error HoursMissing = new(Invalid, "agreement.hours-missing", "Choose the hours by which it is counted.", "hours");
    public static readonly Error PrioritiesWrong = new(Invalid, "agreement.priorities-wrong", "Choose priorities from P1 to P5.", "priorities");
    public static readonly Error TargetTwice = new(Invalid, "agreement.target-twice", "Two targets have the same number.", "targets");
    public static readonly Error TargetsOverlap = new(Invalid, "agreement.targets-overlap", "Another target promises the same for this priority.", "priorities");
    public static readonly Error TooManyTargets = new(Invalid, "agreement.too-many-targets", $"Keep it to {Terms.MostTargets} targets.", "targets");
    public static readonly Error TooManyRungs = new(Invalid, "agreement.too-many-rungs", $"Keep the ladder to {Terms.MostRungs} steps.", "ladder");
    public static readonly Error ShareWrong = new(Invalid, "agreement.share-wrong", "Give a share of the time from 1 to 500 percent.", "ladder");
    public static readonly Error RungTwice = new(Invalid, "agreement.rung-twice", "The ladder tells the same people twice at one share.", "ladder");
    public static readonly Error RungPersonMissing = new(Invalid, "agreement.rung-person-missing", "Say which person is told.", "ladder");
    public static readonly Error TextTooLong = new(Invalid, "agreement.text-too-long", $"Keep it within {Terms.LongestText} characters.");
    public static readonly Error ReviewWrong = new(Invalid, "agreement.review-wrong", "Give 1 to 36 months until the next review.", "reviewMonths");
    public static readonly Error Empty = new(Invalid, "agreement.empty", "Nothing is promised yet: add a target, or say what each side does.", "terms");

    // Negotiating
    public static readonly Error Ended = new(Conflict, "agreement.ended", "This agreement has ended.");
    public static readonly Error NothingOnTable = new(Conflict, "agreement.nothing-on-table", "Nothing lies on the table. Begin a draft first.");
    public static readonly Error AlreadyOnTable = new(Conflict, "agreement.already-on-table", "A draft lies on the table already.");
    public static readonly Error NotOpen = new(Conflict, "agreement.not-open", "The draft has not been put to both sides yet.");
    public static readonly Error AlreadyOpen = new(Conflict, "agreement.already-open", "Both sides have the draft before them: answer it with a position, or take it back first.");
    public static readonly Error NoSuchClause = new(Missing, "agreement.no-such-clause", "There is no such clause in this draft.", "clause");
    public static readonly Error NotYourSide = new(Forbidden, "agreement.not-your-side", "You do not speak for this side.");
    public static readonly Error WordsMissing = new(Invalid, "agreement.words-missing", "Say why, so that the other side can answer.", "words");
    public static readonly Error CounterMissing = new(Invalid, "agreement.counter-missing", "Say what you offer instead.", "counter");
    public static readonly Error CounterSame = new(Invalid, "agreement.counter-same", "This is what lies on the table already: agree to it, or offer something else.", "counter");
    public static readonly Error NoCounter = new(Conflict, "agreement.no-counter", "The other side has made no counter-offer for this clause.");
    public static readonly Error StillDisputed = new(Conflict, "agreement.still-disputed", "Some clauses are still disputed. Settle them first.");
    public static readonly Error FromMissing = new(Invalid, "agreement.from-missing", "Say from which day it is to hold.", "from");
    public static readonly Error FromPassed = new(Invalid, "agreement.from-passed", "It can hold from today at the earliest.", "from");
    public static readonly Error FromBeforeLast = new(Invalid, "agreement.from-before-last", "The version before begins later than that.", "from");
    public static readonly Error OtherDraft = new(Conflict, "agreement.other-draft", "The draft has changed since. Read it again before you sign.");
    public static readonly Error SignedAlready = new(Conflict, "agreement.signed-already", "This side has signed already.");
    public static readonly Error OnBehalfMissing = new(Invalid, "agreement.on-behalf-missing", "Say who has signed for them, and when.", "onBehalf");
    public static readonly Error SignsForBoth = new(Conflict, "agreement.signs-for-both", "You have signed for the other side: somebody else signs for this one.");

    // Afterwards
    public static readonly Error NotInForce = new(Conflict, "agreement.not-in-force", "No version has been signed yet.");
    public static readonly Error MinutesMissing = new(Invalid, "agreement.minutes-missing", "Write down what was said.", "minutes");
    public static readonly Error ReasonMissing = new(Invalid, "agreement.reason-missing", "Say why.", "reason");
    public static readonly Error EndMissing = new(Invalid, "agreement.end-missing", "Say after which day it ends.", "on");
    public static readonly Error EndPassed = new(Invalid, "agreement.end-passed", "It can end today at the earliest.", "on");

    // Suppliers
    public static readonly Error SupplierNotFound = new(Missing, "supplier.not-found", "There is no such supplier.");
    public static readonly Error SupplierUnknown = new(Invalid, "supplier.unknown", "There is no such supplier.", "supplier");
    public static readonly Error SupplierNameMissing = new(Invalid, "supplier.name-missing", "Give the supplier's name.", "name");
    public static readonly Error SupplierNameTooLong = new(Invalid, "supplier.name-too-long", $"Keep the name within {Supplier.LongestName} characters.", "name");
    public static readonly Error SupplierNameTaken = new(Conflict, "supplier.name-taken", "Another supplier is called so.", "name");
    public static readonly Error SupplierContactTooLong = new(Invalid, "supplier.contact-too-long", $"Keep it within {Supplier.LongestContact} characters.", "contact");
}
