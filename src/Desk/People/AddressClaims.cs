using System.Security.Cryptography;
using System.Text;

namespace FirstContact.People;

/// <summary>An address that somebody says is his, for which a letter is on its way or was sent.</summary>
public sealed record AddressClaim(string Address, Instant AskedAt, Instant Until);

/// <summary>
/// The only SQL for addresses that wait for their proof. Beside each stands the code of its letter, for the letter is written later, by another node
/// perhaps; it is good for a day, once, and for nobody but whoever is signed in as this person.
/// </summary>
internal static class AddressClaims
{
    private const string Live = "person = @person and until > @now";

    public static async Task<IReadOnlyList<AddressClaim>> Of(Reader read, PersonId person, Instant now) => await read.List(
        $"select address, asked_at, until from address_claim where {Live} order by asked_at, address", r => new AddressClaim(r.GetString(0), r.Instant(1), r.Instant(2)), ("@person", person), ("@now", now));

    public static async Task<AddressClaim?> Of(Reader read, PersonId person, Instant now, string? code)
    {
        var known = await read.List($"select address, asked_at, until, code from address_claim where {Live}", r => (Claim: new AddressClaim(r.GetString(0), r.Instant(1), r.Instant(2)), Code: r.GetString(3)), ("@person", person), ("@now", now));
        return known.FirstOrDefault(k => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(k.Code), Encoding.UTF8.GetBytes(code ?? ""))).Claim;
    }

    /// <summary>What the letter to an address says; null when it has been used, or is too old.</summary>
    public static Task<string?> Code(Reader read, PersonId person, string address, Instant now) => read.One(
        $"select code from address_claim where {Live} and address = @address", r => (string?)r.GetString(0), ("@person", person), ("@now", now), ("@address", address));

    /// <summary>Keeps a new code; those before it, and all that are too old, work no more.</summary>
    public static IEnumerable<Write> Ask(PersonId person, string address, Instant now) =>
    [
        new Statement("delete from address_claim where until <= @now", ("@now", now)),
        new Statement("""
            insert into address_claim (person, address, code, asked_at, until) values (@person, @address, @code, @now, @until)
            on conflict (person, address) do update set code = excluded.code, asked_at = excluded.asked_at, until = excluded.until
            """, ("@person", person), ("@address", address), ("@code", Secret.New().Value), ("@now", now), ("@until", now + Person.ProofLasts)),
    ];

    public static Statement Used(PersonId person, AddressClaim claim) =>
        new("delete from address_claim where person = @person and address = @address and asked_at = @asked", ("@person", person), ("@address", claim.Address), ("@asked", claim.AskedAt)) { MustMeetOneRow = true };
}
