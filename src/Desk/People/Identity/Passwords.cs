using Microsoft.AspNetCore.Identity;

namespace FirstContact.People;

/// <summary>Turns a new password into what a command may carry, if it is good enough.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new() { Person = PersonId.Desk, Name = "", Email = "" };
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(Nobody, Secret.New().Value));

    public Result<PasswordHash> Hash(string? password, string name, string email) =>
        Password.Wrong(password, name, email) is { } no ? no : new PasswordHash(hasher.HashPassword(Nobody, password!));

    /// <summary>Takes as long as checking a password, so that the time of a no does not tell whether there is such an account.</summary>
    public void PretendToCheck(string password) => hasher.VerifyHashedPassword(Nobody, _nobodys.Value, password);
}
