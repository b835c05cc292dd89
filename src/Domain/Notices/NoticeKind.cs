using FirstContact.Sending;

namespace FirstContact.Notices;

/// <summary>Something that people can choose to be told of.</summary>
/// <param name="Serves">For those who work on tickets.</param>
/// <param name="Served">For those whose tickets they are. Whoever is not of a side is never told, whatever he chose: a note stays in the house.</param>
/// <param name="Names">It names him, or he asked for it: muting the ticket does not keep it from him.</param>
/// <param name="App">How it is told in the app when nobody has said otherwise.</param>
/// <param name="Mail">The same by mail. Few are.</param>
public sealed record NoticeKind(LetterKind Kind, bool Serves, bool Served, bool Names, Timing App, Timing Mail)
{
    /// <summary>Every one: a new event is one line more.</summary>
    public static readonly IReadOnlyList<NoticeKind> All =
    [
        new(LetterKind.Called, Serves: true, Served: false, Names: true, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Given, Serves: true, Served: false, Names: true, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Answered, Serves: true, Served: false, Names: false, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Woke, Serves: true, Served: false, Names: true, Timing.AtOnce, Timing.Never),
        new(LetterKind.Nears, Serves: true, Served: true, Names: true, Timing.AtOnce, Timing.Never),
        new(LetterKind.Missed, Serves: true, Served: true, Names: true, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Noted, Serves: true, Served: false, Names: false, Timing.AtOnce, Timing.Never),
        new(LetterKind.Received, Serves: true, Served: true, Names: false, Timing.Never, Timing.AtOnce),
        new(LetterKind.Said, Serves: true, Served: true, Names: false, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Stated, Serves: true, Served: true, Names: false, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Confirm, Serves: true, Served: true, Names: false, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Closed, Serves: true, Served: true, Names: false, Timing.AtOnce, Timing.AtOnce),
        new(LetterKind.Changed, Serves: true, Served: true, Names: false, Timing.AtOnce, Timing.Never),
        new(LetterKind.Agreement, Serves: true, Served: true, Names: true, Timing.AtOnce, Timing.AtOnce),
    ];

    /// <summary>Null for letters that tell of no event.</summary>
    public static NoticeKind? Of(LetterKind kind) => All.FirstOrDefault(k => k.Kind == kind);

    public bool For(bool serves) => serves ? Serves : Served;

    /// <summary>A channel that came later is silent until somebody wants it.</summary>
    public Timing Usual(NoticeChannel channel) => channel switch { NoticeChannel.App => App, NoticeChannel.Mail => Mail, _ => Timing.Never };
}
