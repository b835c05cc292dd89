using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FirstContact.People;

/// <summary>
/// ASP.NET Core Identity on our own tables. Second factors, passkeys and outside sign-in are further interfaces of
/// <see cref="AccountStore"/> when their time comes.
/// </summary>
public static class Accounts
{
    // As OWASP recommends for PBKDF2 with SHA-512.
    private const int Rounds = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = Rounds);
        services.AddIdentityCore<Account>(o =>
        {
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        }).AddUserStore<AccountStore>();
        // Commands and Password say what is right; two places would disagree one day.
        services.RemoveAll<IUserValidator<Account>>().RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<Passwords>();
        return services;
    }
}
