using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

/// <summary>
/// The proof by password. Whether there is no such person, the password is wrong or the account is locked: the answer is
/// the same and takes as long.
/// </summary>
public sealed class SignIn(UserManager<Account> accounts, SignInManager<Account> door, Passwords passwords, Desk desk)
{
    public static readonly Error Refused = new(ErrorKind.Invalid, "sign-in.refused", "This address and this password do not belong together, or there were too many tries. After five, wait ten minutes.");

    public async Task<Result<NewSession>> With(string? email, string? password, string? device, CancellationToken stop)
    {
        if (email.IsBlank || string.IsNullOrEmpty(password) || password.Length > Password.Longest) return Refused;
        var account = await accounts.FindByEmailAsync(email!);
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            passwords.PretendToCheck(password);
            return Refused;
        }
        return (await door.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded
            ? await desk.Do(new StartSession(device), new(account.Caller, "page"), stop)
            : Refused;
    }

    /// <summary>Whether it is the present password of whoever is signed in; wrong ones count here too.</summary>
    public async Task<bool> Knows(PersonId person, string? password) =>
        await accounts.FindByIdAsync(person.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { PasswordHash: not null } account
        && password?.Length <= Password.Longest
        && (await door.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;
}
