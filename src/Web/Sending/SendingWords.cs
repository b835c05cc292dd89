using Microsoft.Extensions.Localization;

namespace FirstContact.Sending;

/// <summary>What letters are about and how it goes with them, in words.</summary>
internal static class SendingWords
{
    extension(IStringLocalizer l)
    {
        public string State(LetterState state) => state switch
        {
            LetterState.Waiting => l["waits"], LetterState.Sending => l["is being sent"], LetterState.Sent => l["sent"], LetterState.Refused => l["refused"], LetterState.GivenUp => l["given up"],
            LetterState.Withheld => l["not sent"], LetterState.TakenBack => l["taken back"], _ => l["came back"],
        };

        public string Kind(LetterKind kind) => kind switch
        {
            LetterKind.Received => l["request received"], LetterKind.Said => l["a message"], LetterKind.Confirm => l["does it work?"], LetterKind.Stated => l["did we understand you?"], LetterKind.Closed => l["closed"], LetterKind.Given => l["given to an agent"],
            LetterKind.Answered => l["the customer wrote"], LetterKind.Called => l["a colleague is called"], LetterKind.Proof => l["is this address yours?"],
            LetterKind.Noted => l["a note"], LetterKind.Changed => l["how it stands"], LetterKind.Woke => l["back"], LetterKind.Nears => l["a promise nears"], LetterKind.Missed => l["a promise missed"], LetterKind.Agreement => l["an agreement waits"], LetterKind.Digest => l["gathered"], _ => l["a test"],
        };
    }
}
