using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

/// <summary>Failures are counted in the row itself, so that guesses side by side are all counted.</summary>
public sealed partial class AccountStore : IUserLockoutStore<Account>
{
    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken stop)
    {
        await database.Commit([new Statement("update credential set failed = failed + 1 where person = @person", ("@person", user.Person))], stop);
        await using var read = await database.Read(stop);
        return user.Failed = await read.One("select failed from credential where person = @person", r => r.GetInt32(0), ("@person", user.Person));
    }

    public async Task ResetAccessFailedCountAsync(Account user, CancellationToken stop)
    {
        await database.Commit([new Statement("update credential set failed = 0 where person = @person", ("@person", user.Person))], stop);
        user.Failed = 0;
    }

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken stop) => Task.FromResult(user.Failed);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken stop) => Task.FromResult(user.LockedUntil?.ToDateTimeOffset());

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken stop)
    {
        user.LockedUntil = lockoutEnd is { } end ? Instant.FromDateTimeOffset(end) : null;
        return Task.CompletedTask;
    }

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken stop) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken stop) => Task.CompletedTask;
}
