namespace FirstContact.Journal;

/// <summary>One thing that a person may be allowed to do. A role is a set of these.</summary>
public readonly record struct Permission(string Name)
{
    /// <summary>Whoever has signed in may.</summary>
    public static readonly Permission SignedIn = new("signed-in");
}

/// <summary>Who is asking, what that person may do, and with which teams.</summary>
public sealed record Caller(PersonId Person, string Name, IReadOnlySet<string> Permissions, IReadOnlySet<long> Teams)
{
    /// <summary>The desk itself, at the command line or by the timetable: it may do everything.</summary>
    public static readonly Caller Desk = new(PersonId.Desk, "FirstContact", new HashSet<string>(), new HashSet<long>());

    public bool May(Permission permission) =>
        Person == PersonId.Desk || permission == Permission.SignedIn || Permissions.Contains(permission.Name);
}

/// <summary>One call: who, by which way in (page, api, timer …), expecting which version, under which idempotency key.</summary>
public sealed record Call(Caller Caller, string Cause, int? Expects = null, string? Key = null);
