using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

public sealed partial class AccountStore : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>
{
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken stop) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken stop)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken stop) => Task.FromResult<string?>(user.Stamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken stop)
    {
        user.Stamp = stamp;
        return Task.CompletedTask;
    }
}
