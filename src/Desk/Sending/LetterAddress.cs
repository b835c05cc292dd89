using FirstContact.People;

namespace FirstContact.Sending;

/// <summary>
/// Where a letter goes: to the main address. While mail to that one is stopped it goes to the first of the others that is not, for whoever is known by it
/// reads it too; where all are stopped, the main one says why nothing goes.
/// </summary>
internal static class LetterAddress
{
    public static async Task<string> Of(Reader read, DueLetter due, string main)
    {
        if (due.Kind == LetterKind.Proof) return await read.One("select address from letter where id = @id", r => r.GetString(0), ("@id", due.Id)) ?? main;
        var others = await read.One("select addresses from person where id = @id", r => r.GetString(0).Split(' ', StringSplitOptions.RemoveEmptyEntries), ("@id", due.Person)) ?? [];
        if (others.Length == 0) return main;
        var stopped = (await read.List("select s.address from person_address a join stopped_address s on s.address = lower(a.address) and s.stopped = 1 where a.person = @person", r => r.GetString(0), ("@person", due.Person))).ToHashSet();
        return Among(main, others, stopped);
    }

    public static string Among(string main, IReadOnlyList<string> others, IReadOnlySet<string> stopped) => stopped.Contains(EmailAddress.Of(main)) ? others.FirstOrDefault(a => !stopped.Contains(a)) ?? main : main;
}
