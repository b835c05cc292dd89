using FirstContact.Agreements;
using static FirstContact.Agreements.Sample;

namespace FirstContact.Sending;

/// <summary>Who hears of what is done to an agreement, and who does not.</summary>
public sealed class AgreementTellingTests
{
    private static readonly Told ToOwen = new(Owen.Id, LetterKind.Agreement, Because.SpeaksForSide), ToRuth = ToOwen with { Person = Ruth.Id };
    private static readonly Instant Now = StartOf(Today);
    private static readonly AgreementAgreed Agreed = new(new(1, Sample.Terms, Now, false, []));

    private static PositionTaken Took(Stance stance) => new(new("scope", Side.Provider, stance, null, "x", Owen.Id, Now));

    private static DraftSigned Signed(Side side, Named<PersonId> who) => new(1, new(side, who, Now));

    public static TheoryData<Event> Steps => [new DraftPut(1), Took(Stance.Declines), Took(Stance.Counters), Signed(Side.Provider, Owen), Agreed, new AgreementCommented(null, "x"), new AgreementEnded(Now, "x")];

    [Theory, MemberData(nameof(Steps))]
    public void What_one_side_does_the_other_hears(Event happened) => Assert.Equal([ToRuth], AgreementTelling.Of(happened, Owen.Id, Teams, []));

    [Fact]
    public void Who_speaks_for_none_is_heard_by_both()
    {
        Assert.Equal([ToOwen, ToRuth], AgreementTelling.Of(new AgreementEnded(Now, "x"), Someone.Id, Teams, []));
        Assert.Equal([ToOwen, ToRuth], AgreementTelling.Of(new ReviewCalledFor(new(Today, false)), PersonId.Desk, Teams, []));
        // What a supplier signed on paper is its side's word, whoever writes it down.
        Assert.Equal([ToRuth], AgreementTelling.Of(Signed(Side.Provider, Someone), Someone.Id, Teams, []));
        Assert.Empty(AgreementTelling.Of(Signed(Side.Provider, Ruth), Ruth.Id, Teams, []));
    }

    [Fact]
    public void The_last_signature_is_one_word_and_who_agrees_or_writes_waits_for_nobody()
    {
        Assert.Empty(AgreementTelling.Of(Signed(Side.Provider, Owen), Owen.Id, Teams, [Agreed]));
        Assert.Equal([ToRuth], AgreementTelling.Of(Agreed, Owen.Id, Teams, [Signed(Side.Provider, Owen)]));
        foreach (var quiet in new Event[] { Took(Stance.Agrees), new DraftBegun(2, Sample.Terms, "x"), new TermsDrafted(2, Sample.Terms, Sample.Terms), new StartDrafted(null, Today, false), new AgreementReviewed(Today, "x", Next) })
            Assert.Empty(AgreementTelling.Of(quiet, Owen.Id, Teams, []));
    }
}
