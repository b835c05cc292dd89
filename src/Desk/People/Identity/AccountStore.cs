using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

/// <summary>
/// Identity over our own tables: it reads people and writes credentials. People come, change and go by commands, so
/// those parts of the contract say no.
/// </summary>
public sealed partial class AccountStore(Database database) : IUserStore<Account>, IUserEmailStore<Account>
{
    private const string ByCommand = "People are registered and changed by commands.";

    public Task<Account?> FindByIdAsync(string userId, CancellationToken stop) => Find("p.id = @who", FindPerson.Number(userId) ?? 0, stop);

    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken stop) =>
        Find(database.Sql("p.email = @who", "lower(p.email) = @who"), EmailAddress.Of(normalizedEmail), stop);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken stop) => FindByEmailAsync(normalizedUserName, stop);

    /// <summary>All but the count of failures, which is written as it happens.</summary>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken stop)
    {
        var outcome = await database.Commit([new Statement("""
            insert into credential (person, password_hash, stamp, locked_until) values (@person, @hash, @stamp, @locked)
            on conflict (person) do update set password_hash = excluded.password_hash, stamp = excluded.stamp, locked_until = excluded.locked_until
            """, ("@person", user.Person), ("@hash", user.PasswordHash), ("@stamp", user.Stamp), ("@locked", user.LockedUntil))], stop);
        return outcome == Outcome.Done ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = outcome.ToString(), Description = Errors.Busy.Message });
    }

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken stop) => throw new NotSupportedException(ByCommand);
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken stop) => throw new NotSupportedException(ByCommand);
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken stop) => throw new NotSupportedException(ByCommand);
    public Task SetEmailAsync(Account user, string? email, CancellationToken stop) => throw new NotSupportedException(ByCommand);
    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken stop) => throw new NotSupportedException(ByCommand);

    // There is one spelling of an address, so there is nothing to normalize.
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken stop) => Task.CompletedTask;
    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken stop) => Task.CompletedTask;

    public Task<string> GetUserIdAsync(Account user, CancellationToken stop) => Task.FromResult(user.Person.Value.ToString(CultureInfo.InvariantCulture));
    public Task<string?> GetUserNameAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Email);
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Email);
    public Task<string?> GetEmailAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Email);
    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Email);
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken stop) => Task.FromResult(true);

    public void Dispose() { }

    private async Task<Account?> Find(string which, object who, CancellationToken stop)
    {
        await using var read = await database.Read(stop);
        return await read.One($"""
            select p.id, p.name, p.email, c.password_hash, c.stamp, c.failed, c.locked_until
            from person p left join credential c on c.person = p.id where {which} and p.active = 1
            """,
            r => new Account
            {
                Person = new(r.GetInt64(0)), Name = r.GetString(1), Email = r.GetString(2), PasswordHash = r.TextOrNull(3),
                Stamp = r.TextOrNull(4) ?? "", Failed = (int)(r.NumberOrNull(5) ?? 0), LockedUntil = r.InstantOrNull(6),
            }, ("@who", who));
    }
}
