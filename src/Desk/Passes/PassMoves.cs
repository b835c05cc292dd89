using FirstContact.People;

namespace FirstContact.Passes;

/// <summary>Links that somebody has not used yet still work when two records are one, for whoever goes on.</summary>
internal static class PassMoves
{
    public static IEnumerable<PersonPlace> All =>
    [
        new("pass", "person", "what is not used goes along with the tickets that it is for")
        {
            Goes = m => [new Statement("update pass set person = @into where person = @from and used_at is null", m.Arguments)],
        },
    ];
}
