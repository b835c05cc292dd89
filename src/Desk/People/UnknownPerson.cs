namespace FirstContact.People;

/// <summary>
/// Whom a ticket is for when nobody knows who asked: a stranger at the door, a number that is in no record, a history without names. One
/// person for all of them, so that nobody of the desk is taken for the customer; made when first needed.
/// </summary>
internal static class UnknownPerson
{
    /// <summary>No mail can ever reach it (RFC 2606).</summary>
    public const string Name = "Unknown customer", Email = "unknown" + EmailAddress.OfNobody;

    public static Decision Made => Person.Register(new(Name, Email));

    /// <summary>Who it is on this desk. Of two that make it at once, one tries again and finds it.</summary>
    public static async Task<Named<PersonId>> Of(Work work)
    {
        if (await FindPerson.ByAny(work.Read, Email) is { } here) return here;
        var made = await work.People.Create(Made);
        return new(made.Value!.Id, Name);
    }
}
