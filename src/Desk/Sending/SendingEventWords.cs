using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>Every event of sending: its stored name and the one sentence that tells it.</summary>
public static class SendingEventWords
{
    public static IEnumerable<EventWords> All =>
    [
        EventWords.Of<LetterFormChanged>("letter.form-changed", e => $"{(e.To is null ? "took back" : e.From is null ? "wrote" : "changed")} how the letter '{e.Kind}' reads{(e.Team is { } team ? $" for {team}" : "")}{(e.Language is { } language ? $" in {Languages.Name(language)}" : "")}"),
        EventWords.Of<LetterSentAgain>("letter.sent-again", e => $"sent letter {e.Letter} to {e.To} again"),
        EventWords.Of<LetterTakenBack>("letter.taken-back", e => $"took letter {e.Letter} to {e.To} back before it left"),
        EventWords.Of<ReturnedLetterSeen>("letter.return-seen", e => $"saw that letter {e.Letter} to {e.To} did not arrive"),
        EventWords.Of<TestLetterSent>("letter.test-sent", e => $"sent a test to {e.To}"),
        EventWords.Of<AddressStopped>("stopped-address.stopped", e => $"stopped mail to {e.Address}: {e.Why}"),
        EventWords.Of<AddressCleared>("stopped-address.cleared", e => $"said that mail to {e.Address} arrives again"),
    ];
}
