using FirstContact.Agreements;

namespace FirstContact.Sending;

/// <summary>
/// Whom the steps of an agreement concern: the speakers of the other side, who are to answer; of both sides, where whoever did it speaks for none. Nobody hears of what he
/// did himself.
/// </summary>
public static class AgreementTelling
{
    public static bool Tells(Event happened) => happened is DraftPut or PositionTaken { Position.Stance: not Stance.Agrees } or DraftSigned or AgreementAgreed or AgreementCommented or AgreementEnded or ReviewCalledFor;

    /// <param name="withIt">What the same person did in the same moment: the signature that makes it a version is one letter.</param>
    public static IReadOnlyList<Told> Of(Event happened, PersonId actor, Parties parties, IReadOnlyCollection<Event> withIt)
    {
        if (!Tells(happened) || (happened is DraftSigned && withIt.Any(e => e is AgreementAgreed))) return [];
        // A supplier does not sign in: whoever writes down what it did does it for its side.
        Side? its = happened switch { PositionTaken e => e.Position.Side, DraftSigned e => e.Signature.Side, _ => parties.SideOf(actor) };
        return [.. from side in new[] { Side.Provider, Side.Receiver } where side != its from person in parties.Speakers(side) where person.Id != actor select new Told(person.Id, LetterKind.Agreement, Because.SpeaksForSide)];
    }
}
