namespace FirstContact.Mail;

/// <summary>Files of a message that did not come onto the ticket with it, by name, and why. They stay in the message as it was written.</summary>
public sealed record LeftFiles(Seq<string> TooLarge, Seq<string> TooMany, Seq<string> Empty)
{
    private const int MostNamed = 5;

    public static readonly LeftFiles None = new([], [], []);

    /// <summary>For people; null when all came.</summary>
    public string? Told => string.Join(". ", new[] { Of("Too large to attach", TooLarge), Of("More files than a message may bring", TooMany), Of("Empty", Empty) }.OfType<string>()) is { Length: > 0 } told ? told : null;

    private static string? Of(string why, Seq<string> names) => names.Count == 0 ? null
        : $"{why}: {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")}";
}
