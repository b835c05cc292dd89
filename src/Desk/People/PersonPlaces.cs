namespace FirstContact.People;

/// <summary>
/// A column that names people, and what becomes of it when two records are one. A room says so for its own; a test reads the schema and fails for a column that
/// nobody has thought of.
/// </summary>
/// <param name="Why">What happens there, for whoever reads this book.</param>
public sealed record PersonPlace(string Table, string Column, string Why)
{
    /// <summary>What it writes: few statements, however much moves.</summary>
    public Func<PersonMove, IEnumerable<Write>> Goes { get; init; } = _ => [];

    /// <summary>The way back, when it was a mistake.</summary>
    public Func<PersonMove, IEnumerable<Write>> Returns { get; init; } = _ => [];
}

/// <summary>One record goes into another, or comes back out of it.</summary>
public sealed record PersonMove(Work Work, Named<PersonId> From, Named<PersonId> Into)
{
    public (string, object?)[] Arguments => [("@from", From.Id), ("@into", Into.Id), ("@at", Work.By.At)];
}
