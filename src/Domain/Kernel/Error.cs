namespace FirstContact.Kernel;

/// <summary>
/// An expected no: a value with a stable code, in words for the person who asked, at the field it is about. Anything
/// unexpected is an exception, and a bug.
/// </summary>
public sealed record Error(ErrorKind Kind, string Code, string Message, string? Field = null)
{
    /// <summary>What else is wrong with the same request, so that a form is corrected once and not five times.</summary>
    public Seq<Error> Also { get; init; } = [];

    public IEnumerable<Error> All => Also.Prepend(this with { Also = [] });

    /// <summary>The same no, said at another field.</summary>
    public Error At(string field) => this with { Field = field };

    /// <summary>All that is wrong as one error, whatever was wrong together before; null when nothing is.</summary>
    public static Error? Of(params IEnumerable<Error?> errors)
    {
        var wrong = errors.OfType<Error>().SelectMany(e => e.All).ToList();
        return wrong is [var first, .. var rest] ? first with { Also = [.. rest] } : null;
    }
}

public enum ErrorKind { Invalid, Forbidden, Missing, Conflict, Stale, Busy }

/// <summary>The errors that any command may meet.</summary>
public static class Errors
{
    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "forbidden", "You may not do this. Ask an administrator if you should.");
    public static readonly Error Stale = new(ErrorKind.Stale, "stale", "Someone else has changed this meanwhile. Look at what is new, then try again.");
    public static readonly Error Taken = new(ErrorKind.Conflict, "taken", "This exists already.");
    public static readonly Error KeyReused = new(ErrorKind.Conflict, "idempotency-key-reused", "This was sent before, and with other words. Load the page again to send more; a program takes a new Idempotency-Key.");
    public static readonly Error KeyTooLong = new(ErrorKind.Invalid, "idempotency-key-too-long", "Keep an Idempotency-Key within 200 characters.");
    public static readonly Error Busy = new(ErrorKind.Busy, "busy", "The desk has more to write than it can take right now. Try again in a moment.");
}
